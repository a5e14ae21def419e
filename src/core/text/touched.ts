/**
 * Which steps a text can need at all: of many steps ordinary text needs none, and one look at each of its code units
 * says so. What a code unit can be part of is asked once and remembered.
 */
export interface Touching {
  /**
   * Whether the step may change a text because the character (one code point, or half a surrogate pair alone) stands in
   * it. A text without any such character stays as it is. Left out: the step looks at every text.
   */
  touches?(character: string): boolean
}

const UNKNOWN = -1

export class Touched {
  private readonly byUnit = new Int32Array(0x10000).fill(UNKNOWN)

  /** @param steps at most 31; the n-th has the bit `1 << n`. */
  constructor(private readonly steps: readonly Touching[]) {}

  /** The steps that the text may need. */
  in(text: string): number {
    const { byUnit } = this
    let bits = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const own = byUnit[unit]!
      bits |= own === UNKNOWN ? this.ask(unit) : own
    }
    return bits
  }

  /** A surrogate stands for all characters that begin or end with it. */
  private ask(unit: number): number {
    const isHigh = unit >= 0xd800 && unit <= 0xdbff
    let bits = this.bitsOf(String.fromCharCode(unit))
    if (isHigh) {
      for (let low = 0xdc00; low <= 0xdfff; low++) bits |= this.bitsOf(String.fromCharCode(unit, low))
    }
    this.byUnit[unit] = bits
    return bits
  }

  private bitsOf(character: string): number {
    let bits = 0
    for (const [number, { touches }] of this.steps.entries())
      if (touches === undefined || touches(character)) bits |= 1 << number
    return bits
  }
}
