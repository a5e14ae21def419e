/**
 * Text as a terminal can show it: nothing that moves the cursor, changes colours or turns the reading direction comes
 * through, and what has no width is seen.
 */
import stringWidth from 'string-width'

export interface Cell {
  readonly text: string
  /** Columns on the terminal. */
  readonly width: number
  /** UTF-16 code units of the original, half-open. */
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Grapheme by grapheme; lone surrogates, controls and invisible characters become signs of one column. */
export const cellsOf = (text: string): Cell[] => {
  const cells: Cell[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    const shown = visible(segment)
    cells.push({ text: shown, width: stringWidth(shown), start: index, end })
  }
  return cells
}

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u

const visible = (segment: string): string => {
  const code = segment.charCodeAt(0)
  if (segment === '\t') return '  '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code < 0xa0 && code > 0x7f) return '\ufffd'
  if (INVISIBLE.test(segment)) return '\u2423'
  // Signs of direction inside a grapheme would act all the same.
  const safe = segment.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
  const shown = safe.isWellFormed() ? safe : safe.toWellFormed()
  return stringWidth(shown) === 0 ? '\u2423' : shown
}

/** One line of text for a terminal. */
export const visibleText = (text: string): string =>
  cellsOf(text)
    .map((cell) => cell.text)
    .join('')
