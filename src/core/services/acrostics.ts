/**
 * Names that are read down the first or the last letters of lines: ラ… ⏎ イ… ⏎ ン… Where the text tells of such a reading,
 * also along the items of a row, the sentences of a text, letters in brackets at the ends of lines, or the capitals.
 */
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
  readonly isCapital?: boolean
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
  const isLined = hasLines(text)
  if (!isLined && !MAY_TELL.test(text)) return NOTHING
  const isTold = tells()
  if (!isLined && !isTold) return NOTHING
  const found: Acrostic[] = []
  const blocks = isLined ? blocksOf(text, isTold) : []
  const items = isTold ? rowsOf(text) : []
  for (const block of [...blocks, ...items]) {
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
        const rows = block.slice(
          reading.span.start,
          items.includes(block) ? reading.span.end : reading.span.start + MOST_ROWS,
        )
        if (rows.every((row) => row.end - row.start <= 2 && !row.isCapital)) continue
        const [top, bottom] = [rows[0] as Row, rows.at(-1) as Row]
        const spelled = letters.slice(reading.span.start, reading.span.start + rows.length)
        found.push({ reading, span: { start: top.start, end: bottom.end }, spelled })
      }
    }
  }
  return found
}

const NOTHING: readonly Acrostic[] = []
/** What words that tell of such a reading cannot do without. */
const MAY_TELL = /頭|文字|読|端/
/** 一文字「ら」, 最後の文字は(い) at the end of a line */
const SHOWN = /[「『"(]([\p{L}ー])[」』")]\s*$/u
const BETWEEN_ITEMS = /[、,・/|]/
const BETWEEN_SENTENCES = /[。!?\n]/

/** Items of each line, sentences of the text, and capitals where those are spoken of. */
function rowsOf(text: string): readonly (readonly Row[])[] {
  const blocks = text.split('\n').reduce<{ at: number; rows: Row[][] }>(
    ({ at, rows }, line) => ({
      at: at + line.length + 1,
      rows: BETWEEN_ITEMS.test(line) ? [...rows, partsOf(line, at, BETWEEN_ITEMS)] : rows,
    }),
    { at: 0, rows: [] },
  ).rows
  const capitals = text.includes('大文字')
    ? [...text.matchAll(/[A-Z]/g)].map(({ 0: letter, index }): Row => {
        return { start: index, end: index + 1, first: letter, last: letter, isCapital: true }
      })
    : []
  return [...blocks, partsOf(text, 0, BETWEEN_SENTENCES), capitals]
}

function partsOf(text: string, from: number, mark: RegExp): Row[] {
  const rows: Row[] = []
  let start = from
  for (const part of text.split(mark)) {
    const row = rowOf(part, start)
    if (row !== undefined) rows.push(row)
    start += part.length + 1
  }
  return rows
}

/** The letters at the ends of a line, or the one that it shows in brackets. */
function rowOf(line: string, start: number): Row | undefined {
  const letters = [...line]
  const shown = SHOWN.exec(line)?.[1]
  const first = shown ?? letters.find((letter) => !DECORATION.test(letter))
  const last = shown ?? letters.findLast((letter) => !DECORATION.test(letter))
  if (first === undefined || last === undefined) return undefined
  const indent = line.length - line.trimStart().length
  return { start: start + indent, end: start + line.trimEnd().length, first, last }
}

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
    const row = rowOf(line, start)
    if (row !== undefined) {
      blocks.at(-1)?.push(row)
    } else if (line.trim() === '' && !isTold && (blocks.at(-1)?.length ?? 0) > 0) {
      blocks.push([])
    }
    start += line.length + 1
  }
  return blocks
}
