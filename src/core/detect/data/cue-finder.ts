/**
 * Whether one of a table's words stands near a place: what is said before and after a number tells what it is.
 */
import { WordMatcher } from './word-matcher.ts'

export class CueFinder {
  readonly #matcher: WordMatcher<true>

  constructor(words: readonly string[]) {
    this.#matcher = new WordMatcher(words.map((word) => [word, true] as const))
  }

  /** Within `size` code units before `at`, on the same line. */
  before(folded: string, at: number, size: number): boolean {
    const line = folded.lastIndexOf('\n', at - 1) + 1
    return this.#matcher.within(folded, Math.max(line, at - size), at)
  }

  /** Within `size` code units after `at`, on the same line. */
  after(folded: string, at: number, size: number): boolean {
    const line = folded.indexOf('\n', at)
    return this.#matcher.within(folded, at, Math.min(line < 0 ? folded.length : line, at + size))
  }

  within(folded: string, from: number, to: number): boolean {
    return this.#matcher.within(folded, from, to)
  }

  /** The end of the last word within `size` code units before `at`, or -1. */
  lastBefore(folded: string, at: number, size: number): number {
    for (let from = at - 1; from >= Math.max(0, at - size); from--) {
      const hit = this.#matcher.longest(folded, from)
      if (hit && from + hit.length <= at) return from + hit.length
    }
    return -1
  }
}
