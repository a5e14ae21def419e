/**
 * Numbers the pieces of evidence, so that rows are arrays of numbers. What has one digest has one number and the name that
 * came first: a linter cannot tell such pieces apart, so they are learnt as one.
 */
import { PieceDigest } from '../../core/judge/piece-digest.ts'

export class Evidence {
  private readonly digest = new PieceDigest()
  private readonly byName = new Map<string, number>()
  private readonly byDigest = new Map<number, number>()
  readonly names: string[] = []

  numbers(evidence: readonly string[]): Int32Array {
    return Int32Array.from(evidence, (name) => this.byName.get(name) ?? this.newName(name))
  }

  private newName(name: string): number {
    const digest = this.digest.of(name)
    let number = this.byDigest.get(digest)
    if (number === undefined) {
      number = this.names.length
      this.names.push(name)
      this.byDigest.set(digest, number)
    }
    this.byName.set(name, number)
    return number
  }
}
