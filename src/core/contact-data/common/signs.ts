/**
 * What signs a text has, seen in one pass: most kinds of contact data cannot do without figures, Latin letters or one of a
 * few marks, and most messages have none of those.
 */
export interface Signs {
  /** ASCII figures. */
  readonly figures: number
  /** Latin letters of ASCII. */
  readonly letters: number
  /** Which of the marks stand there, a bit each. */
  readonly marks: number
  /** Slashes of either kind. */
  readonly slashes: number
}

export const AT = 1
export const DOT = 2
export const COLON = 4
export const SLASH = 8
export const HASH = 16
export const PLUS = 32
export const QUOTE = 64
export const OPEN = 128
export const HYPHEN = 256
export const LOW_LINE = 512

const MARKS = new Uint16Array(0x80)
for (const [characters, bit] of [
  ['@', AT],
  ['.', DOT],
  [':;', COLON],
  ['/\\', SLASH],
  ['#', HASH],
  ['+', PLUS],
  ['"', QUOTE],
  ['(', OPEN],
  ['-', HYPHEN],
  ['_', LOW_LINE],
] as const)
  for (const character of characters) MARKS[character.charCodeAt(0)] = bit

export function signsOf(text: string): Signs {
  let figures = 0
  let letters = 0
  let marks = 0
  let slashes = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80) continue
    if (unit >= 0x30 && unit <= 0x39) figures++
    else if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) letters++
    else {
      const mark = MARKS[unit]!
      marks |= mark
      if (mark === SLASH) slashes++
    }
  }
  return { figures, letters, marks, slashes }
}
