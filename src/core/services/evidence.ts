/**
 * What a reading of a text as a name is worth: nothing, a hint (`weak`) or certainty (`sure`), and which disguise it
 * was. A reading that needs much to be read must give much in return: letters that stand as themselves, a pattern kept
 * up through the whole word, a place where a word may stand.
 */
import type { Capability, MentionForm } from './mention.ts'

export interface Evidence {
  readonly form: MentionForm
  readonly certainty: 'sure' | 'weak'
  /** The name of the step that undid the disguise; undefined where there was none. */
  readonly step: string | undefined
}

/** Whether the text as a whole tells how to read a puzzle. */
export interface Hints {
  readonly tellsReversal: boolean
  /** Whether it speaks of a keyboard's other script. */
  readonly tellsKeyboard: boolean
  readonly romajiBeside: ReadonlySet<string>
  /** What an encoded block holds was not written to be read, so it stands like an identifier: line:taro. */
  readonly isDecoded: boolean
}

/** What people move a conversation to: short names of these are looked for where others' are not. */
export const CARRIES_CONTACT: ReadonlySet<Capability> = new Set(['messenger', 'social', 'meeting', 'mail'])

export const KATAKANA = /^[ァ-ヺー]+$/
