/**
 * Names that are read out: ケイ・エー・エヌ・エー・08, えー びー しー アンダーバー いち.
 */
import type { ContactWords, NumberWords } from './tables.ts'
import { type WordMatch, WordMatcher } from './word-matcher.ts'

export interface SpelledName {
  readonly end: number
  readonly value: string
  /** How many letters were named by their names (and not simply written). */
  readonly spelled: number
}

const SEPARATOR = /[\s・.,、\-/ー_]/
const MAX_GAP = 2

export class SpelledLetters {
  readonly #words: WordMatcher<string>

  constructor(words: ContactWords, numbers: NumberWords) {
    this.#words = new WordMatcher([
      ...Object.entries(words.letters).flatMap(([letter, names]) =>
        names.map((name): [string, string] => [name, letter]),
      ),
      ...words.underscore.filter((word) => word.length > 1).map((word): [string, string] => [word, '_']),
      ...words.hyphen.filter((word) => word.length > 1).map((word): [string, string] => [word, '-']),
      ...words.dot.sure
        .filter((word) => /^[ァ-ヶぁ-ん]/.test(word))
        .map((word): [string, string] => [word, '.']),
      ...numbers.digits.flatMap(({ digit, sure }) =>
        sure.filter((word) => !/^[a-z]/.test(word)).map((word): [string, string] => [word, digit]),
      ),
    ])
  }

  /** Whether a letter may be named at `at`. */
  mayBegin(folded: string, at: number): boolean {
    return this.#words.mayBegin(folded, at)
  }

  /** The letter, digit or mark that is named at `at`. */
  at(folded: string, at: number): WordMatch<string> | undefined {
    return this.#words.longest(folded, at)
  }

  /** The name that is read out from `start`, with at least two letters named; plain letters and digits may stand between. */
  read(text: string, folded: string, start: number): SpelledName | undefined {
    let at = start
    let end = start
    let value = ''
    let spelled = 0
    while (at < text.length && value.length < 40) {
      const word = this.#words.longest(folded, at)
      if (word) {
        value += word.value
        spelled++
        at += word.length
      } else if (/[A-Za-z0-9]/.test(text[at]!)) {
        value += text[at]
        at++
      } else break
      end = at
      for (
        let gap = 0;
        gap < MAX_GAP && SEPARATOR.test(text[at] ?? '') && !this.#words.longest(folded, at);
        gap++
      )
        at++
    }
    return spelled >= 2 ? { end, value, spelled } : undefined
  }
}
