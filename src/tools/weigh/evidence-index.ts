/** Numbers the pieces of evidence, so that rows are arrays of numbers. */
export class Evidence {
  private readonly byName = new Map<string, number>()
  readonly names: string[] = []

  numbers(evidence: readonly string[]): Int32Array {
    const numbers = new Int32Array(evidence.length)
    for (let i = 0; i < evidence.length; i++) {
      const name = evidence[i]!
      let number = this.byName.get(name)
      if (number === undefined) {
        number = this.names.length
        this.byName.set(name, number)
        this.names.push(name)
      }
      numbers[i] = number
    }
    return numbers
  }
}
