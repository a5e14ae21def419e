/**
 * What one is writing, kept in the tab's own history entry: it is there again after a reload and after Back, and gone with
 * the tab. Nothing is stored beside it.
 */
import type { Role } from '../../core/contract/submission.ts'

export interface TalkDraft {
  /** As the browser's field for date and time has it, Japanese time; empty before a purchase. */
  readonly purchased: string
  readonly messages: readonly { readonly role: Role; readonly text: string; readonly sentAt: string }[]
}

export interface Draft {
  /** The tab that is open. */
  readonly mode: string
  readonly text: string
  /** The form's values by their names. */
  readonly context: Readonly<Record<string, string>>
  /** Once somebody has opened it. */
  readonly talk?: TalkDraft
}

const isDraft = (state: unknown): state is Draft =>
  typeof state === 'object' &&
  state !== null &&
  typeof (state as Draft).mode === 'string' &&
  typeof (state as Draft).text === 'string' &&
  typeof (state as Draft).context === 'object'

/** The longest that is kept: browsers refuse entries of some hundred kilobytes. */
const LONGEST = 100_000
const NOTHING: Draft = { mode: 'text', text: '', context: {} }

export const keptDraft = (state: unknown = history.state): Draft | undefined =>
  isDraft(state) ? state : undefined

const lengthOf = ({ text, talk }: Draft): number =>
  (talk?.messages ?? []).reduce((sum, message) => sum + message.text.length, text.length)

/** Keeps what has changed beside the rest. */
export function keepDraft(change: Partial<Draft>): void {
  const draft = { ...NOTHING, ...keptDraft(), ...change }
  if (lengthOf(draft) > LONGEST) return
  try {
    history.replaceState(draft, '')
  } catch {
    // A browser that keeps no more: the text stays until the page is left.
  }
}

/** What comes now is an entry of its own: Back leads to what was there before. */
export const leaveDraft = (): void =>
  history.pushState(history.state, '', location.pathname + location.search)
