import type { AppDeps, LogEntry } from '../../src/http/deps.ts'
import { DEFAULT_LIMITS } from '../../src/http/limits.ts'
import { NO_METRICS } from '../../src/http/metrics.ts'
import { fakeLinter } from './fake-linter.ts'

/** Deps of an app in a test: everything foreseeable, and the log kept. */
export function fakeDeps(changes: Partial<AppDeps> = {}): AppDeps & { readonly entries: LogEntry[] } {
  const entries: LogEntry[] = []
  let ids = 0
  return {
    linter: () => fakeLinter,
    stopping: () => false,
    limits: DEFAULT_LIMITS,
    access: { kind: 'open' },
    rateLimiter: { take: async (_, rate) => ({ allowed: true, rate }) },
    wait: async () => {},
    origins: [],
    metrics: NO_METRICS,
    version: '0.0.0',
    threadFacts: () => [],
    pause: async () => {},
    clock: () => 0,
    newId: () => `request-${++ids}`,
    newSpanId: () => '00f067aa0ba902b7',
    log: (entry) => entries.push(entry),
    entries,
    ...changes,
  }
}
