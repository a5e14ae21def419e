/** Reads runs of symbols by codebooks (dictionaries/codes.yaml): tiles, tokens, words that stand for letters or figures. */
import type { Span } from './span.ts'

export interface Codebook {
  readonly id: string
  /** What stands for → the symbols that do, in lower case. */
  readonly symbols: Readonly<Record<string, readonly string[]>>
}

export interface DecodedRun {
  readonly span: Span
  /** The codebook's id. */
  readonly code: string
  readonly decoded: string
}

const SEPARATOR = /[\s・、,と/|-]/
const MAX_GAP = 2
/** Shorter runs come about by chance. */
const SHORTEST = 2

interface Book {
  readonly id: string
  readonly bySymbol: ReadonlyMap<string, string>
  readonly longest: number
  /** Code units that a symbol may begin with: most places are done with here. */
  readonly firsts: ReadonlySet<number>
}

export class CodeReader {
  private readonly books: readonly Book[]

  constructor(books: readonly Codebook[]) {
    this.books = books.map(({ id, symbols }) => {
      const bySymbol = new Map(
        Object.entries(symbols).flatMap(([value, words]) => words.map((word) => [word, value] as const)),
      )
      const known = [...bySymbol.keys()]
      return {
        id,
        bySymbol,
        longest: Math.max(...known.map((symbol) => symbol.length)),
        firsts: new Set(known.map((symbol) => symbol.charCodeAt(0))),
      }
    })
  }

  /** Linear in the length of the text: every book looks at every place once. */
  runs(text: string): DecodedRun[] {
    const lower = text.toLowerCase()
    const folded = lower.length === text.length ? lower : text
    return this.books.flatMap((book) => runsOf(folded, book)).sort((a, b) => a.span.start - b.span.start)
  }
}

function runsOf(text: string, book: Book): DecodedRun[] {
  const found: DecodedRun[] = []
  for (let at = 0; at < text.length; at++) {
    let end = at
    let decoded = ''
    let count = 0
    for (let next = at; ; ) {
      const length = symbolAt(text, next, book)
      if (length === 0) break
      decoded += book.bySymbol.get(text.slice(next, next + length))
      count++
      end = next + length
      next = end
      for (let gap = 0; gap < MAX_GAP && SEPARATOR.test(text[next] ?? ''); gap++) {
        if (symbolAt(text, next, book) > 0) break
        next++
      }
    }
    if (count >= SHORTEST) found.push({ span: { start: at, end }, code: book.id, decoded })
    if (end > at) at = end - 1
  }
  return found
}

/** The length of the longest symbol at a place; words in Latin letters stand as words. */
function symbolAt(text: string, at: number, { bySymbol, longest, firsts }: Book): number {
  if (!firsts.has(text.charCodeAt(at))) return 0
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const symbol = text.slice(at, at + length)
    if (!bySymbol.has(symbol)) continue
    const isLatin = /^[a-z]/.test(symbol)
    if (isLatin && (/[a-z0-9]/.test(text[at - 1] ?? '') || /[a-z0-9]/.test(text[at + length] ?? ''))) continue
    return length
  }
  return 0
}
