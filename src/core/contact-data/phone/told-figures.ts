/**
 * The figures of a text, and what it reads as figures: 「子を1と数えれば」, ド=1, 「白をゼロとして」, cards and tiles where it speaks
 * of those, sums where it asks to work them out.
 */
import { AnyWord } from '../../text/any-word.ts'
import type { Span } from '../../text/span.ts'
import { SpanSet } from '../../text/span-set.ts'
import type { StrewnWords } from '../common/tables.ts'

export interface Figures extends Span {
  readonly digits: string
  /** Read by what the text says of it. */
  readonly isTold: boolean
}

const FIGURES = /(?<!\d)\d+/g
const FIGURE = /^\d$/
/** Where figures are to be worked out, each sum is one: 0、3×3、0、1+1. */
const SUM = /(?<![\d×x*÷/+−-])(\d{1,2})\s?([+×x*÷/−-])\s?(\d{1,2})(?![\d×x*÷/+−-])/g
/** ド=1, 赤は0 */
const PAIR = /([^\s=→、。,・「」『』()|/0-9はがを]{1,5})\s?(?:=|→|は|が|を)\s?(\d)(?![\d.:,%])/g
/** 猫(干支に入れなかったのでゼロ), スペードのK(ゼロと読みます), 白をゼロとして */
const ZERO =
  /([\p{L}]{1,6})(?:\([^()\n]{0,16}?(?:ゼロ|零|0)(?:と読[^()\n]{0,6}|です)?\)|を(?:ゼロ|零|0)(?:と|に))/gu
/** So many old words for figures say that one counts so. */
const FEWEST_COUNTED = 8

/** What stands for figures, and where the text says so. */
interface Told {
  readonly symbols: ReadonlyMap<string, string>
  readonly keys: SpanSet
}

export class ToldFigures {
  private readonly sums: AnyWord
  private readonly counting: RegExp
  private readonly firstOfSeries: RegExp
  private readonly signs: readonly { readonly beside: AnyWord; readonly figures: Record<string, string> }[]

  constructor(private readonly words: StrewnWords) {
    this.sums = new AnyWord(words.sums)
    this.counting = new RegExp(
      `(?<![ぁ-ゖ])(?:${Object.keys(words.counting).join('|')})(?=[、,・/\\s。])`,
      'g',
    )
    // 子を1と数えれば, A=0
    const firsts = words.series.map((series) => series[0]).join('')
    this.firstOfSeries = new RegExp(`([${firsts}])\\s?(?:を|は|が|=|→)\\s?([01])(?!\\d)`, 'g')
    this.signs = words.signs.map(({ beside, figures }) => ({ beside: new AnyWord(beside), figures }))
  }

  /** In their order; none overlaps another. */
  in(text: string): readonly Figures[] {
    const { symbols, keys } = this.toldIn(text)
    const found: Figures[] = []
    const taken = new SpanSet()
    const add = (start: number, from: string, digits: string, isTold = true): void => {
      const span = { start, end: start + from.length }
      if (taken.hasOverlap(span)) return
      taken.add(span)
      if (!keys.hasOverlap({ start, end: start + 1 })) found.push({ ...span, digits, isTold })
    }
    if (this.sums.in(text))
      for (const { 0: sum, 1: left, 2: sign, 3: right, index } of text.matchAll(SUM)) {
        const result = worked(Number(left), sign!, Number(right))
        if (FIGURE.test(result)) add(index, sum, result)
      }
    for (const { 0: digits, index } of text.matchAll(FIGURES)) add(index, digits, digits, false)
    // The longest first: 高いド before ド.
    for (const [symbol, digit] of [...symbols].sort(([a], [b]) => b.length - a.length))
      for (let at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + symbol.length))
        if (!keys.hasOverlap({ start: at, end: at + 1 })) add(at, symbol, digit)
    const counted = [...text.matchAll(this.counting)]
    if (counted.length >= FEWEST_COUNTED)
      for (const { 0: word, index } of counted) add(index, word, this.words.counting[word]!)
    return found.sort((a, b) => a.start - b.start)
  }

  private toldIn(text: string): Told {
    const symbols = new Map<string, string>()
    const keys: Span[] = []
    const add = (symbol: string, digit: string): void => {
      if (!symbols.has(symbol) && !FIGURE.test(symbol)) symbols.set(symbol, digit)
    }
    for (const { 0: whole, 1: first, 2: from, index } of text.matchAll(this.firstOfSeries)) {
      keys.push({ start: index, end: index + whole.length })
      const series = this.words.series.find((one) => one.startsWith(first!))!
      for (let digit = Number(from); digit < 10; digit++) {
        const symbol = series[digit - Number(from)]
        if (symbol !== undefined) add(symbol, String(digit))
      }
    }
    for (const { 0: whole, 1: symbol, index } of text.matchAll(ZERO)) {
      // The sign itself is one of the figures where its reading stands behind it.
      const start = whole.includes('を') ? index : index + symbol!.length
      keys.push({ start, end: index + whole.length })
      add(symbol!.replace(/^.*の(?=.)/, ''), '0')
    }
    const pairs = [...text.matchAll(PAIR)]
    if (pairs.length > 1)
      for (const { 0: whole, 1: symbol, 2: digit, index } of pairs) {
        keys.push({ start: index, end: index + whole.length })
        add(symbol!, digit!)
      }
    for (const { beside, figures } of this.signs)
      if (beside.in(text)) for (const [sign, digit] of Object.entries(figures)) add(sign, digit)
    return { symbols, keys: new SpanSet(keys) }
  }
}

/** The result of a sum, division without rest; nothing where there is none. */
function worked(left: number, sign: string, right: number): string {
  if (sign === '+') return String(left + right)
  if (sign === '-' || sign === '−') return String(left - right)
  if (sign === '÷' || sign === '/') return right === 0 ? '' : String(left / right)
  return String(left * right)
}
