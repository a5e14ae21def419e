/**
 * A phone number in several places of one text, held together by what is said of its parts (最初の3桁は…, 続けて…,
 * 締めの4桁が…), by sums to work out, or by prices that begin with a zero. It is one datum over all of its parts.
 */
import { CueFinder } from '../common/cue-finder.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import { type NumberPiece, numberPieces, sumPieces } from '../common/number-pieces.ts'
import type { NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { isCountingRow, isSampleNumber, japaneseLength, japaneseValidity } from './phone-number.ts'

type Role = 'first' | 'middle' | 'last'

interface CuedPiece extends NumberPiece {
  readonly role: Role | undefined
  /** Where its cue begins, else the piece itself. */
  readonly from: number
  /** Nothing but brackets stands between it and the piece before. */
  readonly attached: boolean
}

/** How far before a piece its cue may begin, in code units. */
const CUE_REACH = 20
const MAX_PIECES = 6
/** A number's parts do not stand further apart than this. */
const MAX_DISTANCE = 160
const ORDER: readonly Role[] = ['first', 'middle', 'last']

export const isNumber = (digits: string): boolean =>
  digits.length === japaneseLength(digits) && japaneseValidity(digits) !== 'none' && !isCountingRow(digits)

export class PhonePieces {
  readonly #roles: WordMatcher<Role>
  readonly #calculation: CueFinder
  readonly #row: CueFinder
  readonly #units: WordMatcher<string>

  constructor(numbers: NumberWords) {
    this.#roles = new WordMatcher(
      ORDER.flatMap((role) => numbers.piece_cues[role].map((word): [string, Role] => [word, role])),
    )
    this.#calculation = new CueFinder(numbers.calculation_cues)
    this.#row = new CueFinder(numbers.row_words)
    this.#units = new WordMatcher(numbers.price_units.map((unit): [string, string] => [unit, unit]))
  }

  find(text: string, folded: string, runs: readonly DigitRun[]): Draft[] {
    const plain = numberPieces(text, runs).filter(
      (piece, index, all) =>
        !/^[桁けけつ]/.test(text.slice(piece.end)) && !isListMark(text, piece, all[index + 1]),
    )
    const found = this.#cued(text, folded, plain)
    if (found.length === 0 && this.#calculation.within(folded, 0, folded.length)) {
      const sums = sumPieces(text)
      const rest = plain.filter(
        (piece) => !sums.some((sum) => piece.start < sum.end && sum.start < piece.end),
      )
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
    return [...found, ...this.#priced(text, folded)]
  }

  #cued(text: string, folded: string, plain: readonly NumberPiece[]): Draft[] {
    // Every number begins with a zero, in whatever order its parts are given.
    if (!plain.some(({ digits }) => digits.startsWith('0'))) return []
    const pieces = plain.map((piece, index) => this.#withCue(text, folded, piece, plain[index - 1]))
    const found: Draft[] = []
    const inRow = this.#row.within(folded, 0, folded.length)
    for (let at = 0; at < pieces.length; at++) {
      const joined = joinFrom(pieces, at, inRow)
      if (!joined) continue
      found.push(describe(text, joined.pieces, joined.digits))
      at = pieces.indexOf(joined.pieces.at(-1)!)
    }
    if (found.length > 0) return found
    // The parts may be given out of order: 「下4桁は…、頭は…」.
    const cued = pieces.filter((piece) => piece.role !== undefined).slice(0, MAX_PIECES)
    const sorted = [...cued].sort((a, b) => ORDER.indexOf(a.role!) - ORDER.indexOf(b.role!))
    const joined = sorted[0]?.role === 'first' ? joinFrom(sorted, 0, false) : undefined
    return joined ? [describe(text, joined.pieces, joined.digits)] : []
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
    const between = before
      ? text.slice(before.end, piece.start)
      : text.slice(Math.max(0, piece.start - 1), piece.start)
    const gloss = between.replace(/\([^()\d]{0,12}\)/g, '')
    const attached = before !== undefined && /^[\s「」『』()[\]、,・→-]{0,5}$/.test(gloss)
    const open = /[「『([]$/.test(between) && from === piece.start ? 1 : 0
    return { ...piece, role, from: from - open, attached }
  }

  /** 下描き090円、線画4321円、彩色8765円: no price begins with a zero. */
  #priced(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    const prices = [...text.matchAll(/(?<![\d.,])(\d{2,4})(?=[^\d\s])/g)].map((match) => {
      const end = match.index + match[1]!.length
      const unit = this.#units.longest(folded, end)
      return { start: match.index, end: end + (unit?.length ?? 0), digits: match[1]!, unit: unit?.value }
    })
    for (let at = 0; at < prices.length; at++) {
      const first = prices[at]!
      if (first.unit === undefined || !/^0\d/.test(first.digits)) continue
      let digits = first.digits
      for (let to = at + 1; to < Math.min(prices.length, at + 4); to++) {
        const next = prices[to]!
        if (next.unit !== first.unit || next.start - prices[to - 1]!.end > 24) break
        digits += next.digits
        if (digits.length < 10 || !isNumber(digits)) continue
        const start = labelStart(text, first.start)
        const value = digits
        const steps = [
          { step: 'hidden-in-prices', from: text.slice(start, next.end), to: value, disguise: true },
        ]
        found.push({ kind: 'phone', start, end: next.end, value, steps })
        at = to
        break
      }
    }
    for (const match of text.matchAll(/[¥\\]\s?(0\d{1,3})[,.、\s-](\d{3,4})[,.、\s-](\d{3,4})(?!\d)/g)) {
      const value = `${match[1]}${match[2]}${match[3]}`
      if (!isNumber(value)) continue
      const steps = [{ step: 'hidden-in-prices', from: match[0], to: value, disguise: true }]
      found.push({ kind: 'phone', start: match.index, end: match.index + match[0].length, value, steps })
    }
    return found
  }
}

/** The `2` of `2. 1234` and その2 1234 counts the parts. */
const isListMark = (text: string, { end, digits }: NumberPiece, next: NumberPiece | undefined): boolean =>
  digits.length === 1 &&
  next !== undefined &&
  next.digits.length > 1 &&
  /^[.):、\s番]/.test(text.slice(end, end + 1))

/** Where the words that name the first price begin: 下描き of 下描き090円. */
const labelStart = (text: string, at: number): number => {
  let start = at
  while (start > 0 && at - start < 12 && /[\p{L}ー・]/u.test(text[start - 1]!)) start--
  return start
}

/**
 * The pieces from `at` on that make a number together, each after the first with a cue or attached.
 *
 * @param inRow the text asks to put its figures in a row: no cue is needed then
 */
const joinFrom = (pieces: readonly CuedPiece[], at: number, inRow: boolean) => {
  const first = pieces[at]!
  if (!first.digits.startsWith('0') || first.digits.length > 7) return undefined
  const taken = [first]
  let digits = first.digits
  let cues = first.role === 'first' || inRow ? 1 : 0
  for (let to = at + 1; to < pieces.length && taken.length < MAX_PIECES; to++) {
    const next = pieces[to]!
    const previous = taken.at(-1)!
    if (Math.abs(next.start - previous.end) > MAX_DISTANCE) break
    if (next.role === undefined && !next.attached && !(inRow && next.digits.length > 1)) {
      // A figure of something else may stand between two parts.
      if (next.start - previous.end > 40) break
      continue
    }
    if (next.role !== undefined) cues++
    digits += next.digits
    taken.push(next)
    if (digits.length > 11) return undefined
    if (digits.length >= 10 && isNumber(digits)) return cues > 0 ? { pieces: taken, digits } : undefined
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
