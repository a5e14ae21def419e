/**
 * Whether a word of a list may begin at a place, told by two code units: of an ordinary text nearly every place is done
 * with here, before a tree is walked.
 */

const FEWEST_BITS = 512
/** So many bits to a beginning at least: few places are then taken for one by chance. */
const SPREAD = 8

const hash = (first: number, second: number): number => Math.imul((first << 16) | second, 0x9e3779b1) >>> 12

/** A bit for each code unit. */
class Units {
  private readonly bits = new Uint32Array(0x10000 / 32)

  add(unit: number): void {
    this.bits[unit >>> 5]! |= 1 << (unit & 31)
  }

  has(unit: number): boolean {
    return ((this.bits[unit >>> 5]! >>> (unit & 31)) & 1) === 1
  }
}

export class Beginnings {
  private readonly firsts = new Units()
  /** Words of one code unit. */
  private short: Units | undefined
  /** A bit for each pair that words begin with, by its hash; one that none begins with may have a bit too. */
  private pairs = new Uint32Array(FEWEST_BITS / 32)
  private mask = FEWEST_BITS - 1
  private readonly known = new Set<number>()

  /** @param word of one code unit or more */
  add(word: string): void {
    const first = word.charCodeAt(0)
    this.firsts.add(first)
    if (word.length === 1) {
      this.short ??= new Units()
      this.short.add(first)
      return
    }
    const found = hash(first, word.charCodeAt(1))
    this.known.add(found)
    if (this.known.size * SPREAD > this.mask) {
      this.mask = 2 * this.mask + 1
      this.pairs = new Uint32Array((this.mask + 1) / 32)
      for (const one of this.known) this.mark(one)
    } else this.mark(found)
  }

  private mark(found: number): void {
    const bit = found & this.mask
    this.pairs[bit >>> 5]! |= 1 << (bit & 31)
  }

  mayBeAt(text: string, at: number): boolean {
    const first = text.charCodeAt(at)
    if (!this.firsts.has(first)) return false
    const bit = hash(first, at + 1 < text.length ? text.charCodeAt(at + 1) : 0) & this.mask
    if (((this.pairs[bit >>> 5]! >>> (bit & 31)) & 1) === 1) return true
    return this.short?.has(first) === true
  }
}
