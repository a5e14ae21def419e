/**
 * A pattern made ready to walk: each step knows what follows it, also behind the end of a group's option, so that a match
 * needs nothing but a step and a place.
 */
import { type Beginnings, beginningsOf, isAtStart } from './beginnings.ts'
import { Options } from './options.ts'
import { AnyTest } from './passes.ts'
import type { Atom, Pattern } from './pattern.ts'

const NO_OPTIONS = new Options<Step>([], [])
const NO_BEGINNINGS: readonly Beginnings[] = []
const ANYTHING: Beginnings = beginningsOf([])

/** What a step is beside its type and what follows it. */
interface Settings {
  /** Of a literal, its code units; of a class, its name. */
  readonly text?: string
  readonly test?: AnyTest
  readonly options?: Options<Step>
  readonly optional?: boolean
  readonly gap?: Atom & { type: 'gap' }
  readonly begins?: Beginnings
  readonly optionsBegin?: readonly Beginnings[]
  readonly number?: number
}

/** One class for steps of every type: a walk goes from type to type, and asks each for the same few fields. */
export class Step {
  /** Of `done`, which stands behind the last one, itself: there is always a next one. */
  readonly next: Step
  readonly text: string
  readonly test: AnyTest | undefined
  /** Of a group, each leading on to what follows the group; of what is forbidden, each leading to `done`. */
  readonly options: Options<Step>
  readonly optional: boolean
  /** Of a gap. */
  readonly max: number
  readonly reach: (Atom & { type: 'gap' })['reach']
  /** Of a group, what its options can begin with; of a gap, what may follow it. */
  readonly begins: Beginnings
  /** Of what is forbidden, by option. */
  readonly optionsBegin: readonly Beginnings[]
  /** Where it is worth remembering that it failed, which of those of its pattern it is; -1 elsewhere. */
  readonly number: number

  constructor(
    readonly type: Atom['type'] | 'done',
    next: Step | undefined,
    settings: Settings = {},
  ) {
    this.next = next ?? this
    this.text = settings.text ?? ''
    this.test = settings.test
    this.options = settings.options ?? NO_OPTIONS
    this.optional = settings.optional ?? false
    this.max = settings.gap?.max ?? 0
    this.reach = settings.gap?.reach ?? 'sentence'
    this.begins = settings.begins ?? ANYTHING
    this.optionsBegin = settings.optionsBegin ?? NO_BEGINNINGS
    this.number = settings.number ?? -1
  }
}

/** A whole pattern: its first step, and where in a text it can start. */
export interface Walk {
  readonly first: Step
  readonly begins: Beginnings
  /** Whether it begins with `^`. */
  readonly isAtStart: boolean
}

const DONE = new Step('done', undefined)

export function walkOf(pattern: Pattern): Walk {
  return {
    first: stepsOf(pattern, DONE, rememberedFrom(pattern)),
    begins: beginningsOf(pattern),
    isAtStart: isAtStart(pattern),
  }
}

/** Only behind a gap is a place come to again. */
function rememberedFrom(pattern: Pattern): number {
  const gap = pattern.findIndex(({ type }) => type === 'gap')
  return gap < 0 ? pattern.length : gap + 1
}

/** @param remembered the index of the first atom of which it is remembered where it failed */
function stepsOf(pattern: Pattern, behind: Step, remembered = pattern.length): Step {
  let next = behind
  for (let index = pattern.length - 1; index >= 0; index--) {
    const atom = pattern[index]!
    const following = pattern[index + 1]
    if (atom.type !== 'gap') next = stepOf(atom, next, index >= remembered ? index : -1)
    // At an end there is nothing to look for behind it.
    else if (following !== undefined) next = gapBefore(following, atom, next)
  }
  return next
}

function gapBefore(following: Atom, gap: Atom & { type: 'gap' }, next: Step): Step {
  return new Step('gap', next, { gap, begins: beginningsOf([following]) })
}

function stepOf(atom: Exclude<Atom, { type: 'gap' }>, next: Step, number: number): Step {
  const { type } = atom
  switch (type) {
    case 'literal':
      return new Step(type, next, { number, text: atom.text })
    case 'class':
      return new Step(type, next, { number, text: atom.name })
    case 'morpheme':
      return new Step(type, next, { number, test: new AnyTest(atom.tests) })
    case 'group': {
      const { optional } = atom
      const options = atom.options.map((option) => stepsOf(option, next))
      return new Step(type, next, {
        number,
        options: new Options(options, atom.options),
        optional,
        begins: beginningsOf([{ ...atom, optional: false }]),
      })
    }
    case 'not':
    case 'not-behind': {
      const options = atom.options.map((option) => stepsOf(option, DONE))
      return new Step(type, next, {
        options: new Options(options, atom.options),
        optionsBegin: atom.options.map(beginningsOf),
      })
    }
    default:
      return new Step(type, next)
  }
}
