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
    const from = Math.max(0, at - size)
    return this.#matcher.within(folded, from + folded.slice(from, at).lastIndexOf('\n') + 1, at)
  }

  /** Within `size` code units after `at`, on the same line. */
  after(folded: string, at: number, size: number): boolean {
    const near = folded.slice(at, at + size)
    const line = near.indexOf('\n')
    return this.#matcher.within(folded, at, at + (line < 0 ? near.length : line))
  }

  within(folded: string, from: number, to: number): boolean {
    return this.#matcher.within(folded, from, to)
  }

  /** Whether one of the words stands within `[from, to)` where `isMeant` agrees to its place. */
  withinWhere(folded: string, from: number, to: number, isMeant: (at: number) => boolean): boolean {
    for (let at = Math.max(0, from); at < to; at++) {
      const hit = this.#matcher.longest(folded, at)
      if (hit && at + hit.length <= to && isMeant(at)) return true
    }
    return false
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
