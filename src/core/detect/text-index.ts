/** What of the patterns' words stands in one text, and where its code units stand. */
import type { Annotations } from './annotations.ts'
import type { Atom, Pattern } from './pattern.ts'
import type { CompiledPattern, Vocabulary } from './vocabulary.ts'

/** The part of a matchable text that the index looks at. */
export interface Indexable {
  readonly folded: string
  /** The classes of which words may stand in the text, phrases apart: never without one that does. */
  presentClasses(): Iterable<string>
  annotations(className: string): Annotations
}

const NOWHERE: readonly number[] = []

export class TextIndex {
  private byUnit: Map<number, number[]> | undefined
  private possible: Uint8Array | undefined
  private readonly inEarnest = new Map<Pattern, boolean>()

  constructor(
    private readonly text: Indexable,
    private readonly vocabulary: Vocabulary,
  ) {}

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

  /** Whether the text has all that the pattern cannot do without. */
  isPossible(pattern: CompiledPattern): boolean {
    this.possible ??= this.vocabulary.possibleIn(this.text.folded, this.text.presentClasses())
    return this.possible[pattern.id] === 1 && this.hasClasses(pattern.atoms)
  }

  /** The same for classes alone, each looked up in earnest: a phrase whose words stand there need not. */
  private hasClasses(atoms: Pattern): boolean {
    let has = this.inEarnest.get(atoms)
    if (has === undefined) {
      has = atoms.every((atom) => this.hasClass(atom))
      this.inEarnest.set(atoms, has)
    }
    return has
  }

  private hasClass(atom: Atom): boolean {
    if (atom.type === 'class') return this.text.annotations(atom.name).starts.length > 0
    if (atom.type !== 'group' || atom.optional) return true
    return atom.options.some((option) => this.hasClasses(option))
  }
}
