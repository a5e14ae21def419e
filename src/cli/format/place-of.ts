/** Where the words of a finding are, for a person and for a machine. */
import { formatPath } from '../../core/documents/document.ts'
import type { FieldReport } from '../../core/documents/split-report.ts'
import type { Span } from '../../core/text/span.ts'
import type { LintedEvent, PassagePlace, TextPosition } from '../read-event.ts'

/** `portfolio[2].description`, with the element of the list before it where the file holds a list. */
export const pathOf = ({ place }: { place: PassagePlace }, { path }: Pick<FieldReport, 'path'>): string =>
  formatPath([...(place.prefix ?? []), ...path])

export interface WordsPlace {
  readonly start: TextPosition
  /** Behind the last of the words. */
  readonly end: TextPosition
  /** Whether the columns are those of the file: JSON and quoted cells are written differently there. */
  readonly exact: boolean
}

/** `undefined` where the file's lines are not known (one JSON text in a pipe, a video's description). */
export const wordsPlace = (place: PassagePlace, field: FieldReport, span: Span): WordsPlace | undefined => {
  if (place.plain && !field.via) {
    const start = walk(field.text, place.plain, 0, span.start)
    // A cell's own column in its line is not known; its line is.
    const exact = place.columnIndex === undefined
    return { start, end: walk(field.text, start, span.start, span.end), exact }
  }
  const found = place.locate?.(field.path)
  if (found) return { start: found, end: found, exact: false }
  if (place.line === undefined) return undefined
  const at = { line: place.line, column: 1 }
  return { start: at, end: at, exact: false }
}

const walk = (text: string, from: TextPosition, start: number, end: number): TextPosition => {
  let { line, column } = from
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) === 0x0a) {
      line += 1
      column = 1
    } else column += 1
  }
  return { line, column }
}

/** `item.csv:12 3行目 説明`: the place as a person looks for it. */
export const placeInWords = (
  { file, place }: Pick<LintedEvent, 'file' | 'place'>,
  path: string,
  at: WordsPlace | undefined,
): string => {
  const line = at ? `:${at.start.line}${at.exact ? `:${at.start.column}` : ''}` : ''
  const row = place.row === undefined ? '' : ` ${place.row}行目「${place.column}」`
  const field = place.row === undefined && path !== 'text' ? ` ${path}` : ''
  return `${file}${line}${row}${field}`
}
