/** Names that are read down the first or the last letters of lines: ラ… ⏎ イ… ⏎ ン… */
import type { Span } from '../text/span.ts'
import type { NameIndex } from './name-index.ts'
import type { Reading } from './name-walk.ts'

export interface Acrostic {
  readonly reading: Reading
  /** The block of lines that holds it. */
  readonly span: Span
  /** The letters that the lines spell. */
  readonly spelled: string
}

interface Row {
  readonly start: number
  readonly end: number
  readonly first: string
  readonly last: string
}

const SHORTEST = 3
const MOST_ROWS = 16
/** What may stand before or behind a line's letter without being it. */
const DECORATION = /[^\p{L}\p{N}ー]/u
/** After a name spelled by chance no sentence goes on. */
const GOES_ON = /^[でにをのはがへかとも]/

/**
 * @param tells whether the text says that it is to be read so; else the letters after the name must go on as a
 *   sentence does
 */
export function findAcrostics(text: string, index: NameIndex, tells: () => boolean): readonly Acrostic[] {
  if (!hasLines(text)) return NOTHING
  const isTold = tells()
  const found: Acrostic[] = []
  for (const block of blocksOf(text, isTold)) {
    if (block.length < SHORTEST) continue
    for (const side of ['first', 'last'] as const) {
      const letters = block.map((row) => row[side]).join('')
      for (const reading of index.readings(letters)) {
        if (
          reading.name.service === index.hidden ||
          !isWhole(reading) ||
          !(isTold || GOES_ON.test(letters.slice(reading.span.end)))
        )
          continue
        // One letter a line is no acrostic; who looks for names down the page has it.
        const rows = block.slice(reading.span.start, reading.span.start + MOST_ROWS)
        if (rows.every((row) => row.end - row.start <= 2)) continue
        const [top, bottom] = [rows[0] as Row, rows.at(-1) as Row]
        const spelled = letters.slice(reading.span.start, reading.span.start + rows.length)
        found.push({ reading, span: { start: top.start, end: bottom.end }, spelled })
      }
    }
  }
  return found
}

const NOTHING: readonly Acrostic[] = []

/** Whether a text has as many lines as the shortest name needs. */
function hasLines(text: string): boolean {
  let at = -1
  for (let line = 1; line < SHORTEST; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return false
  }
  return true
}

const isWhole = ({ name, alike, masked, spelled, gaps, lengthened }: Reading): boolean =>
  name.letters.length >= SHORTEST &&
  name.strength !== 'code' &&
  name.turned === undefined &&
  name.hideable &&
  alike + masked + spelled + lengthened === 0 &&
  gaps.every((gap) => gap === '')

/** Lines that follow each other; where the text tells of a puzzle, blank lines do not part them. */
function blocksOf(text: string, isTold: boolean): readonly (readonly Row[])[] {
  const blocks: Row[][] = [[]]
  let start = 0
  for (const line of text.split('\n')) {
    const letters = [...line]
    const first = letters.find((letter) => !DECORATION.test(letter))
    const last = letters.findLast((letter) => !DECORATION.test(letter))
    if (first !== undefined && last !== undefined) {
      const indent = line.length - line.trimStart().length
      blocks.at(-1)?.push({ start: start + indent, end: start + line.trimEnd().length, first, last })
    } else if (line.trim() === '' && !isTold && (blocks.at(-1)?.length ?? 0) > 0) {
      blocks.push([])
    }
    start += line.length + 1
  }
  return blocks
}
