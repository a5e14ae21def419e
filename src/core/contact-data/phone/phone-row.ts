/**
 * Figures that stand apart and are a number once they are put in a row, as the text next to them asks: 「R＝090、
 * G＝0341、B＝1827。並べてください」, 下描き090円、線画4321円、彩色8765円, `"080" + "6647" + "0235"`.
 */

import type { Span } from '../../text/span.ts'
import type { SpanSet } from '../../text/span-set.ts'
import { CueFinder } from '../common/cue-finder.ts'
import type { Draft } from '../common/draft.ts'
import type { NumberPiece } from '../common/number-pieces.ts'
import type { NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { isSummed } from './counted.ts'
import { isNumber } from './phone-number.ts'

/** How far before the first and behind the last figure the text may tell what to do with them. */
const BEFORE = 50
const AFTER = 70
/** Figures of one number do not stand further apart than this. */
const MAX_DISTANCE = 40
const MAX_PIECES = 11
/** Right behind a word for a phone so little may stand between two parts. */
const CLOSE = 8
const CUE_BEFORE = 12
/** How people cut a number. */
const SHAPE = /^(?:3-4-4|2-4-4|3-3-4|4-2-4|4-3-3|3-8|7-4)$/
/** A row of marks that joins figures by itself. */
const JOINED = /^["'」』)]?\s?[+&]\s?["'「『(]?$/
/** 部品を, 棚に横に: what stands before the words that ask to put something in a row. */
const LAID = /([一-鿿ぁ-んー]{1,6})[にへをと](?:横|縦|奥)?(?:に)?$/
/** What is counted with leading zeros anyway. */
const PADDED_UNITS: ReadonlySet<string> = new Set(['mm', 'ページ', '頁', '回', 'cm', 'px'])

export class PhoneRows {
  readonly #surely: CueFinder
  readonly #maybe: CueFinder
  readonly #leads: CueFinder
  readonly #phones: CueFinder
  readonly #others: CueFinder
  readonly #things: readonly string[]
  readonly #units: WordMatcher<string>
  readonly #counts: WordMatcher<string>

  constructor(numbers: NumberWords) {
    this.#surely = new CueFinder(numbers.row_words.sure)
    this.#maybe = new CueFinder(numbers.row_words.weak)
    this.#leads = new CueFinder(numbers.lead_words)
    this.#phones = new CueFinder(numbers.ring_cues)
    this.#others = new CueFinder(numbers.other_number_cues)
    this.#things = numbers.laid_things
    this.#units = new WordMatcher(numbers.price_units.map((unit): [string, string] => [unit, unit]))
    this.#counts = new WordMatcher(numbers.count_units.map((unit): [string, string] => [unit, unit]))
  }

  /** 棚に並べて, 部品を組み合わせると, 箱を一列に: the words ask for the things, not for the figures beside them. */
  #isOfThings(folded: string, place: number): boolean {
    const thing = LAID.exec(folded.slice(Math.max(0, place - 9), place))?.[1]
    return thing !== undefined && this.#things.some((word) => thing.endsWith(word))
  }

  /** @param counted figures that are times, dates, amounts by their shape */
  find(text: string, folded: string, pieces: readonly NumberPiece[], counted: SpanSet): Draft[] {
    const found: Draft[] = []
    const isCounted = (span: Span) => counted.hasOverlap(span)
    for (let at = 0; at < pieces.length; at++) {
      if (!/^0[1-9]?/.test(pieces[at]!.digits) || (isCounted(pieces[at]!) && !isPadded(text, pieces[at]!)))
        continue
      const row = this.#rowFrom(text, folded, pieces, at, isCounted)
      if (row === undefined) continue
      found.push(row.draft)
      at = row.last
    }
    return found
  }

  #rowFrom(
    text: string,
    folded: string,
    pieces: readonly NumberPiece[],
    at: number,
    isCounted: (span: Span) => boolean,
  ) {
    let digits = ''
    const taken: NumberPiece[] = []
    for (let to = at; to < Math.min(pieces.length, at + MAX_PIECES); to++) {
      const piece = pieces[to]!
      const before = taken.at(-1)
      if (before !== undefined && piece.start - before.end > MAX_DISTANCE) return undefined
      // A date between two parts is none: 誕生日を「1月9日」ではなく「3654」.
      if (isCounted(piece) && !isPadded(text, piece)) continue
      taken.push(piece)
      digits += piece.digits
      if (digits.length > 11) return undefined
      if (to === at || digits.length < 10 || !isNumber(digits)) continue
      const step = this.#meant(text, folded, taken, digits)
      if (step === undefined) continue
      const start = labelStart(text, taken[0]!.start, step === 'hidden-in-prices')
      const unit =
        this.#units.longest(folded, piece.end)?.length ?? likeBefore(text, taken[0]!.start, piece.end)
      const end = piece.end + unit
      const steps = [{ step, from: text.slice(start, end), to: digits, disguise: true }]
      return { draft: { kind: 'phone', start, end, value: digits, steps } as Draft, last: to }
    }
    return undefined
  }

  /** The step that reads the figures as one number, or undefined where nothing says that they are one. */
  #meant(text: string, folded: string, taken: readonly NumberPiece[], digits: string): string | undefined {
    const shape = taken.map((piece) => piece.digits.length).join('-')
    const start = taken[0]!.start
    const end = taken.at(-1)!.end
    const isMobile = /^0[5-9]0/.test(digits)
    const told = (cues: CueFinder): boolean =>
      // Over line ends: what is said of figures often stands on the next line.
      cues.withinWhere(
        folded,
        Math.max(0, start - BEFORE),
        Math.min(folded.length, end + AFTER),
        (place) => !this.#isOfThings(folded, place),
      )
    const between = taken.slice(1).map((piece, index) => text.slice(taken[index]!.end, piece.start))
    if (this.#others.before(folded, start, CUE_BEFORE)) return undefined
    if (isSummed(text, end) && !told(this.#leads)) return undefined
    if (SHAPE.test(shape) && between.every((gap) => JOINED.test(gap))) return 'number-in-pieces'
    const units = taken.map((piece) => this.#units.longest(folded, piece.end)?.value)
    const isPriced = SHAPE.test(shape) && units[0] !== undefined && units.every((unit) => unit === units[0])
    if (isPriced && (!PADDED_UNITS.has(units[0]!) || told(this.#surely))) return 'hidden-in-prices'
    // Measures in one unit are cut like a number only by intent.
    const isMeasured = units[0] !== undefined && units.every((unit) => unit === units[0])
    if (told(this.#surely) && (SHAPE.test(shape) || (isMobile && !isMeasured))) return 'number-in-pieces'
    if (!SHAPE.test(shape) || !isMobile) return undefined
    if (taken.some((piece) => this.#counts.longest(folded, piece.end) !== undefined)) return undefined
    if (told(this.#leads) || told(this.#maybe)) return 'number-in-pieces'
    // tel(090)desu(4728)yoro(1163)
    const isClose = between.every((gap) => gap.length <= CLOSE && !/[\n。]/.test(gap))
    return isClose && this.#phones.before(folded, start, CUE_BEFORE) ? 'number-in-pieces' : undefined
  }
}

/** 07月00日、…、83月4日: the last part has the unit that others have. */
const likeBefore = (text: string, start: number, end: number): number =>
  /[日月番号時分]/.test(text[end] ?? '') && text.slice(start, end).includes(text[end]!) ? 1 : 0

/** ¥080: no price begins with a zero; what follows in the same coin goes with it. */
const isPadded = (text: string, { start, digits }: NumberPiece): boolean =>
  text[start - 1] === '¥' && /^0?\d{3,4}$/.test(digits)

/** Where the words that name the first figure begin: 下描き of 下描き090円. */
const labelStart = (text: string, at: number, isPriced: boolean): number => {
  let start = at
  if (text[at - 1] === '¥') start--
  else if (isPriced) while (start > 0 && at - start < 12 && /[\p{L}ー・]/u.test(text[start - 1]!)) start--
  else if (/["「『(]/.test(text[at - 1] ?? '')) start--
  return start
}
