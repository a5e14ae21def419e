/** Lines of a text with words underlined, however wide its characters are. */
import type { Span } from '../../core/text/span.ts'
import { type Cell, cellsOf } from './visible.ts'

export interface Underlined {
  /** Line of the text, from 0. */
  readonly line: number
  /** The words' surroundings, cut to the width. */
  readonly before: string
  readonly words: string
  readonly after: string
  /** Columns in front of the words, and under them. */
  readonly indent: number
  readonly length: number
}

/** The lines that hold words of the span; each is cut around them to fit into `width` columns. */
export const underline = (text: string, span: Span, width: number): Underlined[] => {
  const found: Underlined[] = []
  let start = 0
  for (const [line, raw] of text.split('\n').entries()) {
    const own = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    const from = Math.max(span.start - start, 0)
    const to = Math.min(span.end - start, own.length)
    // A span that is empty or only a line break is still shown where it is.
    const touches =
      from < to || (span.start >= start && span.start <= start + own.length && found.length === 0)
    if (touches && from <= own.length) found.push(cut(own, from, Math.max(from, to), line, width))
    start += raw.length + 1
    if (start >= span.end && found.length > 0) break
  }
  return found
}

const ELLIPSIS = '…'

const cut = (text: string, from: number, to: number, line: number, width: number): Underlined => {
  // A line of megabytes is not taken apart for its few words.
  const near = Math.max(0, from - 400)
  const cells = cellsOf(text.slice(near, to + 400))
  const shift = (cell: Cell): Cell => ({ ...cell, start: cell.start + near, end: cell.end + near })
  const all = cells.map(shift)
  const words = all.filter((cell) => cell.start < to && cell.end > from)
  const first = words[0]?.start ?? from
  const last = words.at(-1)?.end ?? to
  const length = sum(words)
  const room = Math.max(0, width - Math.min(length, width))
  const before = fitted(all.filter((cell) => cell.end <= first).reverse(), Math.ceil(room / 2), near > 0)
  const beforeText = before.cells
    .reverse()
    .map((cell) => cell.text)
    .join('')
  const lead = before.cut ? ELLIPSIS : ''
  const after = fitted(
    all.filter((cell) => cell.start >= last),
    room - before.width,
    last + 400 < text.length,
  )
  const shown = fitted(words, width - 2, false)
  return {
    line,
    before: lead + beforeText,
    words: shown.cells.map((cell) => cell.text).join('') + (shown.cut ? ELLIPSIS : ''),
    after: after.cells.map((cell) => cell.text).join('') + (after.cut ? ELLIPSIS : ''),
    indent: before.width + lead.length,
    length: Math.max(1, shown.width + (shown.cut ? 1 : 0)),
  }
}

const sum = (cells: readonly Cell[]): number => cells.reduce((width, cell) => width + cell.width, 0)

const fitted = (cells: readonly Cell[], width: number, more: boolean) => {
  let used = 0
  let count = 0
  while (count < cells.length && used + cells[count]!.width <= width) {
    used += cells[count]!.width
    count += 1
  }
  return { cells: cells.slice(0, count), width: used, cut: more || count < cells.length }
}
