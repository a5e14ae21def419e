/**
 * Reads runs of symbols by codebooks (dictionaries/codes): tiles, runes, words that stand for letters or figures. One
 * decoder, a table each; what a run is worth, those who look for names and numbers say.
 */
import { AnyWord } from './any-word.ts'
import { append } from './append.ts'
import { Beginnings } from './beginnings.ts'
import type { Span } from './span.ts'
import { NO_NODE, UnitTrie } from './unit-trie.ts'

export interface Codebook {
  readonly id: string
  /** Its symbols are everyday words or figures: they are read only where the text asks to read a code. */
  readonly cued: boolean
  /** What stands for → the symbols that do. */
  readonly symbols: Readonly<Record<string, readonly string[]>>
}

export interface DecodedRun {
  readonly span: Span
  /** The codebook's id. */
  readonly code: string
  readonly decoded: string
}

const SEPARATOR = /[\s・、,と/|→+-]/
const MAX_GAP = 2
/** Runs that spell less come about by chance, and are nobody's name, number or address. */
const WORTHWHILE = /^(?:\d{10,11}|(?=.*[^\d])[\x20-\x7e]{4,}|[ァ-ヺー]{3,})$/
/** As many symbols at least: one word says nothing of a code. */
const SHORTEST = 2

interface Book {
  readonly id: string
  /** Its number among all books. */
  readonly number: number
  readonly symbols: UnitTrie
  /** By node of `symbols`: what the symbol that ends there stands for. */
  readonly valueAt: readonly (string | undefined)[]
}

const NO_BOOKS: readonly Book[] = []

/** Books by the code unit that a symbol begins with. */
class Shelf {
  private readonly byFirst = new Map<number, Book[]>()
  private readonly beginnings = new Beginnings()

  add(symbol: string, book: Book): void {
    this.beginnings.add(symbol)
    const first = symbol.charCodeAt(0)
    if (this.byFirst.get(first)?.includes(book) !== true) append(this.byFirst, first, book)
  }

  /** Those that may have a symbol at a place, in their order. */
  booksAt(text: string, at: number): readonly Book[] {
    if (!this.beginnings.mayBeAt(text, at)) return NO_BOOKS
    return this.byFirst.get(text.charCodeAt(at)) ?? NO_BOOKS
  }
}

export class CodeReader {
  /** The books that are read unasked, and all. */
  private readonly unasked = new Shelf()
  private readonly all = new Shelf()
  private readonly count: number
  private readonly cues: AnyWord

  /**
   * @param normalize as texts are before they are read
   * @param cues words that ask to read a code
   */
  constructor(books: readonly Codebook[], normalize: (text: string) => string, cues: readonly string[]) {
    this.count = books.length
    this.cues = new AnyWord(cues)
    for (const [number, { id, cued, symbols }] of books.entries()) {
      const bySymbol = new Map(
        Object.entries(symbols).flatMap(([value, words]) =>
          words.map((word) => [normalize(word).toLowerCase(), value] as const),
        ),
      )
      const tree = new UnitTrie()
      const valueAt: (string | undefined)[] = []
      for (const [symbol, value] of bySymbol) valueAt[tree.add(symbol)] = value
      const book = { id, number, symbols: tree, valueAt }
      for (const shelf of cued ? [this.all] : [this.all, this.unasked])
        for (const symbol of bySymbol.keys()) shelf.add(symbol, book)
    }
  }

  /** In order of their start; those of one book do not overlap. Linear in the length of the text. */
  runs(text: string): readonly DecodedRun[] {
    const lower = text.toLowerCase()
    const folded = lower.length === text.length ? lower : text
    const found: DecodedRun[] = []
    const shelf = this.cues.in(folded) ? this.all : this.unasked
    /** By book: where its last run ended. */
    let until: number[] | undefined
    for (let at = 0; at < folded.length; at++) {
      for (const book of shelf.booksAt(folded, at)) {
        if (until !== undefined && until[book.number]! > at) continue
        const { end, decoded, count } = runAt(folded, at, book)
        if (end === at) continue
        until ??= new Array(this.count).fill(0)
        until[book.number] = end
        if (count >= SHORTEST && WORTHWHILE.test(decoded))
          found.push({ span: { start: at, end }, code: book.id, decoded })
      }
    }
    return found
  }
}

/** The longest run of a book's symbols at a place, separators between them; `end` is the place where there is none. */
function runAt(text: string, at: number, book: Book): { end: number; decoded: string; count: number } {
  let end = at
  let decoded = ''
  let count = 0
  for (let next = at; ; ) {
    const length = symbolAt(text, next, book)
    if (length === 0) return { end, decoded, count }
    decoded += standsFor(text, next, length, book)
    count++
    end = next + length
    next = end
    for (let gap = 0; gap < MAX_GAP && next < text.length && SEPARATOR.test(text[next]!); gap++) {
      if (symbolAt(text, next, book) > 0) break
      next++
    }
  }
}

/** The length of the longest symbol at a place; words in Latin letters and figures stand as words. */
function symbolAt(text: string, at: number, { symbols, valueAt }: Book): number {
  let length = 0
  let node = at < text.length ? symbols.first(text.charCodeAt(at)) : NO_NODE
  if (node === NO_NODE) return length
  const isWord = isWordUnit(text.charCodeAt(at))
  if (isWord && at > 0 && isWordUnit(text.charCodeAt(at - 1))) return length
  for (let end = at + 1; ; end++) {
    if (valueAt[node] !== undefined && !(isWord && end < text.length && isWordUnit(text.charCodeAt(end))))
      length = end - at
    node = end < text.length ? symbols.step(node, text.charCodeAt(end)) : NO_NODE
    if (node === NO_NODE) return length
  }
}

function standsFor(text: string, at: number, length: number, { symbols, valueAt }: Book): string {
  let node = symbols.first(text.charCodeAt(at))
  for (let end = at + 1; end < at + length; end++) node = symbols.step(node, text.charCodeAt(end))
  return valueAt[node]!
}

/** a to z and figures. */
const isWordUnit = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
