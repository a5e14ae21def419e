/**
 * Which of many lists has a word in a text, told by one walk over it: a kind of contact data that cannot do without one
 * of its words is looked for in the few texts that have one.
 */
import { fold } from '../../text/fold.ts'
import { NO_NODE, UnitTrie } from '../../text/unit-trie.ts'

/** Of which each has a bit. */
const MOST = 31

export class WordLists {
  readonly #trie = new UnitTrie()
  /** By node of the tree: the lists of the word that ends there. */
  readonly #listsAt: number[] = []
  #count = 0

  /** Gives the bit that stands for the list. Words are folded here. */
  add(words: Iterable<string>): number {
    if (this.#count === MOST) throw new RangeError(`more than ${MOST} lists of words`)
    const bit = 1 << this.#count++
    for (const authored of words) {
      const word = fold(authored)
      if (word === '') continue
      const node = this.#trie.add(word)
      while (this.#listsAt.length <= node) this.#listsAt.push(0)
      this.#listsAt[node]! |= bit
    }
    return bit
  }

  /** The bits of the lists that have a word anywhere in a folded text. */
  in(folded: string): number {
    const trie = this.#trie
    const listsAt = this.#listsAt
    let found = 0
    for (let at = 0; at < folded.length; at++) {
      let node = trie.first(folded.charCodeAt(at))
      for (let end = at + 1; node !== NO_NODE; end++) {
        found |= listsAt[node]!
        node = end < folded.length ? trie.step(node, folded.charCodeAt(end)) : NO_NODE
      }
    }
    return found
  }
}
