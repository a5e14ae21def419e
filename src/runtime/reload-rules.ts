/**
 * Packs that are read again while the service answers. To read them and to run their examples is seconds of work, and done
 * on a thread of its own; here a linter is made of what that thread read, and only where it found no fault.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { LogEntry } from '../http/deps.ts'
import type { Sources } from '../packs/load-sources.ts'
import type { CheckAnswer } from './check-worker.ts'
import { type LinterLoader, type Rules, RulesError, readRules } from './load-linter.ts'

export interface RulesReloader {
  /** Reads the folder again. Told while it is at work it goes once more, however often it was told. */
  reload(): void
  /** From now on nothing is read. */
  stop(): void
}

export function createRulesReloader(
  loader: LinterLoader,
  folder: string,
  log: (entry: LogEntry) => void,
  changed: (next: Rules) => void,
): RulesReloader {
  const program = new URL('./check-worker.js', import.meta.url)
  let thread: Worker | undefined
  let again = false
  let stopped = false

  const refuse = (error: unknown) => {
    const faults = error instanceof RulesError ? error.faults : [String(error)]
    log({
      level: 'error',
      event: 'packs-refused',
      says: 'The packs have faults; those in force stay.',
      faults,
    })
  }
  const take = (rules: Rules) => {
    const packs = rules.linter.packs.map(({ spec, digest }) => ({
      id: spec.id,
      version: spec.version,
      digest,
    }))
    log({ level: 'info', event: 'packs-loaded', packs })
    changed(rules)
  }
  const attempt = (work: () => void) => {
    try {
      work()
    } catch (error) {
      refuse(error)
    }
  }
  const check = (sources: Sources) => {
    const checking = new Worker(program, { workerData: [...sources] })
    thread = checking
    let answer: string | undefined
    checking.on('message', (given: string) => {
      answer = given
    })
    checking.on('error', refuse)
    checking.on('exit', () => {
      thread = undefined
      if (stopped) return
      attempt(() => {
        // The thread has ended by an error, which was told.
        if (answer === undefined) return
        const checked: CheckAnswer = JSON.parse(answer)
        if (checked.faults !== undefined) throw new RulesError(checked.faults)
        take(loader.fromChecked(checked.rules))
      })
      if (!again) return
      again = false
      reload()
    })
  }
  const reload = () => {
    if (stopped) return
    if (thread !== undefined) {
      again = true
      return
    }
    attempt(() => {
      const sources = readRules(folder)
      // The sources, run without a build, have no thread.
      if (existsSync(program)) check(sources)
      else take(loader.fromSources(sources))
    })
  }
  return {
    reload,
    stop() {
      stopped = true
      void thread?.terminate()
    },
  }
}
