/** A predicate with its slots while the sentence is being linked. */
import type { NounChunk, Predicate } from './chunk.ts'
import type { Force, Frame, Slot, Time } from './statement.ts'

export interface Draft {
  readonly predicate: Predicate
  readonly slots: NounChunk[]
  /** The predicate that carries this one: 〜ことも*可能*です, 〜ていただけると*助かり*ます. */
  governor: Draft | undefined
  /** The noun that it modifies, or the noun that it is made a noun with (こと, 方). */
  modified: NounChunk | undefined
  acts: ReadonlySet<string>
  force: Force
  positive: boolean
  time: Time
  frame: Frame
  praised: boolean
  conditional: boolean
  /** The subject is the one who is asked, by the form: 〜てください, 〜ていただく. */
  byForm: 'writer' | 'reader' | 'both' | undefined
}

/** Classes that are acts, as against stances and what light verbs carry. */
export const ACTS: ReadonlySet<string> = new Set([
  'talk',
  'session',
  'call',
  'ring',
  'send',
  'connect',
  'meet',
  'go',
  'search',
  'tell',
  'open',
  'use',
  'pay',
  'deal',
  'cancel',
  'work',
  'hide',
])

export const actsOf = (classes: ReadonlySet<string>): ReadonlySet<string> => {
  let acts: Set<string> | undefined
  for (const name of classes) {
    if (!ACTS.has(name)) continue
    acts ??= new Set()
    acts.add(name)
  }
  return acts ?? NONE
}

const NONE: ReadonlySet<string> = new Set()

export const slotOf = (chunk: NounChunk): Slot => ({
  particle: chunk.particle,
  head: chunk.head,
  classes: chunk.classes,
  inside: chunk.inside,
  span: { start: chunk.start, end: chunk.end },
  wide: chunk.wide,
})
