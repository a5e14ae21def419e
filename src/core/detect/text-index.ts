/** What of the patterns' words stands in one text, and where its code units stand. */
import type { Annotations } from './annotations.ts'
import type { Atom, Pattern } from './pattern.ts'
import { type CompiledPattern, END_OF_GROUP, type Vocabulary } from './vocabulary.ts'

/** The part of a matchable text that the index looks at. */
export interface Indexable {
  readonly folded: string
  /** Whether words of the class (phrases apart) may stand in the text: cheap, and never false where they do. */
  mayHaveWords(className: string): boolean
  annotations(className: string): Annotations
}

const NOWHERE: readonly number[] = []

/** What is known of a word. */
const UNKNOWN = 0
const ABSENT = 1
const POSSIBLE = 2

export class TextIndex {
  private byUnit: Map<number, number[]> | undefined
  private readonly known: Uint8Array
  private readonly patterns = new Map<Pattern, boolean>()

  constructor(
    private readonly text: Indexable,
    private readonly vocabulary: Vocabulary,
  ) {
    this.known = new Uint8Array(vocabulary.size)
    vocabulary.markLiterals(text.folded, (word) => {
      this.known[word] = POSSIBLE
    })
  }

  /** Where a code unit stands, in order. */
  places(unit: number): readonly number[] {
    this.byUnit ??= this.indexUnits()
    return this.byUnit.get(unit) ?? NOWHERE
  }

  private indexUnits(): Map<number, number[]> {
    const byUnit = new Map<number, number[]>()
    const { folded } = this.text
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      const places = byUnit.get(unit)
      if (places === undefined) byUnit.set(unit, [at])
      else places.push(at)
    }
    return byUnit
  }

  /** Whether the text may have all that the pattern cannot do without. */
  mayMatch({ needs }: CompiledPattern): boolean {
    let isMet = false
    for (let i = 0; i < needs.length; i++) {
      const word = needs[i]!
      if (word === END_OF_GROUP) {
        if (!isMet) return false
        isMet = false
      } else if (!isMet) {
        const known = this.known[word]!
        isMet = known === UNKNOWN ? this.look(word) : known === POSSIBLE
      }
    }
    return true
  }

  private look(word: number): boolean {
    const className = this.vocabulary.className(word)
    // A literal that was not marked is not there; a phrase that names itself sees nothing of itself.
    this.known[word] = ABSENT
    if (className === '') return false
    const phrase = this.vocabulary.phraseOf(word)
    const isPossible =
      this.text.mayHaveWords(className) || phrase?.some((pattern) => this.mayMatch(pattern)) === true
    if (isPossible) this.known[word] = POSSIBLE
    return isPossible
  }

  /** Whether every class that the atoms cannot do without stands somewhere in the text, looked up in earnest. */
  isPossible(atoms: Pattern): boolean {
    let possible = this.patterns.get(atoms)
    if (possible === undefined) {
      possible = atoms.every((atom) => this.isAtomPossible(atom))
      this.patterns.set(atoms, possible)
    }
    return possible
  }

  private isAtomPossible(atom: Atom): boolean {
    if (atom.type === 'class') return this.text.annotations(atom.name).starts.length > 0
    if (atom.type !== 'group' || atom.optional) return true
    return atom.options.some((option) => this.isPossible(option))
  }
}
