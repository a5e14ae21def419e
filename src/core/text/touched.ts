/**
 * Which steps a text can need at all: of many steps ordinary text needs none, and one look at each of its characters
 * says so. What a character needs is asked once and remembered.
 */
export interface Touching {
  /**
   * Whether the step may change a text because the character (one code point, or half a surrogate pair alone) stands in
   * it. A text without any such character stays as it is. Left out: the step looks at every text.
   */
  touches?(character: string): boolean
}

const UNKNOWN = -1
/** A text has a few dozen emoji; nobody's may fill the memory with all that there are. */
const MOST_PAIRS = 4096

export class Touched {
  private readonly byUnit = new Int32Array(0x10000).fill(UNKNOWN)
  /** Characters of two code units, by their code point. */
  private readonly byPair = new Map<number, number>()

  /** @param steps at most 31; the n-th has the bit `1 << n`. */
  constructor(private readonly steps: readonly Touching[]) {}

  /** The steps that the text may need. */
  in(text: string): number {
    const { byUnit } = this
    let bits = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit >= 0xd800 && unit <= 0xdbff) {
        const point = text.codePointAt(at)!
        if (point > 0xffff) {
          bits |= this.byPair.get(point) ?? this.askPair(point)
          at++
          continue
        }
      }
      const own = byUnit[unit]!
      bits |= own === UNKNOWN ? this.askUnit(unit) : own
    }
    return bits
  }

  private askUnit(unit: number): number {
    const bits = this.bitsOf(String.fromCharCode(unit))
    this.byUnit[unit] = bits
    return bits
  }

  private askPair(point: number): number {
    if (this.byPair.size === MOST_PAIRS) this.byPair.clear()
    const bits = this.bitsOf(String.fromCodePoint(point))
    this.byPair.set(point, bits)
    return bits
  }

  private bitsOf(character: string): number {
    let bits = 0
    for (const [number, { touches }] of this.steps.entries())
      if (touches === undefined || touches(character)) bits |= 1 << number
    return bits
  }
}
