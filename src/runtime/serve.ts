/** The service on Node: what `npm start` and `sekisho serve` run. */
import { randomBytes, randomUUID } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import { createApp } from '../http/app.ts'
import type { LogEntry } from '../http/deps.ts'
import { VERSION } from '../http/version.ts'
import { createWeb } from '../web/create-web.tsx'
import { type Environment, readConfiguration } from './configuration.ts'
import { listen } from './listen.ts'
import { type LinterLoader, openLinterLoader, RulesError } from './load-linter.ts'
import { createMemoryRateLimiter } from './memory-rate-limiter.ts'
import { createPrometheusMetrics } from './prometheus-metrics.ts'

/** Without keys nobody but this machine may reach the service. */
const LOOPBACK = '127.0.0.1'
/** Editors write a file in several steps. */
const SETTLE_MS = 200
/** Longer than any request but a very large batch. */
const GRACE_MS = 10_000

export interface ServeOptions {
  /** Settings as in the README; `readConfiguration` reads them. */
  readonly environment: Environment
  readonly port: number
  /** Where to listen; without it every interface with keys, and only this machine without. */
  readonly host?: string
  /** A folder of packs instead of the bundled ones; read again when it changes. */
  readonly rules?: string
  readonly log: (entry: LogEntry) => void
}

export interface Service {
  readonly url: string
  /** Whether API keys are asked for. */
  readonly protected: boolean
  readonly marketplaces: readonly string[]
  /** Reads the packs of `rules` again. A folder with faults is refused, and the packs in force stay. */
  reload(): void
  /** Answers what is in flight and ends. */
  close(): Promise<void>
}

/** @throws {KeysError | LimitsError | RulesError} and the system's errors; nothing is left running then. */
export async function serve(options: ServeOptions): Promise<Service> {
  const { environment, port, rules, log } = options
  const { access, origins, limits, receiptSecret } = readConfiguration(environment)
  const host = access === undefined ? LOOPBACK : (options.host ?? '0.0.0.0')
  const loader = openLinterLoader()
  let linter: RuleLinter = rules === undefined ? loader.built() : loader.fromRules(rules)
  let stopping = false

  const app = createApp({
    linter: () => linter,
    stopping: () => stopping,
    version: VERSION,
    access: access ?? { kind: 'open' },
    rateLimiter: createMemoryRateLimiter(),
    origins,
    limits,
    receiptSecret,
    metrics: createPrometheusMetrics(),
    log,
    threadFacts: loader.threadFacts,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => performance.now(),
    newId: randomUUID,
    newSpanId: () => randomBytes(8).toString('hex'),
    web: createWeb({ linter: () => linter, textLimit: limits.textLength }),
  })
  const server = await listen(app.fetch, { host, port })

  const reload = () => {
    if (rules === undefined) return
    linter = reloaded(loader, rules, log) ?? linter
  }
  const watcher = rules === undefined ? undefined : watchFolder(rules, reload)
  return {
    url: server.url,
    protected: access !== undefined,
    get marketplaces() {
      return linter.marketplaces
    },
    reload,
    async close() {
      stopping = true
      watcher?.close()
      const whole = await server.close(GRACE_MS)
      log({ level: whole ? 'info' : 'warn', event: 'stopped', drained: whole })
    },
  }
}

function reloaded(loader: LinterLoader, rules: string, log: ServeOptions['log']): RuleLinter | undefined {
  try {
    const linter = loader.fromRules(rules)
    const packs = linter.packs.map(({ spec, digest }) => ({ id: spec.id, version: spec.version, digest }))
    log({ level: 'info', event: 'packs-loaded', packs })
    return linter
  } catch (error) {
    const faults = error instanceof RulesError ? error.faults : [String(error)]
    log({
      level: 'error',
      event: 'packs-refused',
      says: 'The packs have faults; those in force stay.',
      faults,
    })
    return undefined
  }
}

function watchFolder(folder: string, changed: () => void): FSWatcher {
  let settling: NodeJS.Timeout | undefined
  return watch(folder, () => {
    clearTimeout(settling)
    settling = setTimeout(changed, SETTLE_MS)
  })
}
