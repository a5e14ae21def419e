/** What a way of disguising is: one family of the catalogue of evasions, applied to the words that a filter looks for. */
import type { Random } from './random.ts'

/** What words are, as far as it decides how they can be hidden. */
export type TargetKind = 'name' | 'email' | 'phone' | 'url' | 'account'

export interface Target {
  readonly kind: TargetKind
  /** The words as they stand in the example. */
  readonly words: string
}

export interface Disguised {
  readonly words: string
  /** What has to be said behind the sentence, so that the reader can undo it. */
  readonly hint?: string
}

export interface Family {
  /** As in the catalogue: `E31`; several ways of one family have a letter behind it. */
  readonly id: string
  readonly title: string
  /** `character`: does the same to any word, letter by letter. */
  readonly group: 'character' | 'word' | 'number' | 'address' | 'frame'
  readonly targets: readonly TargetKind[]
  /** Sets the whole sentence into something that excuses nothing: > …, 例：…. `apply` leaves the words as they are. */
  readonly frame?: (sentence: string) => string
  /** A code is pasted into a decoder as it stands: what breaks it there is no disguise of it. */
  readonly isCode?: true
  /** `undefined` where there is nothing in the words that it could hide. */
  apply(target: Target, random: Random): Disguised | undefined
}
