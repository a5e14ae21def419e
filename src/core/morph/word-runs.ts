/**
 * The words that begin at a place of a text, known and unknown, as runs in the dictionary's word table.
 */
import type { Dictionary } from './dictionary.ts'
import { BASE_BITS, BASE_MASK, COUNT_BITS, COUNT_MASK, ONLY_CHILD } from './dictionary-format.ts'

/**
 * Longest unknown word in code units; MeCab's `max-grouping-size`. Without it a long run of hiragana behind a
 * character that no word begins with (ょ, っ) is one token, and the lattice of a run is quadratic.
 */
export const MAX_UNKNOWN_LENGTH = 24

/** Runs of words that begin at one place: more than any place can have. */
const MAX_RUNS = 256

/** No class has this number: none is skipped. */
const ALL_CLASSES = 0x10000

export class WordRuns {
  /** A run is its first word, the word after its last, and where its words end. */
  readonly runs: Int32Array = new Int32Array(3 * MAX_RUNS)
  /** Words of this class and of those above take no part. */
  readonly firstSkippedClass: number

  readonly #dictionary: Dictionary
  readonly #rootBase: number
  /** By character class: `first word << 8 | words`, invoke and group as flags. */
  readonly #unknownWords: Int32Array
  readonly #invoke: Uint8Array
  readonly #group: Uint8Array
  /** Where the run of one character class ends that the search is in. */
  #classEnd = 0

  constructor(dictionary: Dictionary, userEntries: boolean) {
    const { characterClasses, firstUserClass } = dictionary
    this.#dictionary = dictionary
    this.firstSkippedClass = userEntries ? ALL_CLASSES : firstUserClass
    this.#rootBase = dictionary.trie[0]! & BASE_MASK
    this.#unknownWords = Int32Array.from(characterClasses, (one) => (one.firstWord << 8) | one.wordCount)
    this.#invoke = Uint8Array.from(characterClasses, (one) => Number(one.invoke))
    this.#group = Uint8Array.from(characterClasses, (one) => Number(one.group))
  }

  /** Forgets the run of characters that it is in: a sentence begins. */
  begin(position: number): void {
    this.#classEnd = position
  }

  /** Finds the words that begin at the position, which only rises within a sentence. Gives where the runs' list ends. */
  find(text: string, position: number, to: number, labels: Uint16Array, classes: Uint8Array): number {
    const { trie } = this.#dictionary
    const { runs } = this
    let count = 0
    let base = this.#rootBase
    let addLabel = -1
    let end = position
    while (end < to) {
      const label = labels[end]!
      if (label === 0) break
      // The only child's slot is the base itself: the label is masked out.
      const slot = (base + (label & addLabel)) << 1
      const unit = trie[slot]!
      if (unit >>> BASE_BITS !== label) break
      end++
      const entry = trie[slot + 1]!
      const size = entry & COUNT_MASK
      if (size !== 0) {
        const first = (entry & ~ONLY_CHILD) >>> COUNT_BITS
        runs[count] = first
        runs[count + 1] = first + size
        runs[count + 2] = end
        count += 3
      }
      base = unit & BASE_MASK
      if (base === 0) break
      addLabel = ~(entry >> 31)
    }
    if (this.firstSkippedClass < ALL_CLASSES) count = this.#dropSkipped(count)

    const characterClass = classes[position]!
    if (count > 0 && this.#invoke[characterClass] === 0) return count
    end = position + 1
    if (this.#group[characterClass] === 1) {
      if (this.#classEnd <= position) {
        while (end < to && classes[end] === characterClass) end++
        this.#classEnd = end
      }
      end = Math.min(this.#classEnd, position + MAX_UNKNOWN_LENGTH)
    } else if (end < to && isPair(text, position)) end++
    if (end < to && isPair(text, end - 1)) end--
    const unknown = this.#unknownWords[characterClass]!
    runs[count] = unknown >>> 8
    runs[count + 1] = (unknown >>> 8) + (unknown & 0xff)
    runs[count + 2] = end
    return count + 3
  }

  /** Drops the runs of which no word takes part. */
  #dropSkipped(count: number): number {
    const { words } = this.#dictionary
    const { runs } = this
    let kept = 0
    for (let run = 0; run < count; run += 3) {
      let word = runs[run]!
      while (word < runs[run + 1]! && words[word]! >>> 16 >= this.firstSkippedClass) word++
      if (word === runs[run + 1]) continue
      runs.copyWithin(kept, run, run + 3)
      kept += 3
    }
    return kept
  }
}

/** Whether the code units at the position and behind it are one character. */
function isPair(text: string, position: number): boolean {
  const high = text.charCodeAt(position)
  const low = text.charCodeAt(position + 1)
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}
