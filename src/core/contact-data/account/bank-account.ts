/**
 * Bank accounts: a kind of account (普通, 当座) or the post bank's 記号 and 番号 before a number, with a bank or a branch
 * before that.
 */
import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'

const NUMBER =
  /^[^0-9。!?\n]{0,10}?(\d{5}[^0-9。\n]{1,8}\d{6,8}|\d{4,5}[-ー]\d{6,8}|\d{3,4}[-ー]\d{3,4}|\d{6,8})(?![\d,.円])/
/** How far before the kind of account its bank or branch may stand, in code units. */
const REACH = 40
const NAME_MAX = 14

export class BankAccounts {
  readonly #banks: WordMatcher<true>
  readonly #branches: WordMatcher<true>
  readonly #accounts: WordMatcher<true>

  constructor(words: ContactWords) {
    const set = (list: readonly string[]) => new WordMatcher(list.map((word) => [word, true] as const))
    this.#banks = set(words.bank_words)
    this.#branches = set(words.branch_words)
    this.#accounts = set(words.account_words)
  }

  find(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    let floor = 0
    for (let at = 0; at < text.length; at++) {
      const account = this.#accounts.longest(folded, at)
      if (!account) continue
      const from = at + account.length
      const number = NUMBER.exec(text.slice(from, from + 32))
      const digits = number?.[1]?.replace(/^\d{5}\D{1,8}(?=\d{6})/, '').replace(/\D/g, '') ?? ''
      if (digits.length < 6) continue
      const start = this.#start(text, folded, at, floor)
      if (start === undefined) continue
      const end = from + number![0].length
      found.push({ kind: 'bank-account', start, end, value: digits, sample: /^0+$/.test(digits) })
      floor = end
      at = end - 1
    }
    return found
  }

  /** Where the bank's or, without one, the branch's name begins. */
  #start(text: string, folded: string, at: number, floor: number): number | undefined {
    const from = Math.max(floor, at - REACH)
    const near = text.slice(from, at)
    const line = from + Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')) + 1
    let branch: number | undefined
    for (let place = line; place < at; place++) {
      if (this.#banks.longest(folded, place)) return nameStart(text, place)
      if (branch === undefined && this.#branches.longest(folded, place)) branch = place
    }
    return branch === undefined ? undefined : nameStart(text, branch)
  }
}

/** Where the name that ends at `at` begins: みどり銀行, ABC信用金庫. */
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
