/**
 * Packs that are read again while the service answers. Their examples, which are seconds of work, run on a thread of their
 * own; only then is a linter made of the very files that were checked.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ThreadFacts } from '../core/documents/thread-facts.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import type { LogEntry } from '../http/deps.ts'
import type { Sources } from '../packs/load-sources.ts'
import { type LinterLoader, RulesError, readRules } from './load-linter.ts'

export interface ReloadedRules {
  readonly linter: RuleLinter
  readonly threadFacts: ThreadFacts
}

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
  changed: (next: ReloadedRules) => void,
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
  const take = (sources: Sources, examples: boolean) => {
    const linter = loader.fromSources(sources, { examples })
    const packs = linter.packs.map(({ spec, digest }) => ({ id: spec.id, version: spec.version, digest }))
    log({ level: 'info', event: 'packs-loaded', packs })
    changed({ linter, threadFacts: loader.threadFactsOf(sources, linter) })
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
    let faults: readonly string[] | undefined
    checking.on('message', (found) => {
      faults = found
    })
    checking.on('error', refuse)
    checking.on('exit', () => {
      thread = undefined
      if (stopped) return
      attempt(() => {
        if (faults === undefined) return
        if (faults.length > 0) throw new RulesError(faults)
        take(sources, false)
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
      else take(sources, true)
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
