/** The words of one surface: an exact walk down the trie. */
import { BASE_BITS, BASE_MASK, COUNT_BITS, COUNT_MASK, ONLY_CHILD } from './dictionary-format.ts'

/** Where words of one surface stand in the word table. */
export interface WordRun {
  readonly first: number
  /** 0: there are none. */
  readonly count: number
}

const NONE: WordRun = { first: 0, count: 0 }

export function findWords(trie: Int32Array, labels: Uint16Array, surface: string): WordRun {
  let base = trie[0]! & BASE_MASK
  let entry = 0
  for (let at = 0; at < surface.length; at++) {
    const label = labels[surface.charCodeAt(at)]!
    // An only child's slot is the base itself.
    const slot = entry < 0 ? base : base + label
    if (label === 0 || base === 0 || trie[2 * slot]! >>> BASE_BITS !== label) return NONE
    entry = trie[2 * slot + 1]!
    base = trie[2 * slot]! & BASE_MASK
  }
  return { first: (entry & ~ONLY_CHILD) >>> COUNT_BITS, count: entry & COUNT_MASK }
}
