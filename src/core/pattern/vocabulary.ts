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
import { type Met, type Required, Requirements } from './requirements.ts'
import { Way, waysOf } from './ways.ts'
import { type Groups, WordGroups } from './word-groups.ts'

/** The words of a text, as far as they say which patterns are possible. */
export interface Worded {
  readonly folded: string
  readonly tokens: readonly Token[]
  /** The classes of which words may stand in the text, phrases apart: never without one that does. */
  eachPresentClass(see: (className: string) => void): void
}

export class Vocabulary {
  private readonly literals = new Map<string, number>()
  private readonly classes = new Map<string, number>()
  private readonly morphemes = new Morphemes()
  private readonly trie = new UnitTrie()
  /** By node of the tree: the literal that ends there. */
  private readonly literalAt: number[] = []
  private wordCount = 0
  /** By pattern. */
  private readonly required: Required[] = []
  /** By way of a pattern, what it cannot do without. */
  private readonly ofWays: Groups[] = []
  // Made when a text is first asked about, and anew where patterns have come since.
  private requirements: Requirements | undefined
  private wayGroups: WordGroups | undefined

  compile(atoms: Pattern): CompiledPattern {
    const id = this.required.push({ groups: this.groupsIn(atoms), made: -1 }) - 1
    this.requirements = undefined
    this.wayGroups = undefined
    const ways = waysOf(atoms).map((way) => new Way(this.ofWays.push(this.groupsIn(way)) - 1, way))
    return new CompiledPattern(id, atoms, ways)
  }

  /** A class that is made of patterns: one of them must match where the class stands. */
  definePhrase(name: string, patterns: readonly CompiledPattern[]): void {
    const word = this.class(name)
    for (const { id } of patterns) this.required[id]!.made = word
    this.requirements = undefined
  }

  /** What of the words a text has, and which patterns it may have all words of. */
  metBy(text: Worded): Met {
    this.requirements ??= new Requirements(this.required, this.wordCount)
    return this.requirements.metBy((see) => {
      this.eachLiteral(text.folded, see)
      text.eachPresentClass((name) => see(this.classes.get(name)))
      this.morphemes.eachIn(text.tokens, see)
    })
  }

  /** Of a pattern's ways those that a text has all words for. */
  waysIn({ ways }: CompiledPattern, { seen }: Met): readonly Way[] {
    this.wayGroups ??= new WordGroups(this.ofWays)
    const possible: Way[] = []
    for (const way of ways) if (this.wayGroups.hasOneOfEach(way.id, seen)) possible.push(way)
    return possible
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
