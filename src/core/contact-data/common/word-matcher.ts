/**
 * Finds which of many words stand at a place: the detectors' tables are sets of words with a meaning each.
 */

import { Beginnings } from '../../text/beginnings.ts'
import { fold } from '../../text/fold.ts'
import { NO_NODE, UnitTrie } from '../../text/unit-trie.ts'

export interface WordMatch<T> {
  readonly length: number
  readonly value: T
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a

export class WordMatcher<T> {
  readonly #trie = new UnitTrie()
  /** By node of the tree: the word that ends there. */
  readonly #words: (WordMatch<T> | undefined)[] = []
  readonly #beginnings = new Beginnings()

  /** Words are folded here, so they may be authored in either kana and any case. Where a word stands twice the first counts. */
  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [authored, value] of entries) {
      const word = fold(authored)
      if (word === '') continue
      this.#beginnings.add(word)
      this.#words[this.#trie.add(word)] ??= { length: word.length, value }
    }
  }

  /** Whether a word may begin at `at`: false for most places, with a look at two code units. */
  mayBegin(folded: string, at: number): boolean {
    return this.#beginnings.mayBeAt(folded, at)
  }

  /** The node of the first code unit at `at`. */
  #start(folded: string, at: number): number {
    return this.#beginnings.mayBeAt(folded, at) ? this.#trie.first(folded.charCodeAt(at)) : NO_NODE
  }

  /** All words at `at` in a folded text, the longest first. */
  at(folded: string, at: number): readonly WordMatch<T>[] {
    let node = this.#start(folded, at)
    if (node === NO_NODE) return NOTHING
    const found: WordMatch<T>[] = []
    for (let end = at + 1; node !== NO_NODE; end++) {
      const word = this.#words[node]
      if (word !== undefined) found.unshift(word)
      node = this.#trie.step(node, folded.charCodeAt(end))
    }
    return found
  }

  /** The longest word at `at`. */
  longest(folded: string, at: number): WordMatch<T> | undefined {
    let node = this.#start(folded, at)
    let longest: WordMatch<T> | undefined
    for (let end = at + 1; node !== NO_NODE; end++) {
      longest = this.#words[node] ?? longest
      node = this.#trie.step(node, folded.charCodeAt(end))
    }
    return longest
  }

  /** Whether any word stands within `[from, to)`. */
  within(folded: string, from: number, to: number): boolean {
    for (let at = Math.max(0, from); at < to; at++) {
      let node = this.#start(folded, at)
      // A Latin word does not begin within another: `tel` is not in `hotel`.
      if (node !== NO_NODE && isLatin(folded.charCodeAt(at)) && isLatin(folded.charCodeAt(at - 1))) continue
      for (let end = at + 1; node !== NO_NODE && end <= to; end++) {
        if (this.#words[node] !== undefined) return true
        node = this.#trie.step(node, folded.charCodeAt(end))
      }
    }
    return false
  }
}

const NOTHING: readonly never[] = []
