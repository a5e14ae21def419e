/** Where submissions are linted: here, or on other threads once there are enough of them to be worth it. */
import type { Engine, Io, LintPool, ThreadPool } from './io.ts'

/** Fewer would be done before other threads are ready. */
const SMALL = 500

export const hereOnly = ({ linter }: Engine): LintPool => ({
  jobs: 1,
  lint: async (batch) => batch.map((submission) => linter.lint(submission)),
  close: async () => {},
})

/** The same reports in the same order whatever `jobs` is. */
export const createPool = (io: Io, engine: Engine, jobs: number, rules?: string): LintPool => {
  const here = hereOnly(engine)
  const start = io.startPool
  if (jobs <= 1 || !start) return here
  let linted = 0
  let threads: ThreadPool | undefined
  // A thread is ready after a second or two: until then this one goes on.
  const current = () => (threads?.ready ? threads : here)
  return {
    get jobs() {
      return current().jobs
    },
    lint(batch) {
      linted += batch.length
      if (threads === undefined && linted > SMALL) threads = start(jobs, rules)
      return current().lint(batch)
    },
    close: async () => {
      await threads?.close()
    },
  }
}
