/**
 * What of a pattern can stand in a text at all: asked before it is tried. Of the thousands of patterns of the packs a
 * message has the words of a few dozen; the others must cost next to nothing.
 */
import type { Annotations } from './annotations.ts'
import type { Atom, Pattern } from './pattern.ts'

/** The part of a matchable text that the index looks at. */
export interface Indexable {
  readonly folded: string
  annotations(className: string): Annotations
}

const isKnown = (atom: Atom): boolean => atom.type === 'class' && /^[@#]/.test(atom.name)

const NOWHERE: readonly number[] = []

export class TextIndex {
  private readonly byUnit = new Map<number, number[]>()
  private readonly literals = new Map<string, boolean>()
  private readonly patterns = new Map<Pattern, boolean>()

  constructor(private readonly text: Indexable) {
    const { folded } = text
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      const places = this.byUnit.get(unit)
      if (places === undefined) this.byUnit.set(unit, [at])
      else places.push(at)
    }
  }

  /** Where a code unit stands, in order. */
  places(unit: number): readonly number[] {
    return this.byUnit.get(unit) ?? NOWHERE
  }

  /** Whether every literal and class that the pattern cannot do without stands somewhere in the text. */
  isPossible(pattern: Pattern): boolean {
    let possible = this.patterns.get(pattern)
    if (possible === undefined) {
      // Literals first: looking up a class may mean to search for a named phrase.
      possible =
        pattern.every((atom) => atom.type !== 'literal' || this.has(atom.text)) &&
        // Mentions and contact data are known from the start; other classes may be phrases that must be looked for.
        pattern.every((atom) => !isKnown(atom) || this.isAtomPossible(atom)) &&
        pattern.every((atom) => isKnown(atom) || this.isAtomPossible(atom))
      this.patterns.set(pattern, possible)
    }
    return possible
  }

  private isAtomPossible(atom: Atom): boolean {
    if (atom.type === 'class') return this.text.annotations(atom.name).starts.length > 0
    if (atom.type !== 'group' || atom.optional) return true
    return atom.options.some((option) => this.isPossible(option))
  }

  private has(literal: string): boolean {
    let known = this.literals.get(literal)
    if (known === undefined) {
      known = this.byUnit.has(literal.charCodeAt(0)) && this.text.folded.includes(literal)
      this.literals.set(literal, known)
    }
    return known
  }
}
