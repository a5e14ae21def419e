/** The service inside of a program, for whoever runs it: nobody else can reach it, so there are no keys, rates or logs. */

import { createApp } from './app.ts'
import type { AppDeps } from './deps.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { NO_METRICS } from './metrics.ts'
import { VERSION } from './version.ts'

/** A whole account may come in one body. */
const LIMITS = { ...DEFAULT_LIMITS, bodyBytes: 64 * 1024 * 1024, documentTexts: 1_000_000 }

export interface LocalAppDeps extends Pick<AppDeps, 'linter' | 'threadFacts'> {
  /** Our own faults, a line each; never text of a message. */
  readonly fault: (line: string) => void
}

export const createLocalApp = ({ linter, threadFacts, fault }: LocalAppDeps): ReturnType<typeof createApp> =>
  createApp({
    linter,
    threadFacts,
    stopping: () => false,
    version: VERSION,
    access: { kind: 'open' },
    rateLimiter: { take: async (_, rate) => ({ allowed: true, rate }) },
    wait: async () => {},
    origins: [],
    limits: LIMITS,
    metrics: NO_METRICS,
    log: (entry) => {
      if (entry.level === 'error') fault(JSON.stringify(entry))
    },
    pause: async () => {},
    clock: () => performance.now(),
    newId: () => crypto.randomUUID(),
    newSpanId: () => crypto.randomUUID().replaceAll('-', '').slice(16),
  })
