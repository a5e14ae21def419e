/**
 * Lists of groups of words, in one row of numbers: which of a pattern's words stand in a text is asked a few hundred times
 * a text, and what lies side by side is read at once.
 */
export type Groups = readonly (readonly number[])[]

/** Words of a text by their numbers, a bit each. */
export class WordSet {
  private readonly bits: Uint32Array

  /** @param count of all words that there are */
  constructor(count: number) {
    this.bits = new Uint32Array((count + 31) >>> 5)
  }

  has(word: number): boolean {
    return ((this.bits[word >>> 5]! >>> (word & 31)) & 1) === 1
  }

  add(word: number): void {
    this.bits[word >>> 5]! |= 1 << (word & 31)
  }
}

export class WordGroups {
  /** By list, where it begins in `row`. */
  private readonly from: Int32Array
  /** List after list: how many groups, then of each group how many words, and the words. */
  private readonly row: Int32Array

  constructor(lists: readonly Groups[]) {
    const row: number[] = []
    this.from = Int32Array.from(lists, (groups) => {
      const from = row.push(groups.length) - 1
      for (const group of groups) {
        row.push(group.length)
        for (const word of group) row.push(word)
      }
      return from
    })
    this.row = Int32Array.from(row)
  }

  /** Whether of each of the list's groups one word was seen. */
  hasOneOfEach(list: number, seen: WordSet): boolean {
    const { row } = this
    let at = this.from[list]!
    for (let groups = row[at++]!; groups > 0; groups--) {
      const end = at + 1 + row[at]!
      at++
      while (at < end && !seen.has(row[at]!)) at++
      if (at === end) return false
      at = end
    }
    return true
  }
}
