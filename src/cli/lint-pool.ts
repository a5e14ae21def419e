/** Where submissions are linted: here, or on other threads once there are enough of them to be worth it. */
import type { Engine, Io, LintPool } from './io.ts'

/** So many are linted before other threads could even be ready. */
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
  let threads: LintPool | undefined
  return {
    get jobs() {
      return threads?.jobs ?? 1
    },
    lint(batch) {
      linted += batch.length
      if (threads === undefined && linted > SMALL) threads = start(jobs, rules)
      return (threads ?? here).lint(batch)
    },
    close: async () => {
      await threads?.close()
    },
  }
}
