/**
 * Reads the digits of a text however they are written: ASCII, kanji, kana, English words, look-alike letters, mixed.
 *
 * The result is runs: digits that stand together with nothing but separators between them. Which of them is a number
 * that one can ring is not decided here.
 */
import type { NumberWords } from './tables.ts'
import { type WordMatch, WordMatcher } from './word-matcher.ts'

/** ascii: a digit; sure, weak: a word (see dictionaries/number-words.yaml); letter: O for 0. */
export type DigitForm = 'ascii' | 'sure' | 'weak' | 'letter'

export interface DigitAtom {
  readonly start: number
  readonly end: number
  readonly digit: string
  readonly form: DigitForm
  /** What stands between the atom before and this one; empty for the first. */
  readonly gap: string
}

export type DigitRun = readonly DigitAtom[]

const MAX_GAP = 3
/** What `\s` is. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
/** Most texts have less code units. */
const ROOM = 2048
/** A reading with more sure words wins: にい is 2, not 2 and 1. */
const WEIGHT = { ascii: 3, sure: 3, weak: 1, letter: 1 } as const

interface Word {
  readonly digit: string
  readonly form: DigitForm
}

export class DigitReader {
  readonly #words: WordMatcher<Word>
  readonly #lookAlikes: ReadonlyMap<string, string>
  /** By code unit: 1 for what may stand between two digits. */
  readonly #separators = new Uint8Array(0x10000)
  /** Room for the reading of a text: by place, what the best reading from there on is worth, and where it goes on. */
  #score = new Int32Array(ROOM)
  #next = new Int32Array(ROOM)

  constructor(numbers: NumberWords) {
    this.#words = new WordMatcher(
      numbers.digits.flatMap(({ digit, sure, weak }) => [
        ...sure.map((word): [string, Word] => [word, { digit, form: 'sure' }]),
        ...weak.map((word): [string, Word] => [word, { digit, form: 'weak' }]),
      ]),
    )
    this.#lookAlikes = new Map(Object.entries(numbers.look_alikes))
    for (const mark of [...numbers.separators, ...WHITE_SPACE])
      if (mark.length === 1) this.#separators[mark.charCodeAt(0)] = 1
  }

  /** Whether a digit may stand at `at`, however it is written: false for most places. */
  #mayBe(text: string, folded: string, at: number): boolean {
    const unit = text.charCodeAt(at)
    return (
      (unit >= 0x30 && unit <= 0x39) ||
      this.#words.mayBegin(folded, at) ||
      // Latin, Greek and Cyrillic letters; no other looks like a figure.
      (unit < 0x530 && this.#lookAlikes.has(text[at]!))
    )
  }

  #atomsAt(text: string, folded: string, at: number): readonly WordMatch<Word>[] {
    const char = text[at]!
    if (char >= '0' && char <= '9') return [{ length: 1, value: { digit: char, form: 'ascii' } }]
    const words = this.#words.at(folded, at)
    const letter = this.#lookAlikes.get(char)
    if (letter === undefined || !this.#besideDigits(text, at)) return words
    return [...words, { length: 1, value: { digit: letter, form: 'letter' } }]
  }

  /** A letter is a digit's disguise only where no other letter touches it. */
  #besideDigits(text: string, at: number): boolean {
    const beside = (char: string | undefined) =>
      char === undefined || !/[A-Za-z]/.test(char) || this.#lookAlikes.has(char)
    // `G=034` and 「B：18」 name what is measured.
    return beside(text[at - 1]) && beside(text[at + 1]) && !/^[=:]/.test(text.slice(at + 1, at + 2))
  }

  /** All runs of two digits or more, in order. Time is linear in the length of the text. */
  runs(text: string, folded: string): DigitRun[] {
    const length = text.length
    if (length >= this.#score.length) {
      this.#score = new Int32Array(2 * length)
      this.#next = new Int32Array(2 * length)
    }
    const score = this.#score.fill(0, 0, length + 1)
    const next = this.#next
    const step: (WordMatch<Word> | undefined)[] = new Array(length + 1)
    for (let at = length - 1; at >= 0; at--) {
      if (!this.#mayBe(text, folded, at)) continue
      for (const atom of this.#atomsAt(text, folded, at)) {
        const end = at + atom.length
        let follow = -1
        for (let to = end; to <= Math.min(end + MAX_GAP, length); to++) {
          if (to > end && this.#separators[text.charCodeAt(to - 1)] === 0) break
          if (score[to]! > 0 && (follow < 0 || score[to]! > score[follow]!)) follow = to
        }
        const total = WEIGHT[atom.value.form] + (follow < 0 ? 0 : Math.min(score[follow]!, 1_000_000))
        if (total > score[at]!) {
          score[at] = total
          next[at] = follow
          step[at] = atom
        }
      }
    }
    const runs: DigitRun[] = []
    for (let at = 0; at < length; at++) {
      if (score[at] === 0 || !this.#mayBegin(text, at)) continue
      const run: DigitAtom[] = []
      let end = at
      for (let to = at; to >= 0; to = next[to]!) {
        const { length: size, value: word } = step[to]!
        run.push({
          start: to,
          end: to + size,
          digit: word.digit,
          form: word.form,
          gap: run.length ? text.slice(end, to) : '',
        })
        end = to + size
      }
      if (run.length > 1) runs.push(run)
      at = end - 1
    }
    return runs
  }

  /** An English or romaji number word does not begin within a word: phone is no `one`. */
  #mayBegin(text: string, at: number): boolean {
    return !/[A-Za-z]/.test(text[at]!) || !/[A-Za-z]/.test(text[at - 1] ?? '')
  }
}
