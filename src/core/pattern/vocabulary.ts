/**
 * The words that patterns are made of, numbered, and for each pattern those it cannot do without. Of the thousands of
 * patterns of the packs a message has the words of a few dozen; the others must cost nothing.
 *
 * A pattern needs a word out of each of its groups: `{contact}(先|用)の` needs one of {contact}, one of 先 and 用, and
 * の. From the words that stand in a text follows which patterns may match, and so which named phrases may stand
 * there, which are words of other patterns. The work is that of the words that are there, whatever the packs' size.
 */
import type { Token } from '../morph/token.ts'
import { NO_NODE, UnitTrie } from '../text/unit-trie.ts'
import { CompiledPattern } from './compiled-pattern.ts'
import { Morphemes } from './morphemes.ts'
import type { Atom, Pattern } from './pattern.ts'

/** The words of a text, as far as they say which patterns are possible. */
export interface Worded {
  readonly folded: string
  readonly tokens: readonly Token[]
  /** The classes of which words may stand in the text, phrases apart: never without one that does. */
  eachPresentClass(see: (className: string) => void): void
}

/** What `possibleIn` reads and writes. */
interface Scratch {
  /** By pattern: the number of its groups, and how many of them are still missing. */
  readonly counts: Uint8Array
  readonly missing: Uint8Array
  /** The groups that a word is in are `[groupsFrom[word], groupsFrom[word + 1])` of these. */
  readonly groups: Int32Array
  readonly groupsFrom: Int32Array
  /** By group: whether one of its words was seen. By word: whether it was. */
  readonly met: Uint8Array
  readonly seen: Uint8Array
}

export class Vocabulary {
  private readonly literals = new Map<string, number>()
  private readonly classes = new Map<string, number>()
  private readonly morphemes = new Morphemes()
  private readonly trie = new UnitTrie()
  /** By node of the tree: the literal that ends there. */
  private readonly literalAt: number[] = []
  private wordCount = 0
  /** Which word is in which group: pairs, in the order of the groups. */
  private readonly pairs: { readonly words: number[]; readonly groups: number[] } = { words: [], groups: [] }
  /** By group: its pattern. */
  private readonly patternOfGroup: number[] = []
  /** By pattern: the number of its groups. */
  private readonly groupCounts: number[] = []
  private kept: Scratch | undefined
  /** By pattern: the word that it makes, where it is one of a named phrase's; -1 otherwise. */
  private readonly made: number[] = []
  /** Patterns without any group. */
  private readonly always: number[] = []

  compile(atoms: Pattern): CompiledPattern {
    const id = this.groupCounts.length
    const groups = this.groupsIn(atoms)
    for (const group of groups) {
      const number = this.patternOfGroup.push(id) - 1
      for (const word of group) {
        this.pairs.words.push(word)
        this.pairs.groups.push(number)
      }
    }
    this.groupCounts.push(groups.length)
    this.made.push(-1)
    if (groups.length === 0) this.always.push(id)
    return new CompiledPattern(id, atoms)
  }

  /** A class that is made of patterns: one of them must match where the class stands. */
  definePhrase(name: string, patterns: readonly CompiledPattern[]): void {
    const word = this.class(name)
    for (const { id } of patterns) this.made[id] = word
  }

  /** By pattern: 1 where a text may have all that the pattern cannot do without. */
  possibleIn(text: Worded): Uint8Array {
    const { counts, missing, met, seen, groups, groupsFrom } = this.scratch()
    missing.set(counts)
    met.fill(0)
    seen.fill(0)
    const possible = new Uint8Array(missing.length)
    const words: number[] = []
    const see = (word: number | undefined): void => {
      if (word === undefined || word < 0 || seen[word] === 1) return
      seen[word] = 1
      words.push(word)
    }
    this.eachLiteral(text.folded, see)
    text.eachPresentClass((name) => see(this.classes.get(name)))
    this.morphemes.eachIn(text.tokens, see)
    for (const id of this.always) {
      possible[id] = 1
      see(this.made[id])
    }
    for (let word = words.pop(); word !== undefined; word = words.pop()) {
      for (let i = groupsFrom[word]!; i < groupsFrom[word + 1]!; i++) {
        const group = groups[i]!
        if (met[group] === 1) continue
        met[group] = 1
        const id = this.patternOfGroup[group]!
        missing[id]!--
        if (missing[id] !== 0) continue
        possible[id] = 1
        see(this.made[id])
      }
    }
    return possible
  }

  /** Arrays that serve one text after the other: a message is shorter than the time it takes to make them. */
  private scratch(): Scratch {
    if (this.kept?.counts.length !== this.groupCounts.length) {
      const { words, groups } = this.pairs
      const groupsFrom = new Int32Array(this.wordCount + 1)
      for (const word of words) groupsFrom[word + 1]!++
      for (let word = 0; word < this.wordCount; word++) groupsFrom[word + 1]! += groupsFrom[word]!
      const next = groupsFrom.slice()
      const byWord = new Int32Array(groups.length)
      for (const [pair, word] of words.entries()) byWord[next[word]!++] = groups[pair]!
      this.kept = {
        groups: byWord,
        groupsFrom,
        counts: Uint8Array.from(this.groupCounts),
        missing: new Uint8Array(this.groupCounts.length),
        met: new Uint8Array(this.patternOfGroup.length),
        seen: new Uint8Array(this.wordCount),
      }
    }
    return this.kept
  }

  private eachLiteral(folded: string, see: (word: number) => void): void {
    for (let at = 0; at < folded.length; at++) {
      let node = this.trie.first(folded.charCodeAt(at))
      for (let end = at + 1; node !== NO_NODE; end++) {
        const word = this.literalAt[node]
        if (word !== undefined) see(word)
        node = end < folded.length ? this.trie.step(node, folded.charCodeAt(end)) : NO_NODE
      }
    }
  }

  private groupsIn(atoms: Pattern): (readonly number[])[] {
    const groups: (readonly number[])[] = []
    for (const atom of atoms) {
      const group = this.groupOf(atom)
      if (group !== undefined) groups.push(group)
    }
    return groups
  }

  /** Words of which the atom needs one, or nothing where it can do without any. */
  private groupOf(atom: Atom): readonly number[] | undefined {
    if (atom.type === 'literal') return [this.literal(atom.text)]
    if (atom.type === 'class') return [this.class(atom.name)]
    if (atom.type === 'morpheme') return this.morphemes.wordsOf(atom.tests, () => this.newWord())
    if (atom.type !== 'group' || atom.optional) return undefined
    const group: number[] = []
    for (const option of atom.options) {
      let smallest: readonly number[] | undefined
      for (const one of this.groupsIn(option))
        if (smallest === undefined || one.length < smallest.length) smallest = one
      if (smallest === undefined) return undefined
      for (const word of smallest) group.push(word)
    }
    return group
  }

  private literal(text: string): number {
    const known = this.literals.get(text)
    if (known !== undefined) return known
    const word = this.newWord()
    this.literalAt[this.trie.add(text)] = word
    this.literals.set(text, word)
    return word
  }

  private class(name: string): number {
    let known = this.classes.get(name)
    if (known === undefined) {
      known = this.newWord()
      this.classes.set(name, known)
    }
    return known
  }

  private newWord(): number {
    return this.wordCount++
  }
}
