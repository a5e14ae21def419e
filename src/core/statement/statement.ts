/**
 * What a sentence says, as the rules ask it: one *statement* a predicate, with what belongs to it.
 *
 * Positions are UTF-16 code units of the plain view's text, half-open.
 */
import type { Force, Frame, Party, Time } from '../contract/said.ts'
import type { Span } from '../text/span.ts'

export type { Force, Frame, Party, Time }

/** A noun with its particle that belongs to a predicate. */
export interface Slot {
  /** で, を, に, は, …; `` where there is none; `の` for what the predicate's own noun has before it. */
  readonly particle: string
  /** The last word of the compound, as the lexicon has it. */
  readonly head: string
  /** Classes of the head: `phone-kind`, `third`, `@messenger`, `#email`. */
  readonly classes: ReadonlySet<string>
  /** Classes of everything in the compound and in what stands before it with の. */
  readonly inside: ReadonlySet<string>
  readonly span: Span
  /** Where what stands before it with の begins. */
  readonly wide: number
}

export interface Statement {
  /** The predicate's lemma: 話す, 打ち合わせ; in a verbless line its last noun. */
  readonly predicate: string
  /** Classes of the predicate's own word and compound: DMする is a `social-kind`. */
  readonly classes: ReadonlySet<string>
  /** Classes of acts: `talk`, `send`; several where the word or its noun is of several. */
  readonly acts: ReadonlySet<string>
  readonly slots: readonly Slot[]
  readonly who: Party
  readonly with: Party
  readonly force: Force
  readonly positive: boolean
  readonly time: Time
  readonly frame: Frame
  /** Whether it is said as a condition of what follows: 〜たら, 〜なら, 〜場合. */
  readonly conditional: boolean
  /** A favourable word about it: 早い, 助かる. */
  readonly praised: boolean
  /** Classes of the noun that it modifies, where it does. */
  readonly modifies: ReadonlySet<string>
  /** No verb stands there: a line of a list, a label with its value. */
  readonly verbless: boolean
  /** Predicate with its ending as one underlines it. */
  readonly head: Span
  /** From the first slot to the end of the ending. */
  readonly span: Span
  /** Which of the sentences. */
  readonly sentence: number
}
