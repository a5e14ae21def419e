/** Whether a text has any of a list of words: one walk over it, however many they are. */
import { Beginnings } from './beginnings.ts'
import { NO_NODE, UnitTrie } from './unit-trie.ts'

export class AnyWord {
  private readonly beginnings = new Beginnings()
  private readonly trie = new UnitTrie()
  /** By node of the tree: whether a word ends there. */
  private readonly ends: boolean[] = []

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word === '') throw new RangeError('every text has the empty word')
      this.beginnings.add(word)
      const node = this.trie.add(word)
      while (this.ends.length <= node) this.ends.push(false)
      this.ends[node] = true
    }
  }

  in(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      if (!this.beginnings.mayBeAt(text, at)) continue
      let node = this.trie.first(text.charCodeAt(at))
      for (let end = at + 1; node !== NO_NODE; end++) {
        if (this.ends[node]!) return true
        node = end < text.length ? this.trie.step(node, text.charCodeAt(end)) : NO_NODE
      }
    }
    return false
  }
}
