/**
 * What each pattern cannot do without: groups of words, one out of each of which a text must have. Of a pattern's groups
 * only the one with the rarest words is waited for; the others (は, の, です: of half of all patterns) are asked when it is
 * met. Groups with a word that other patterns make are waited for as well: such words come late.
 */

import { type Groups, WordGroups, WordSet } from './word-groups.ts'

/** As the patterns are compiled, in the order of their numbers. */
export interface Required {
  readonly groups: Groups
  /** The word that the pattern makes, where it is one of a named phrase's; -1 otherwise. */
  made: number
}

/** What a text has. */
export interface Met {
  /** By pattern: 1 where the text may have all that the pattern cannot do without. */
  readonly possible: Uint8Array
  /** The words that may stand there. */
  readonly seen: WordSet
}

export class Requirements {
  /** By pattern: how many of its groups are waited for. */
  private readonly counts: Uint8Array
  private readonly made: Int32Array
  /** By pattern: the groups that are asked once those are met. */
  private readonly asked: WordGroups
  /** The groups that wait for a word are `[waitingFrom[word], waitingFrom[word + 1])` of these. */
  private readonly waiting: Int32Array
  private readonly waitingFrom: Int32Array
  /** By group that is waited for: its pattern. */
  private readonly patternOf: Int32Array
  /** Patterns without any group. */
  private readonly always: readonly number[]
  // These serve one text after the other: a message is shorter than the time it takes to make them.
  private readonly missing: Uint8Array
  /** By group: whether one of its words was seen. */
  private readonly met: Uint8Array

  constructor(
    patterns: readonly Required[],
    private readonly wordCount: number,
  ) {
    const uses = new Int32Array(wordCount)
    const isMade = new Uint8Array(wordCount)
    for (const { groups, made } of patterns) {
      for (const group of groups) for (const word of group) uses[word]!++
      if (made >= 0) isMade[made] = 1
    }
    const usesOf = (group: readonly number[]): number => group.reduce((sum, word) => sum + uses[word]!, 0)
    const split = patterns.map(({ groups }) => {
      const [rarest, ...others] = groups
        .filter((group) => group.every((word) => isMade[word] === 0))
        .sort((a, b) => usesOf(a) - usesOf(b))
      const late = groups.filter((group) => group.some((word) => isMade[word] === 1))
      if (rarest === undefined) return { waited: late, asked: [] }
      return late.length > 0
        ? { waited: late, asked: [rarest, ...others] }
        : { waited: [rarest], asked: others }
    })
    this.counts = Uint8Array.from(split, ({ waited }) => waited.length)
    this.missing = new Uint8Array(patterns.length)
    this.asked = new WordGroups(split.map(({ asked }) => asked))
    this.made = Int32Array.from(patterns, ({ made }) => made)
    this.always = patterns.flatMap(({ groups }, id) => (groups.length === 0 ? [id] : []))
    this.patternOf = Int32Array.from(split.flatMap(({ waited }, id) => waited.map(() => id)))
    this.met = new Uint8Array(this.patternOf.length)
    const waited = split.flatMap((one) => one.waited)
    this.waitingFrom = new Int32Array(wordCount + 1)
    for (const group of waited) for (const word of group) this.waitingFrom[word + 1]!++
    for (let word = 0; word < wordCount; word++) this.waitingFrom[word + 1]! += this.waitingFrom[word]!
    const next = this.waitingFrom.slice()
    this.waiting = new Int32Array(next.at(-1)!)
    for (const [number, group] of waited.entries())
      for (const word of group) this.waiting[next[word]!++] = number
  }

  /** @param tell tells of all words of the text that no pattern makes, as often as it will */
  metBy(tell: (see: (word: number | undefined) => void) => void): Met {
    const { missing, met, made, waiting, waitingFrom, patternOf } = this
    missing.set(this.counts)
    met.fill(0)
    const seen = new WordSet(this.wordCount)
    const possible = new Uint8Array(missing.length)
    const words: number[] = []
    const see = (word: number | undefined): void => {
      if (word === undefined || word < 0 || seen.has(word)) return
      seen.add(word)
      words.push(word)
    }
    tell(see)
    for (const id of this.always) {
      possible[id] = 1
      see(made[id])
    }
    for (let word = words.pop(); word !== undefined; word = words.pop()) {
      for (let i = waitingFrom[word]!; i < waitingFrom[word + 1]!; i++) {
        const group = waiting[i]!
        if (met[group] === 1) continue
        met[group] = 1
        const id = patternOf[group]!
        missing[id]!--
        if (missing[id] !== 0 || !this.asked.hasOneOfEach(id, seen)) continue
        possible[id] = 1
        see(made[id])
      }
    }
    return { possible, seen }
  }
}
