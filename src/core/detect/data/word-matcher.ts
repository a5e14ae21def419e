/**
 * Finds which of many words stand at a place: the detectors' tables are sets of words with a meaning each.
 */
import { fold } from './fold.ts'

export interface WordMatch<T> {
  readonly length: number
  readonly value: T
}

/** A node of the tree of words, by code unit. */
interface Node<T> {
  readonly next: Map<number, Node<T>>
  word?: WordMatch<T>
}

const newNode = <T>(): Node<T> => ({ next: new Map() })

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a

export class WordMatcher<T> {
  readonly #root = newNode<T>()
  /** By the last eight bits of a code unit: whether a word may begin with it. Most places are done with here. */
  readonly #firsts = new Uint8Array(256)

  /** Words are folded here, so they may be authored in either kana and any case. Where a word stands twice the first counts. */
  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [authored, value] of entries) {
      const word = fold(authored)
      if (word === '') continue
      this.#firsts[word.charCodeAt(0) & 0xff] = 1
      let node = this.#root
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i)
        let next = node.next.get(unit)
        if (next === undefined) {
          next = newNode()
          node.next.set(unit, next)
        }
        node = next
      }
      node.word ??= { length: word.length, value }
    }
  }

  /** The node of the first code unit at `at`. */
  #start(folded: string, at: number): Node<T> | undefined {
    const unit = folded.charCodeAt(at)
    return this.#firsts[unit & 0xff] === 1 ? this.#root.next.get(unit) : undefined
  }

  /** All words at `at` in a folded text, the longest first. */
  at(folded: string, at: number): readonly WordMatch<T>[] {
    let node = this.#start(folded, at)
    if (node === undefined) return NOTHING
    const found: WordMatch<T>[] = []
    for (let end = at + 1; node !== undefined; end++) {
      if (node.word !== undefined) found.unshift(node.word)
      node = node.next.get(folded.charCodeAt(end))
    }
    return found
  }

  /** The longest word at `at`. */
  longest(folded: string, at: number): WordMatch<T> | undefined {
    let node = this.#start(folded, at)
    let longest: WordMatch<T> | undefined
    for (let end = at + 1; node !== undefined; end++) {
      if (node.word !== undefined) longest = node.word
      node = node.next.get(folded.charCodeAt(end))
    }
    return longest
  }

  /** Whether any word stands within `[from, to)`. */
  within(folded: string, from: number, to: number): boolean {
    for (let at = Math.max(0, from); at < to; at++) {
      let node = this.#start(folded, at)
      // A Latin word does not begin within another: `tel` is not in `hotel`.
      if (node !== undefined && isLatin(folded.charCodeAt(at)) && isLatin(folded.charCodeAt(at - 1))) continue
      for (let end = at + 1; node !== undefined && end <= to; end++) {
        if (node.word !== undefined) return true
        node = node.next.get(folded.charCodeAt(end))
      }
    }
    return false
  }
}

const NOTHING: readonly never[] = []
