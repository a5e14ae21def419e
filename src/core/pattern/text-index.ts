/** What of the patterns' words stands in one text. */
import type { Annotations } from './annotations.ts'
import type { CompiledPattern } from './compiled-pattern.ts'
import type { Atom, Pattern } from './pattern.ts'
import type { Met } from './requirements.ts'
import type { Vocabulary, Worded } from './vocabulary.ts'
import type { Way } from './ways.ts'

/** The part of a matchable text that the index looks at. */
export interface Indexable extends Worded {
  annotations(className: string): Annotations
}

/** The pattern's words are there, its classes not yet looked up in earnest: the vocabulary's 1. */
const MAY_BE = 1
const IS_NOT = 0
const IS = 2

export class TextIndex {
  /** Of patterns what is known of them so far. */
  private met: Met | undefined

  constructor(
    private readonly text: Indexable,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Whether the text has all that the pattern cannot do without. */
  isPossible(pattern: CompiledPattern): boolean {
    this.met ??= this.vocabulary.metBy(this.text)
    const { possible } = this.met
    const state = possible[pattern.id]
    if (state !== MAY_BE) return state === IS
    const has = !pattern.needsClass || this.hasClasses(pattern.atoms)
    possible[pattern.id] = has ? IS : IS_NOT
    return has
  }

  /** Of a pattern's ways those that the text has all words for. */
  possibleWays(pattern: CompiledPattern): readonly Way[] {
    this.met ??= this.vocabulary.metBy(this.text)
    return this.vocabulary.waysIn(pattern, this.met)
  }

  /** The same for classes alone, each looked up in earnest: a phrase whose words stand there need not. */
  private hasClasses(atoms: Pattern): boolean {
    for (const atom of atoms) if (!this.hasClass(atom)) return false
    return true
  }

  private hasClass(atom: Atom): boolean {
    if (atom.type === 'class') return this.text.annotations(atom.name).starts.length > 0
    if (atom.type !== 'group' || atom.optional) return true
    for (const option of atom.options) if (this.hasClasses(option)) return true
    return false
  }
}
