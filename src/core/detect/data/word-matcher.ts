/**
 * Finds which of many words stand at a place: the detectors' tables are sets of words with a meaning each.
 */
import { fold } from './fold.ts'

export interface WordMatch<T> {
  readonly length: number
  readonly value: T
}

export class WordMatcher<T> {
  readonly #byFirst = new Map<string, { word: string; value: T }[]>()

  /** Words are folded here, so they may be authored in either kana and any case. Where a word stands twice the first counts. */
  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    const seen = new Set<string>()
    for (const [authored, value] of entries) {
      const word = fold(authored)
      if (word === '' || seen.has(word)) continue
      seen.add(word)
      const bucket = this.#byFirst.get(word[0]!)
      if (bucket) bucket.push({ word, value })
      else this.#byFirst.set(word[0]!, [{ word, value }])
    }
    for (const bucket of this.#byFirst.values()) bucket.sort((a, b) => b.word.length - a.word.length)
  }

  /** All words at `at` in a folded text, the longest first. */
  at(folded: string, at: number): WordMatch<T>[] {
    const bucket = this.#byFirst.get(folded[at] ?? '')
    if (!bucket) return []
    const found: WordMatch<T>[] = []
    for (const { word, value } of bucket) {
      if (folded.startsWith(word, at)) found.push({ length: word.length, value })
    }
    return found
  }

  /** The longest word at `at`. */
  longest(folded: string, at: number): WordMatch<T> | undefined {
    const bucket = this.#byFirst.get(folded[at] ?? '')
    const hit = bucket?.find(({ word }) => folded.startsWith(word, at))
    return hit && { length: hit.word.length, value: hit.value }
  }

  /** Whether any word stands within `[from, to)`. */
  within(folded: string, from: number, to: number): boolean {
    for (let at = Math.max(0, from); at < to; at++) {
      const bucket = this.#byFirst.get(folded[at] ?? '')
      // A Latin word does not begin within another: `tel` is not in `hotel`.
      if (/[a-z]/.test(folded[at] ?? '') && /[a-z]/.test(folded[at - 1] ?? '')) continue
      if (bucket?.some(({ word }) => at + word.length <= to && folded.startsWith(word, at))) return true
    }
    return false
  }
}
