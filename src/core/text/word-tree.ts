/** Words with what they stand for, found at a place of a text with one walk. */
import { Beginnings } from './beginnings.ts'
import { NO_NODE, UnitTrie } from './unit-trie.ts'

export class WordTree {
  private readonly trie = new UnitTrie()
  private readonly beginnings = new Beginnings()
  /** By node of the tree: whether a word ends there. */
  private readonly ends: boolean[] = []

  /** @param most code units: longer words are not found, only known. */
  constructor(
    private readonly words: ReadonlyMap<string, string>,
    most: number,
  ) {
    for (const word of words.keys()) {
      if (word === '' || word.length > most) continue
      this.beginnings.add(word)
      this.ends[this.trie.add(word)] = true
    }
  }

  get(word: string): string | undefined {
    return this.words.get(word)
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** The length of the longest word at the place, or 0. */
  longest(text: string, at: number): number {
    if (!this.beginnings.mayBeAt(text, at)) return 0
    let longest = 0
    let node = this.trie.first(text.charCodeAt(at))
    for (let end = at + 1; node !== NO_NODE; end++) {
      if (this.ends[node] === true) longest = end - at
      node = end < text.length ? this.trie.step(node, text.charCodeAt(end)) : NO_NODE
    }
    return longest
  }
}
