/** A thread of its own for long texts, so that those who send short ones do not wait behind them. */
import { existsSync } from 'node:fs'
import type { LintReport } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import { startWorkerPool } from './worker-pool.ts'

type Pool = ReturnType<typeof startWorkerPool>

export interface SideThread {
  /** @throws where the thread is gone; the next call gets a new one. */
  lint(submission: Submission): Promise<LintReport>
  /** The packs have changed: from now on another thread, with those. */
  restart(): void
  close(): void
}

/** `undefined` where the thread's program is not there (the sources, run without a build). */
export function openSideThread(rules: string | undefined): SideThread | undefined {
  if (!existsSync(new URL('./lint-worker.js', import.meta.url))) return undefined
  let pool: Pool | undefined
  let inFlight = new Map<Pool, number>()

  /** A pool that was replaced ends with its last job. */
  const settle = (used: Pool) => {
    const left = (inFlight.get(used) ?? 1) - 1
    inFlight.set(used, left)
    if (left > 0 || used === pool) return
    inFlight.delete(used)
    void used.close()
  }
  const drop = () => {
    const dropped = pool
    pool = undefined
    if (dropped !== undefined && (inFlight.get(dropped) ?? 0) === 0) void dropped.close()
  }
  return {
    async lint(submission) {
      pool ??= startWorkerPool(1, rules)
      const used = pool
      inFlight.set(used, (inFlight.get(used) ?? 0) + 1)
      try {
        const [report] = await used.lint([submission])
        return report!
      } catch (error) {
        if (pool === used) pool = undefined
        throw error
      } finally {
        settle(used)
      }
    },
    restart: drop,
    close() {
      drop()
      for (const used of inFlight.keys()) void used.close()
      inFlight = new Map()
    },
  }
}
