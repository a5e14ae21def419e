/**
 * The words that patterns are made of, numbered, and for each pattern those it cannot do without. Of the thousands of
 * patterns of the packs a message has the words of a few dozen; the others must cost next to nothing.
 */
import type { Atom, Pattern } from './pattern.ts'

/** A pattern ready to be matched. */
export interface CompiledPattern {
  readonly atoms: Pattern
  /** The atoms without a gap at their head: anywhere in a range, such a gap says nothing. */
  readonly head: Pattern
  /** Numbers of words, in groups that end with -1: a text that the pattern matches has a word of every group. */
  readonly needs: Int32Array
}

export const END_OF_GROUP = -1

interface Node {
  readonly next: Map<number, Node>
  /** The literal that ends here, or -1. */
  word: number
}

const newNode = (): Node => ({ next: new Map(), word: -1 })

export class Vocabulary {
  private readonly literals = new Map<string, number>()
  private readonly classes = new Map<string, number>()
  private readonly root = newNode()
  private readonly names: string[] = []
  private readonly phrases = new Map<string, readonly CompiledPattern[]>()

  /** Numbers are below this. */
  get size(): number {
    return this.names.length
  }

  compile(atoms: Pattern): CompiledPattern {
    const groups = this.groupsOf(atoms).sort((a, b) => this.weight(a) - this.weight(b))
    return {
      atoms,
      head: atoms[0]?.type === 'gap' ? atoms.slice(1) : atoms,
      needs: Int32Array.from(groups.flatMap((group) => [...group, END_OF_GROUP])),
    }
  }

  /** A class that is made of patterns: one of them must match where the class stands. */
  definePhrase(name: string, patterns: readonly CompiledPattern[]): void {
    this.phrases.set(name, patterns)
  }

  phraseOf(word: number): readonly CompiledPattern[] | undefined {
    return this.phrases.get(this.names[word]!)
  }

  /** The name of a class, or '' for a literal. */
  className(word: number): string {
    return this.names[word]!
  }

  /** Calls `mark` with every literal that stands in the text, as often as it does. */
  markLiterals(folded: string, mark: (word: number) => void): void {
    for (let at = 0; at < folded.length; at++) {
      let node = this.root.next.get(folded.charCodeAt(at))
      for (let end = at + 1; node !== undefined; end++) {
        if (node.word >= 0) mark(node.word)
        node = end < folded.length ? node.next.get(folded.charCodeAt(end)) : undefined
      }
    }
  }

  private groupsOf(atoms: Pattern): number[][] {
    return atoms.flatMap((atom) => {
      const group = this.groupOf(atom)
      return group === undefined ? [] : [group]
    })
  }

  /** Words of which the atom needs one, or nothing where it can do without any. */
  private groupOf(atom: Atom): number[] | undefined {
    if (atom.type === 'literal') return [this.literal(atom.text)]
    if (atom.type === 'class') return [this.class(atom.name)]
    if (atom.type !== 'group' || atom.optional) return undefined
    const group: number[] = []
    for (const option of atom.options) {
      const [lightest] = this.groupsOf(option).sort((a, b) => this.weight(a) - this.weight(b))
      if (lightest === undefined) return undefined
      group.push(...lightest)
    }
    return group
  }

  /** Groups that are cheap to look up and seldom in a text come first. */
  private weight(group: readonly number[]): number {
    return group.reduce((sum, word) => {
      const name = this.names[word]!
      if (name === '') return sum + 1
      return sum + (/^[@#]/.test(name) ? 2 : 8)
    }, 0)
  }

  private literal(text: string): number {
    const known = this.literals.get(text)
    if (known !== undefined) return known
    let node = this.root
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      let next = node.next.get(unit)
      if (next === undefined) {
        next = newNode()
        node.next.set(unit, next)
      }
      node = next
    }
    node.word = this.names.push('') - 1
    this.literals.set(text, node.word)
    return node.word
  }

  private class(name: string): number {
    let known = this.classes.get(name)
    if (known === undefined) {
      known = this.names.push(name) - 1
      this.classes.set(name, known)
    }
    return known
  }
}
