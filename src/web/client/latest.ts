/** Work that only matters for the newest input: waits for a pause, and stops what an older input has begun. */
export interface Latest {
  /** Starts the work after `delay` milliseconds without another call. */
  soon(delay: number): void
  cancel(): void
}

/** @param work must end quietly when its signal aborts */
export function createLatest(work: (signal: AbortSignal) => Promise<void>): Latest {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()
  const cancel = () => {
    clearTimeout(timer)
    running.abort()
  }
  return {
    soon(delay) {
      cancel()
      timer = setTimeout(() => {
        running = new AbortController()
        void work(running.signal)
      }, delay)
    },
    cancel,
  }
}
