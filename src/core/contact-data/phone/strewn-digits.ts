/**
 * Mobile numbers whose figures are strewn over a list that speaks of something else: 「伏せ目0、かけ目7、伏せ目0、表編み5…この段は
 * 編まずに、押してください」, and those that stand in signs which the text itself reads as figures (told-figures.ts): 「猫(ゼロ)、未、
 * 猫、卯…子を1と数えれば」. Eleven figures, no more and no fewer, beside words that ring or call.
 */
import { AnyWord } from '../../text/any-word.ts'
import type { SpanSet } from '../../text/span-set.ts'
import type { Draft } from '../common/draft.ts'
import type { StrewnWords } from '../common/tables.ts'
import { isNumber } from './phone-number.ts'
import { type Figures, ToldFigures } from './told-figures.ts'

const LENGTH = 11
/** Nothing else stands between two figures of one number for longer than this, UTF-16 code units. */
const MOST_BETWEEN = 18
/** A group of more figures is one of its own. */
const LONGEST_GROUP = 4
/** Fewer groups are the matter of who looks for pieces. */
const FEWEST_GROUPS = 3
/** Three of a list, each behind its word, are as many quantities: フック 090、金具 4471、板 8820. */
const NAMED_QUANTITY = /^[、,，]\s?[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]+\s?$/u
/** How far off it is said what to do with them. */
const BEFORE = 60
const BEHIND = 80
const NOTHING: readonly Draft[] = []

export class StrewnDigits {
  private readonly rings: AnyWord
  private readonly told: ToldFigures

  constructor(words: StrewnWords) {
    this.rings = new AnyWord(words.cues)
    this.told = new ToldFigures(words)
  }

  /** @param counted figures that measure, number or price something */
  find(text: string, counted: SpanSet): readonly Draft[] {
    if (!this.rings.in(text)) return NOTHING
    const figures = this.told.in(text)
    if (figures.length < FEWEST_GROUPS) return NOTHING
    const found: Draft[] = []
    for (let at = 0; at < figures.length; at++) {
      if (figures[at]!.digits[0] !== '0') continue
      const row = this.rowFrom(text, figures, at, counted)
      if (row === undefined) continue
      found.push(row.draft)
      at = row.last
    }
    return found
  }

  private rowFrom(text: string, figures: readonly Figures[], at: number, counted: SpanSet) {
    let digits = ''
    for (let to = at; to < figures.length; to++) {
      const one = figures[to]!
      if (to > at && one.start - figures[to - 1]!.end > MOST_BETWEEN) return undefined
      if (one.digits.length > LONGEST_GROUP || (!one.isTold && counted.hasOverlap(one))) return undefined
      digits += one.digits
      if (digits.length < LENGTH) continue
      const { start } = figures[at]!
      const { end } = one
      const next = figures[to + 1]
      const goesOn = next !== undefined && next.start - end <= 3
      const groups = figures.slice(at, to + 1)
      if (digits.length > LENGTH || goesOn || groups.length < FEWEST_GROUPS) return undefined
      if (groups.length === FEWEST_GROUPS && areQuantities(text, groups)) return undefined
      if (!/^0[5-9]0[1-9]/.test(digits) || !isNumber(digits)) return undefined
      // What is written as numbers are is somebody else's matter.
      if (/^[\d\s().-]+$/.test(text.slice(start, end))) return undefined
      const around = `${text.slice(Math.max(0, start - BEFORE), start)}\n${text.slice(end, end + BEHIND)}`
      if (!this.rings.in(around)) return undefined
      const steps = [{ step: 'strewn-digits', from: text.slice(start, end), to: digits, disguise: true }]
      const draft: Draft = { kind: 'phone', start, end, value: digits, steps }
      return { draft, last: to }
    }
    return undefined
  }
}

const areQuantities = (text: string, groups: readonly Figures[]): boolean =>
  groups.every(
    ({ start, isTold }, at) =>
      !isTold && (at === 0 || NAMED_QUANTITY.test(text.slice(groups[at - 1]!.end, start))),
  )
