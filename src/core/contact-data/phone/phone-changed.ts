/**
 * Numbers that are written changed, with the way back in words: 「各桁に1を足してください」, 「後ろから読んで」.
 */
import { CueFinder } from '../common/cue-finder.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import type { NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { CountedFigures } from './counted.ts'
import { isNumber } from './phone-number.ts'

interface Change {
  /** Said twice it is one change. */
  readonly id: string
  readonly apply: (digits: string) => string
  readonly words: string
}

const NEAR = 16
/** How far before figures it may be said that they number something else. */
const OTHER_REACH = 16
/** 頭の0は省略, 最初に0を付けて */
const ZERO_LEFT_OUT =
  /(?:頭|先頭|最初|はじめ|前|あたま)(?:に|の|には)\s?[「『"]?(?:0|ゼロ|零|〇)[」』"]?(?:を|は|だけ|が)?\s?(?:付|つけ|足|加|省|抜|略|入れ|補|取|いりま|必要)/
const DIGITS = '〇一二三四五六七八九'

/** The instructions of a text: shifts of every digit (both ways, people mean either), and reading backwards. */
export class ChangedNumbers {
  readonly #each: WordMatcher<true>
  readonly #signs: WordMatcher<1 | -1>
  readonly #reverse: WordMatcher<true>
  readonly #steps: WordMatcher<true>
  readonly #others: CueFinder
  readonly #counted: CountedFigures

  constructor(numbers: NumberWords) {
    this.#counted = new CountedFigures(numbers)
    this.#each = new WordMatcher(numbers.each_digit.map((word) => [word, true] as const))
    this.#signs = new WordMatcher([
      ...numbers.plus_words.map((word): [string, 1 | -1] => [word, 1]),
      ...numbers.minus_words.map((word): [string, 1 | -1] => [word, -1]),
    ])
    this.#others = new CueFinder(numbers.other_number_cues)
    this.#steps = new WordMatcher(numbers.step_words.map((word) => [word, true] as const))
    this.#reverse = new WordMatcher(numbers.reverse_words.map((word) => [word, true] as const))
  }

  #changes(text: string, folded: string): readonly Change[] {
    const changes = new Map<string, Change>()
    const add = (change: Change): void => {
      if (!changes.has(change.id)) changes.set(change.id, change)
    }
    const zero = ZERO_LEFT_OUT.exec(text)
    // 管理番号の頭に0を付けて
    if (zero !== null && !this.#others.before(folded, zero.index, OTHER_REACH))
      add({
        id: 'zero',
        apply: (digits) => (digits.startsWith('0') ? '' : `0${digits}`),
        words: zero[0],
      })
    for (let at = 0; at < folded.length; at++) {
      const reverse = this.#reverse.longest(folded, at)
      if (reverse) {
        add({
          id: 'reversed',
          apply: (digits) => [...digits].reverse().join(''),
          words: text.slice(at, at + reverse.length),
        })
      }
      const each = this.#each.longest(folded, at)
      const step = this.#steps.longest(folded, at)
      const from = at + (each?.length ?? step?.length ?? 0)
      // 「各桁に1を足して」, 「1ずつ足して」
      const near = each ? text.slice(from, from + NEAR) : step ? text.slice(Math.max(0, at - 1), at) : ''
      const figure = /[1-9一二三四五六七八九]/.exec(near)
      if (!figure) continue
      const by = DIGITS.includes(figure[0]) ? DIGITS.indexOf(figure[0]) : Number(figure[0])
      let sign = 0
      for (let to = from; to < from + NEAR && sign === 0; to++)
        sign = this.#signs.longest(folded, to)?.value ?? 0
      if (sign === 0) continue
      const shift = (amount: number) => (digits: string) =>
        digits.replace(/\d/g, (digit) => String((Number(digit) + amount + 10) % 10))
      const words = text.slice(at, from + NEAR)
      for (const amount of [sign * by, -sign * by]) add({ id: String(amount), apply: shift(amount), words })
    }
    return [...changes.values()]
  }

  /** Ten or eleven digits that are a number only once they are changed as the text says. */
  find(text: string, folded: string, runs: readonly DigitRun[]): Draft[] {
    const candidates = runs
      .map((run) => run.filter((atom) => atom.form !== 'weak'))
      .filter(({ length }) => length >= 9 && length <= 11)
    if (candidates.length === 0) return []
    const counted = this.#counted.in(text)
    const changes = this.#changes(text, folded)
    return candidates.flatMap((atoms): Draft[] => {
      const digits = atoms.map((atom) => atom.digit).join('')
      if (isNumber(digits) || this.#others.before(folded, atoms[0]!.start, OTHER_REACH)) return []
      if (counted.hasOverlap({ start: atoms[0]!.start, end: atoms.at(-1)!.end })) return []
      for (const { apply, words } of changes) {
        const value = apply(digits)
        if (!isNumber(value)) continue
        const start = atoms[0]!.start
        const end = atoms.at(-1)!.end
        const steps = [
          { step: 'changed-number', from: `${text.slice(start, end)} (${words})`, to: value, disguise: true },
        ]
        return [{ kind: 'phone', start, end, value, steps }]
      }
      return []
    })
  }

  /** A number already found whose text asks to read it otherwise: only marked, for which digits are meant is unclear. */
  mark(text: string, folded: string, drafts: readonly Draft[]): Draft[] {
    const change = drafts.length > 0 ? this.#changes(text, folded)[0] : undefined
    if (!change) return [...drafts]
    return drafts.map((draft) => ({
      ...draft,
      steps: [
        ...(draft.steps ?? []),
        { step: 'changed-number', from: draft.value, to: draft.value, disguise: true },
      ],
    }))
  }
}
