/**
 * Numbers whose rest is a word or two (語呂合わせ): 「0120-よいふろよ」, 「045のあとに『はなやさん』」, 「ゼロハチゼロ、よいくに、
 * いいふろ」.
 *
 * The word must read as exactly as many digits as the number lacks; kanji are read by the tokens' readings.
 */
import type { Token } from '../../morph/token.ts'
import { fold } from '../../text/fold.ts'
import { CueFinder } from '../common/cue-finder.ts'
import type { DigitRun } from '../common/digit-reader.ts'
import type { Draft } from '../common/draft.ts'
import type { NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { isNumber } from './phone-number.ts'

const HEAD = /(?<![\d-])0\d{1,4}(?!\d)/g
const MAX_WORD = 14
/** The head of a number said in words, and what may stand between the words of its rest. */
const HEAD_SIZES: ReadonlySet<number> = new Set([3, 4])
const MARKS = /[、・\-\s]/g
const WORDS =
  /^[、・\-\s][\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}(?:[、・\-\s][\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}){1,2}/u
const SILENT = /^[っーんぁぃぅぇぉ]$/

export class GoroNumbers {
  readonly #syllables: WordMatcher<string>
  readonly #joints: WordMatcher<true>
  readonly #cues: CueFinder
  readonly #heads: ReadonlySet<string>

  constructor(numbers: NumberWords) {
    this.#syllables = new WordMatcher(
      Object.entries(numbers.goro).flatMap(([digit, words]) =>
        words.map((word): [string, string] => [word, digit]),
      ),
    )
    this.#joints = new WordMatcher(numbers.goro_joints.map((word) => [word, true] as const))
    this.#cues = new CueFinder(numbers.goro_cues)
    this.#heads = new Set(numbers.goro_heads)
  }

  find(text: string, folded: string, tokens: readonly Token[], runs: readonly DigitRun[]): Draft[] {
    const found: Draft[] = this.#afterWords(text, folded, runs)
    for (const match of text.matchAll(HEAD)) {
      const head = match[0]
      const from = match.index + head.length
      let at = from
      for (
        let joint = this.#joints.longest(folded, at);
        joint && at - from < 8;
        joint = this.#joints.longest(folded, at)
      ) {
        at += joint.length
      }
      const open = /[「『("]/.test(text[at] ?? '')
      if (open) at++
      if (at === from || (!open && !this.#heads.has(head))) continue
      const word = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,14}/u.exec(
        text.slice(at, at + MAX_WORD),
      )?.[0]
      if (!word) continue
      const cued =
        this.#heads.has(head) ||
        this.#cues.before(folded, match.index, 30) ||
        this.#cues.after(folded, at, 30)
      const value = cued ? this.#complete(head, readingOf(word, at, tokens)) : undefined
      if (value === undefined) continue
      const end = at + word.length + (open && /[」』)"]/.test(text[at + word.length] ?? '') ? 1 : 0)
      const steps = [{ step: 'goro', from: text.slice(match.index, end), to: value, disguise: true }]
      found.push({ kind: 'phone', start: match.index, end, value, steps })
    }
    return found
  }

  /** A head in words or figures with its rest in two words: ゼロハチゼロ、よいくに、いいふろ. */
  #afterWords(text: string, folded: string, runs: readonly DigitRun[]): Draft[] {
    const found: Draft[] = []
    for (const run of runs) {
      if (run[0]!.digit !== '0' || run[0]!.form === 'weak') continue
      // The run goes on into the first of the words where that begins like a digit.
      for (const size of HEAD_SIZES) {
        const last = run[size - 1]
        if (last === undefined || run.slice(0, size).some((atom) => atom.form === 'weak')) continue
        const start = run[0]!.start
        const rest = this.#twoWords(text.slice(last.end, last.end + 30), run.slice(0, size))
        if (rest === undefined) continue
        const { value } = rest
        const end = last.end + rest.length
        if (!this.#cues.before(folded, start, 30) && !this.#cues.after(folded, end, 30)) continue
        const steps = [{ step: 'goro', from: text.slice(start, end), to: value, disguise: true }]
        found.push({ kind: 'phone', start, end, value, steps })
        break
      }
    }
    return found
  }

  /** The two words behind a head that make a number of it, with the length that they and the marks take. */
  #twoWords(behind: string, run: DigitRun): { value: string; length: number } | undefined {
    const words = WORDS.exec(behind)?.[0]
    if (words === undefined) return undefined
    const head = run.map((atom) => atom.digit).join('')
    for (let length = words.length; length > MAX_WORD / 2; length--) {
      const value = this.#complete(head, fold(words.slice(0, length).replace(MARKS, '')))
      if (value !== undefined) return { value, length }
    }
    return undefined
  }

  /** The number that the head and the word's digits make, or undefined. */
  #complete(head: string, reading: string): string | undefined {
    const needed = new Set([10 - head.length, 11 - head.length])
    // Every way to read the first n kana, by how many digits it gives: the word is short, so the sets stay small.
    let states: Map<number, string>[] = [new Map([[0, '']])]
    states = [...states, ...Array.from({ length: reading.length }, () => new Map<number, string>())]
    for (let at = 0; at < reading.length; at++) {
      for (const [count, digits] of states[at]!) {
        for (const { length, value } of this.#syllables.at(reading, at)) {
          if (!states[at + length]?.has(count + 1)) states[at + length]?.set(count + 1, digits + value)
        }
        if (SILENT.test(reading[at]!) && !states[at + 1]!.has(count)) states[at + 1]!.set(count, digits)
      }
    }
    for (const [count, digits] of states[reading.length]!) {
      if (needed.has(count) && isNumber(head + digits)) return head + digits
    }
    return undefined
  }
}

/** The word in hiragana, as far as the tokens tell. */
const readingOf = (word: string, at: number, tokens: readonly Token[]): string => {
  if (!/\p{Script=Han}/u.test(word)) return fold(word)
  const inside = tokens.filter((token) => token.start >= at && token.end <= at + word.length)
  return fold(inside.map((token) => token.reading ?? token.surface).join(''))
}
