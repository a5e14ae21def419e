/** A pattern ready to be matched. Most patterns meet no text that has their words: how to walk one is made when one does. */
import type { Atom, Pattern } from './pattern.ts'
import { type Walk, walkOf } from './steps.ts'
import type { Way } from './ways.ts'

export class CompiledPattern {
  /** Whether it needs a word of a class. */
  readonly needsClass: boolean
  private wholeWalk: Walk | undefined
  private headWalk: Walk | undefined

  /**
   * @param id its number in the vocabulary
   * @param ways in the order in which they are tried; none where there is but the pattern itself
   */
  constructor(
    readonly id: number,
    readonly atoms: Pattern,
    readonly ways: readonly Way[],
  ) {
    this.needsClass = atoms.some(asksForClass)
  }

  get whole(): Walk {
    this.wholeWalk ??= walkOf(this.atoms)
    return this.wholeWalk
  }

  /** Without a gap at its head: anywhere in a range, such a gap says nothing. */
  get head(): Walk {
    this.headWalk ??= this.atoms[0]?.type === 'gap' ? walkOf(this.atoms.slice(1)) : this.whole
    return this.headWalk
  }
}

const asksForClass = (atom: Atom): boolean =>
  atom.type === 'class' ||
  (atom.type === 'group' && !atom.optional && atom.options.some((option) => option.some(asksForClass)))
