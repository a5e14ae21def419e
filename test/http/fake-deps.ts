import type { AppDeps, LogEntry } from '../../src/http/deps.ts'
import { DEFAULT_LIMITS } from '../../src/http/limits.ts'
import { fakeLinter } from './fake-linter.ts'

/** Deps of an app in a test: everything foreseeable, and the log kept. */
export function fakeDeps(changes: Partial<AppDeps> = {}): AppDeps & { readonly entries: LogEntry[] } {
  const entries: LogEntry[] = []
  let ids = 0
  return {
    linter: () => fakeLinter,
    stopping: () => false,
    limits: DEFAULT_LIMITS,
    version: '0.0.0',
    clock: () => 0,
    newId: () => `request-${++ids}`,
    log: (entry) => entries.push(entry),
    entries,
    ...changes,
  }
}
