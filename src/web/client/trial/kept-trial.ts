/** Changed packs and texts, kept in the tab's own history entry: there again after a reload, gone with the tab. */

export interface KeptTrial {
  readonly edits: readonly (readonly [file: string, content: string])[]
  readonly own: string
}

/** Characters: browsers refuse entries that are much larger. */
const LARGEST = 400_000

export function keptTrial(): KeptTrial | undefined {
  const state: unknown = history.state
  const isKept = typeof state === 'object' && state !== null && Array.isArray((state as KeptTrial).edits)
  return isKept ? (state as KeptTrial) : undefined
}

export function keepTrial(trial: KeptTrial): void {
  const size = trial.edits.reduce((sum, [, content]) => sum + content.length, trial.own.length)
  if (size > LARGEST) return
  try {
    history.replaceState(trial, '')
  } catch {
    // A browser that keeps no more: it stays until the page is left.
  }
}
