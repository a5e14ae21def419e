/**
 * What one is writing, kept in the tab's own history entry: it is there again after a reload and after Back, and gone with
 * the tab. Nothing is stored beside it.
 */

export interface Draft {
  readonly text: string
  /** The form's values by their names. */
  readonly context: Readonly<Record<string, string>>
}

const isDraft = (state: unknown): state is Draft =>
  typeof state === 'object' &&
  state !== null &&
  typeof (state as Draft).text === 'string' &&
  typeof (state as Draft).context === 'object'

/** The longest that is kept: browsers refuse entries of some hundred kilobytes. */
const LONGEST = 100_000

export const keptDraft = (state: unknown = history.state): Draft | undefined =>
  isDraft(state) ? state : undefined

export function keepDraft(draft: Draft): void {
  if (draft.text.length > LONGEST) return
  try {
    history.replaceState(draft, '')
  } catch {
    // A browser that keeps no more: the text stays until the page is left.
  }
}

/** What comes now is an entry of its own: Back leads to what was there before. */
export const leaveDraft = (): void => history.pushState(null, '', location.pathname + location.search)
