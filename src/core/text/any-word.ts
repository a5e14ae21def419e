/** Whether a text has any of a list of words. */
import { WordTree } from './word-tree.ts'

export class AnyWord {
  private readonly tree: WordTree

  constructor(words: readonly string[]) {
    if (words.includes('')) throw new RangeError('every text has the empty word')
    this.tree = new WordTree(new Map(words.map((word) => [word, word])), Number.POSITIVE_INFINITY)
  }

  in(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.tree.longest(text, at) > 0) return true
    return false
  }
}
