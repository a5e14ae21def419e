/**
 * A set of code units that is asked at every place of a text: a look at a few bits says no to nearly all of them, and only
 * what has its bit there is looked up.
 */
const BITS = 1 << 11

export class UnitSet {
  private readonly bits = new Uint32Array(BITS / 32)
  private readonly units = new Set<number>()

  private texts: readonly string[] | undefined

  /** Each of them as a text. */
  get asText(): readonly string[] {
    this.texts ??= [...this.units].map((unit) => String.fromCharCode(unit))
    return this.texts
  }

  /** Of all code units of some words. */
  static of(words: Iterable<string>): UnitSet {
    const set = new UnitSet()
    for (const word of words) for (let at = 0; at < word.length; at++) set.add(word.charCodeAt(at))
    return set
  }

  /** Whether any of them stands in the text. */
  isIn(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.has(text.charCodeAt(at))) return true
    return false
  }

  [Symbol.iterator](): Iterator<number> {
    return this.units.values()
  }

  get size(): number {
    return this.units.size
  }

  add(unit: number): void {
    this.units.add(unit)
    this.bits[(unit & (BITS - 1)) >>> 5]! |= 1 << (unit & 31)
  }

  has(unit: number): boolean {
    return ((this.bits[(unit & (BITS - 1)) >>> 5]! >>> (unit & 31)) & 1) === 1 && this.units.has(unit)
  }
}
