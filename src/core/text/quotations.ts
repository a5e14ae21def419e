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
  /** The index of the one that may hold it, -1 at depth 0. */
  readonly outer: number
}

/** Nobody reads what is quoted in so many quotations: marks further in are none. */
const DEEPEST = 16
type Found = Omit<Quotation, 'depth' | 'outer'>

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

/** What no quotation is without. */
const QUOTES = /[」』”’》〟"]/
const NOTHING: readonly Quotation[] = []

/** A mark that is never closed quotes nothing. A straight mark pairs with the next one in its line. */
export function findQuotations(text: string): readonly Quotation[] {
  if (!QUOTES.test(text)) return NOTHING
  const found: Found[] = []
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

const quotation = (mark: string, start: number, end: number): Found => ({
  mark,
  span: { start, end: end + 1 },
  inner: { start: start + 1, end },
})

function withDepth(sorted: readonly Found[]): readonly Quotation[] {
  const all: Quotation[] = []
  const open: number[] = []
  for (const one of sorted) {
    while (open.length > 0 && all[open.at(-1)!]!.span.end <= one.span.start) open.pop()
    if (open.length >= DEEPEST) continue
    all.push({ ...one, depth: open.length, outer: open.at(-1) ?? -1 })
    open.push(all.length - 1)
  }
  return all
}
