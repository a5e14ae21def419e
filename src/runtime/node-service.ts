/** The service on Node, put together but not yet listening: settings, linter, packs that can change, numbers, page. */
import { randomBytes, randomUUID } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { LintReport } from '../core/contract/report.ts'
import { type Submission, submissionSchema } from '../core/contract/submission.ts'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import { createApp } from '../http/app.ts'
import type { LogEntry } from '../http/deps.ts'
import { describeFault } from '../http/describe-fault.ts'
import { VERSION } from '../http/version.ts'
import { createWeb } from '../web/create-web.tsx'
import { readConfiguration } from './configuration.ts'
import type { Environment } from './environment.ts'
import { openLinterLoader } from './load-linter.ts'
import { createMemoryRateLimiter } from './memory-rate-limiter.ts'
import { createAddressOf } from './node-address.ts'
import { nodeStaticFiles } from './node-static-files.ts'
import { createPrometheusMetrics } from './prometheus-metrics.ts'
import { createRulesReloader } from './reload-rules.ts'
import { createMemoryCache } from './second-opinion/memory-cache.ts'
import { openConsultant } from './second-opinion/open-consultant.ts'
import { openSideThread } from './side-thread.ts'

/** Of a few hundred bytes each. */
const CACHED_ANSWERS = 20_000
/** Editors write a file in several steps. */
const SETTLE_MS = 200
/** Enough for the compiler to have seen every path, so that the first visitor waits for nothing. */
const WARM_UP_TEXTS = 100

/** UTF-16 code units; linting more takes milliseconds that those who send less should not wait for. */
const LONG = 2000

export interface NodeServiceOptions {
  /** Settings as in docs/marketplaces/deploy.md; `readConfiguration` reads them. */
  readonly environment: Environment
  /** A folder of packs instead of the bundled ones; read again when it changes. */
  readonly rules?: string
  readonly log: (entry: LogEntry) => void
}

export interface NodeService {
  /** @param env what the server gives beside it: the connection that it came over. */
  fetch(request: Request, env?: object): Response | Promise<Response>
  /** Whether API keys are asked for. */
  readonly protected: boolean
  readonly marketplaces: readonly string[]
  /** Reads the packs of `rules` again. A folder with faults is refused, and the packs in force stay. */
  reload(): void
  /** From now on `/readyz` sends new requests elsewhere; those that come are answered. */
  stop(): void
  /** Lets go of what keeps the process alive. */
  close(): void
}

/** @throws {KeysError | LimitsError | ProxiesError | RulesError} and the system's errors, where the build is missing. */
export function openNodeService({ environment, rules, log }: NodeServiceOptions): NodeService {
  const { access, origins, limits, opinion, receiptSecret } = readConfiguration(environment)
  const metrics = createPrometheusMetrics()
  const clock = () => performance.now()
  const consult =
    opinion &&
    openConsultant(opinion, {
      fetch: (url, init) => fetch(url, init),
      cache: (seconds) => createMemoryCache({ entries: CACHED_ANSWERS, seconds }, clock),
      clock,
      asked: metrics.asked,
      log,
    })
  const loader = openLinterLoader()
  let { linter, threadFacts } = loader.fromRules(rules)
  let stopping = false
  warmUp(linter)
  const side = openSideThread(rules)
  const lintAside = (submission: Submission): Promise<LintReport> | undefined => {
    if (side === undefined || lengthOf(submission) < LONG) return undefined
    const { lint } = linter
    return side.lint(submission).catch((error: unknown) => {
      log({ level: 'error', event: 'side-thread-lost', ...describeFault(error) })
      return lint(submission)
    })
  }

  const app = createApp({
    linter: () => linter,
    stopping: () => stopping,
    version: VERSION,
    access: access ?? { kind: 'open' },
    rateLimiter: createMemoryRateLimiter(),
    wait: (seconds) => setTimeout(seconds * 1000, undefined, { ref: false }),
    addressOf: createAddressOf(environment.SEKISHO_TRUSTED_PROXIES),
    origins,
    limits,
    receiptSecret,
    lintAside,
    consult,
    metrics,
    log,
    threadFacts: (thread) => threadFacts(thread),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock,
    newId: randomUUID,
    newSpanId: () => randomBytes(8).toString('hex'),
    web: (described) =>
      createWeb({
        linter: () => linter,
        textLimit: limits.textLength,
        files: nodeStaticFiles,
        described,
      }),
  })

  const reloader =
    rules === undefined
      ? undefined
      : createRulesReloader(loader, rules, log, (next) => {
          ;({ linter, threadFacts } = next)
          side?.restart()
        })
  const reload = () => reloader?.reload()
  const watcher = rules === undefined ? undefined : watchFolder(rules, reload)
  return {
    fetch: app.fetch,
    protected: access !== undefined,
    get marketplaces() {
      return linter.marketplaces
    },
    reload,
    stop() {
      stopping = true
      // Packs that nobody will lint with are not read any more: it takes the time of those who still wait.
      watcher?.close()
      reloader?.stop()
    },
    close() {
      watcher?.close()
      reloader?.stop()
      side?.close()
    },
  }
}

const lengthOf = ({ text, jobText = '', history }: Submission): number =>
  history.reduce((sum, message) => sum + message.text.length, text.length + jobText.length)

/** Lints the packs' own examples: real text of every kind. */
function warmUp(linter: RuleLinter): void {
  const texts = linter.packs.flatMap(({ spec }) =>
    spec.rules.flatMap(({ examples }) => [...examples.flags, ...examples.allows]),
  )
  for (const { text } of texts.slice(0, WARM_UP_TEXTS)) {
    for (const marketplace of linter.marketplaces) linter.lint(submissionSchema.parse({ marketplace, text }))
  }
}

function watchFolder(folder: string, changed: () => void): FSWatcher {
  let settling: NodeJS.Timeout | undefined
  // rules/ and dictionaries/ stand below it.
  return watch(folder, { recursive: true }, () => {
    clearTimeout(settling)
    settling = globalThis.setTimeout(changed, SETTLE_MS)
  })
}
