/** Words between quotation marks: 「…」, 『…』, “…”, "…", nested too. */
import { append } from './append.ts'
import type { Span } from './span.ts'

export interface Quotation {
  /** With its marks. */
  readonly span: Span
  /** Without its marks. */
  readonly inner: Span
  /** The opening mark. */
  readonly mark: string
  /** 0 for one that no other holds. */
  readonly depth: number
}

const CLOSING: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
  '《': '》',
  '〝': '〟',
}
const OPENING = new Map(Object.entries(CLOSING).map(([open, close]) => [close, open]))
const MARK = /[「」『』“”‘’《》〝〟"\n]/g

/** A mark that is never closed quotes nothing. A straight mark pairs with the next one in its line. */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Omit<Quotation, 'depth'>[] = []
  const open = new Map<string, number[]>()
  let straight = -1
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '\n') straight = -1
    else if (mark === '"') {
      if (straight < 0) straight = index
      else {
        found.push(quotation(mark, straight, index))
        straight = -1
      }
    } else if (mark in CLOSING) append(open, mark, index)
    else {
      const opening = OPENING.get(mark) as string
      const start = open.get(opening)?.pop()
      if (start === undefined) continue
      for (const starts of open.values()) while ((starts.at(-1) ?? -1) > start) starts.pop()
      found.push(quotation(opening, start, index))
    }
  }
  return withDepth(found.sort((a, b) => a.span.start - b.span.start))
}

const quotation = (mark: string, start: number, end: number): Omit<Quotation, 'depth'> => ({
  mark,
  span: { start, end: end + 1 },
  inner: { start: start + 1, end },
})

function withDepth(sorted: readonly Omit<Quotation, 'depth'>[]): readonly Quotation[] {
  const ends: number[] = []
  return sorted.map((one) => {
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= one.span.start) ends.pop()
    const depth = ends.length
    ends.push(one.span.end)
    return { ...one, depth }
  })
}
