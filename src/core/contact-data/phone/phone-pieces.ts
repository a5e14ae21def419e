/**
 * A phone number in several places of one text, held together by what is said of its parts (最初の3桁は…, 続けて…,
 * 締めの4桁が…), or by sums to work out. It is one datum over all of its parts. What a text asks to put in a row is in
 * phone-row.ts.
 */
import { SpanSet } from '../../text/span-set.ts'
import { CueFinder } from '../common/cue-finder.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import { type NumberPiece, numberPieces, sumPieces } from '../common/number-pieces.ts'
import type { NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { CountedFigures } from './counted.ts'
import { isNumber, isSampleNumber } from './phone-number.ts'
import { PhoneRows } from './phone-row.ts'

type Role = 'first' | 'middle' | 'last'

interface CuedPiece extends NumberPiece {
  readonly role: Role | undefined
  /** Where its cue begins, else the piece itself. */
  readonly from: number
  /** A word for a phone stands before it. */
  readonly called: boolean
  /** Nothing but brackets stands between it and the piece before. */
  readonly attached: boolean
}

/** How far before a piece its cue may begin, in code units. */
const CUE_REACH = 20
/** How far before a piece it may be said that it is another number, 郵便番号 060-…. */
const OTHER_REACH = 8
const MAX_PIECES = 12
/** Between counted parts. */
const COUNTED_GAP = 4
/** A number's parts do not stand further apart than this. */
const MAX_DISTANCE = 160
/** Digits of the shortest number. */
const FEWEST_DIGITS = 10
const NOTHING: readonly Draft[] = []
const ROLE_BEHIND = /^[」』"]?、?[がは](?=[^\d])/
const ORDER: readonly Role[] = ['first', 'middle', 'last']

export class PhonePieces {
  readonly #roles: WordMatcher<Role>
  readonly #rows: PhoneRows
  readonly #others: CueFinder
  readonly #phones: CueFinder
  readonly #units: WordMatcher<string>
  readonly #counted: CountedFigures

  constructor(numbers: NumberWords) {
    this.#roles = new WordMatcher(
      ORDER.flatMap((role) => numbers.piece_cues[role].map((word): [string, Role] => [word, role])),
    )
    this.#rows = new PhoneRows(numbers)
    this.#counted = new CountedFigures(numbers)
    this.#others = new CueFinder(numbers.other_number_cues)
    this.#phones = new CueFinder(numbers.phone_cues)
    this.#units = new WordMatcher(numbers.count_units.map((unit): [string, string] => [unit, unit]))
  }

  /**
   * @param figures how many ASCII figures the text has
   * @param isSum whether it speaks of sums
   */
  find(
    text: string,
    folded: string,
    runs: readonly DigitRun[],
    figures: number,
    isSum: boolean,
  ): readonly Draft[] {
    // However it is cut, a number has its digits somewhere; only sums may have fewer.
    let digits = figures
    for (const run of runs) for (const { form } of run) if (form !== 'ascii') digits++
    if (digits < FEWEST_DIGITS && !isSum) return NOTHING
    const counted = this.#counted.in(text)
    const isPart = (piece: NumberPiece, index: number, pieces: readonly NumberPiece[]): boolean =>
      !/^[桁けけつ]/.test(text.slice(piece.end)) && !isListMark(text, piece, pieces[index + 1])
    const all = numberPieces(text, runs).filter(isPart)
    const plain = all.filter(
      ({ start, end }) =>
        !this.#others.before(folded, start, OTHER_REACH) && !counted.hasOverlap({ start, end }),
    )
    const found = this.#cued(text, folded, plain)
    if (found.length === 0 && isSum) {
      const sums = sumPieces(text).filter((sum) => !counted.hasOverlap(sum))
      const worked = new SpanSet(sums)
      const rest = plain.filter((piece) => !worked.hasOverlap(piece))
      if (sums.length > 0) {
        found.push(
          ...this.#cued(
            text,
            folded,
            [...rest, ...sums].sort((a, b) => a.start - b.start),
          ),
        )
      }
    }
    if (found.length === 0) found.push(...this.#numbered(text, folded, plain))
    // いと of 0いと5 is no figure where figures stand in every word.
    const row = this.#rows.find(text, folded, figuresOf(text).filter(isPart), counted)
    return row.length > 0
      ? [...found, ...row]
      : [...found, ...this.#rows.find(text, folded, withLoneFigures(text, all), counted)]
  }

  /** ①080 ②2345 ③6789: once the circles are undone each part begins with its count. */
  #numbered(text: string, folded: string, pieces: readonly NumberPiece[]): Draft[] {
    return pieces.flatMap((first, at): Draft[] => {
      const parts = pieces.slice(at, at + 3)
      if (parts.length < 3 || parts.some(({ digits }, index) => digits[0] !== String(index + 1))) return []
      if (parts.some(({ start }, index) => index > 0 && start - parts[index - 1]!.end > COUNTED_GAP))
        return []
      const groups = parts.map(({ digits }) => digits.slice(1))
      const digits = groups.join('')
      const shape = groups.map((group) => group.length).join('-')
      const isCalled =
        /^0[5-9]0/.test(digits) ||
        this.#phones.before(folded, first.start, CUE_REACH) ||
        this.#phones.after(folded, parts[2]!.end, OTHER_REACH)
      if (!/^[23]-4-4$/.test(shape) || !isNumber(digits) || !isCalled) return []
      const { start } = first
      const { end } = parts[2]!
      const steps = [{ step: 'number-in-pieces', from: text.slice(start, end), to: digits, disguise: true }]
      return [{ kind: 'phone', start, end, value: digits, steps }]
    })
  }

  #cued(text: string, folded: string, plain: readonly NumberPiece[]): Draft[] {
    // Every number begins with a zero, in whatever order its parts are given.
    if (!plain.some(({ digits }) => digits.startsWith('0'))) return []
    const pieces = plain.map((piece, index) => this.#withCue(text, folded, piece, plain[index - 1]))
    const found: Draft[] = []
    for (let at = 0; at < pieces.length; at++) {
      const joined = joinFrom(pieces, at)
      if (!joined || this.#countsThings(folded, joined.pieces)) continue
      found.push(describe(text, joined.pieces, joined.digits))
      at = joined.last
    }
    if (found.length > 0) return found
    // The parts may be given out of order: 「下4桁は…、頭は…」.
    const cued = pieces.filter((piece) => piece.role !== undefined).slice(0, MAX_PIECES)
    const sorted = [...cued].sort((a, b) => ORDER.indexOf(a.role!) - ORDER.indexOf(b.role!))
    const joined = sorted[0]?.role === 'first' ? joinFrom(sorted, 0) : undefined
    const draft =
      joined && !this.#countsThings(folded, joined.pieces)
        ? describe(text, joined.pieces, joined.digits)
        : undefined
    // 続きは731-8804、棚卸表のバーコードと…、頭の052は…: what stands between the parts says what they number.
    return draft && !this.#others.within(folded, draft.start, draft.end) ? [draft] : []
  }

  #withCue(text: string, folded: string, piece: NumberPiece, before: NumberPiece | undefined): CuedPiece {
    const floor = Math.max(before?.end ?? 0, piece.start - CUE_REACH)
    const line = floor + text.slice(floor, piece.start).lastIndexOf('\n') + 1
    let role: Role | undefined
    let from = piece.start
    for (let at = line; at < piece.start; at++) {
      const hit = this.#roles.longest(folded, at)
      if (!hit || at + hit.length > piece.start) continue
      if (role === undefined) from = at
      role = hit.value
      at += hit.length - 1
    }
    role ??= this.#roleBehind(text, folded, piece.end)
    const between = before
      ? text.slice(before.end, piece.start)
      : text.slice(Math.max(0, piece.start - 1), piece.start)
    const gloss = between.replace(/\([^()\d]{0,12}\)/g, '')
    const attached = before !== undefined && /^[\s「」『』()[\]、,・→のと-]{0,5}$/.test(gloss)
    const open = /[「『([]$/.test(between) && from === piece.start ? 1 : 0
    const called = this.#phones.before(folded, from, CUE_REACH)
    return { ...piece, role, from: from - open, called, attached }
  }

  /** 1. 090ページ 2. 1234文字: figures that count one thing and another. */
  #countsThings(folded: string, pieces: readonly CuedPiece[]): boolean {
    const units = pieces.flatMap(({ end }) => this.#units.longest(folded, end)?.value ?? [])
    return units.length > 1 && new Set(units).size > 1
  }

  /** 「れいはちれい、が先頭で」: the part is told what it is behind it. */
  #roleBehind(text: string, folded: string, end: number): Role | undefined {
    const joint = ROLE_BEHIND.exec(text.slice(end, end + 4))?.[0].length
    return joint === undefined ? undefined : this.#roles.longest(folded, end + joint)?.value
  }
}

/** Figures between words, or before a measure's letters (090g); what a mark joins to others is no part by itself. */
const figuresOf = (text: string): NumberPiece[] =>
  [
    ...text.matchAll(
      /(?<![A-Za-z\d.:/-])\d{1,11}(?![A-Za-z\d.:/-])|(?<![A-Za-z\d.:/-])\d{3,8}(?=(?:k?g|ml|cc|cm|mm|px|pt)(?![A-Za-z]))/g,
    ),
  ].map(({ 0: digits, index }) => ({
    start: index,
    end: index + digits.length,
    digits,
  }))

/** The pieces with the single figures among them, which are no run: 83月4日. */
const withLoneFigures = (text: string, pieces: readonly NumberPiece[]): NumberPiece[] => {
  const taken = new SpanSet(pieces)
  const lone = [...text.matchAll(/(?<![\dA-Za-z])\d(?![\dA-Za-z.):、番])/g)]
    .map(({ 0: digits, index }) => ({ start: index, end: index + 1, digits }))
    .filter((figure) => !taken.hasOverlap(figure))
  return [...pieces, ...lone].sort((a, b) => a.start - b.start)
}

/** The `2` of `2. 1234` and その2 1234 counts the parts. */
const isListMark = (text: string, { end, digits }: NumberPiece, next: NumberPiece | undefined): boolean =>
  digits.length === 1 &&
  next !== undefined &&
  next.digits.length > 1 &&
  /^[.):、\s番]/.test(text.slice(end, end + 1))

/** The pieces from `at` on that make a number together, each after the first with a cue or attached. */
const joinFrom = (pieces: readonly CuedPiece[], at: number) => {
  const first = pieces[at]!
  if (!first.digits.startsWith('0')) return undefined
  // 080-5512-773まで書きました。最後の数字は3です: what is nearly whole waits for its end alone.
  const isNearlyWhole = /^0[5-9]0[1-9]/.test(first.digits) && pieces[at + 1]?.role === 'last'
  if (first.digits.length > 7 && !isNearlyWhole) return undefined
  const taken = [first]
  let digits = first.digits
  let cues = first.role === 'first' ? 1 : 0
  // 03、続けて1234、最後に5678: only a mobile's head tells by itself that a number begins.
  const isTold = isNearlyWhole || first.role === 'first' || first.called || /^0[5-9]0/.test(first.digits)
  for (let to = at + 1; to < pieces.length && taken.length < MAX_PIECES; to++) {
    const next = pieces[to]!
    const previous = taken.at(-1)!
    if (Math.abs(next.start - previous.end) > MAX_DISTANCE) break
    if (next.role === undefined && !next.attached) {
      // A figure of something else may stand between two parts.
      if (next.start - previous.end > 40) break
      continue
    }
    if (next.role !== undefined) cues++
    digits += next.digits
    taken.push(next)
    if (digits.length > 11) return undefined
    if (digits.length >= 10 && isNumber(digits))
      return cues > 0 && (isTold || cues > 2) ? { pieces: taken, digits, last: to } : undefined
  }
  return undefined
}

const describe = (text: string, pieces: readonly CuedPiece[], digits: string): Draft => {
  const start = Math.min(...pieces.map((piece) => piece.from))
  let end = Math.max(...pieces.map((piece) => piece.end))
  // 「8783(はなやさん)」: the reading and the bracket that the number opened belong to it.
  end += /^(?:\([^()\n]{1,12}\))?[」』)\]]?/.exec(text.slice(end, end + 16))![0].length
  const steps = [{ step: 'number-in-pieces', from: text.slice(start, end), to: digits, disguise: true }]
  return { kind: 'phone', start, end, value: digits, steps, sample: isSampleNumber(digits) }
}
