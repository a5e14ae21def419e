/**
 * Bank accounts: a bank, usually a branch and a kind, and the number.
 */
import type { Draft } from './draft.ts'
import type { ContactWords } from './tables.ts'
import { WordMatcher } from './word-matcher.ts'

const NUMBER = /(?<!\d)\d{4,5}[-ー]?\d{3,4}(?!\d)|(?<!\d)\d{6,8}(?!\d)/g
/** How far the number may stand behind the bank's name, in code units. */
const REACH = 48
const NAME_MAX = 14

export class BankAccounts {
  readonly #banks: WordMatcher<true>
  readonly #parts: WordMatcher<'branch' | 'account'>

  constructor(words: ContactWords) {
    this.#banks = new WordMatcher(words.bank_words.map((word) => [word, true] as const))
    this.#parts = new WordMatcher([
      ...words.branch_words.map((word) => [word, 'branch'] as const),
      ...words.account_words.map((word) => [word, 'account'] as const),
    ])
  }

  find(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      const bank = this.#banks.longest(folded, at)
      if (!bank) continue
      const from = at + bank.length
      const reach = text.slice(from, from + REACH)
      const stop = reach.search(/[。!?]/)
      const scope = stop < 0 ? reach : reach.slice(0, stop)
      NUMBER.lastIndex = 0
      const numbers = [...scope.matchAll(NUMBER)]
      const number = numbers.find((match) => match[0].replace(/\D/g, '').length >= 6) ?? undefined
      if (!number) continue
      const between = scope.slice(0, number.index)
      if (!this.#names(folded, from, from + between.length)) continue
      const end = from + number.index + number[0].length
      const value = number[0].replace(/\D/g, '')
      found.push({ kind: 'bank-account', start: nameStart(text, at), end, value, sample: /^0+$/.test(value) })
      at = end - 1
    }
    return found
  }

  /** Whether a branch or a kind of account is named between the bank and the number. */
  #names(folded: string, from: number, to: number): boolean {
    return this.#parts.within(folded, from, to)
  }
}

/** Where the bank's own name begins: みどり銀行, ABC信用金庫. */
const nameStart = (text: string, at: number): number => {
  let start = at
  while (
    start > 0 &&
    at - start < NAME_MAX &&
    /[\p{Script=Han}\p{Script=Katakana}A-Za-zー々]/u.test(text[start - 1]!)
  )
    start--
  if (start < at) return start
  while (start > 0 && at - start < NAME_MAX && /\p{Script=Hiragana}/u.test(text[start - 1]!)) {
    if (/[はがのにをへで]/.test(text[start - 1]!)) break
    start--
  }
  return start
}
