/** Long work in one process gives way to others now and then. */

/** Milliseconds; longer at a stretch would be felt by those who wait. */
const STRETCH_MS = 4

export interface BreatherDeps {
  /** Milliseconds. */
  readonly clock: () => number
  /** Lets other work of the process run. */
  readonly pause: () => Promise<void>
}

/** To be called between pieces of work: pauses where the last pause is long enough ago. */
export function createBreather({ clock, pause }: BreatherDeps): () => Promise<void> {
  let since = clock()
  return async () => {
    if (clock() - since < STRETCH_MS) return
    await pause()
    since = clock()
  }
}
