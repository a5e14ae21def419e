/** The service on Cloudflare Workers. Settings are variables and secrets (docs/marketplaces/deploy.md). */
import type { AnalyticsEngineDataset, MessageBatch, Queue, R2Bucket } from '@cloudflare/workers-types'
import data from '../../build/data.json'
import dictionary from '../../build/dictionary.packed.bin'
import type { Submission } from '../core/contract/submission.ts'
import { createThreadFacts } from '../core/documents/thread-facts.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import { KeysError } from '../http/api-key.ts'
import { createApp } from '../http/app.ts'
import type { LogEntry } from '../http/deps.ts'
import { LimitsError } from '../http/limits.ts'
import { lintSubmission } from '../http/lint-submission.ts'
import { type Metrics, NO_METRICS } from '../http/metrics.ts'
import { newFacts } from '../http/route.ts'
import { VERSION } from '../http/version.ts'
import { assembleLinter } from '../packs/assemble.ts'
import type { LinterData } from '../packs/linter-data.ts'
import { createWeb } from '../web/create-web.tsx'
import { NO_FILES, type StaticFiles } from '../web/static-files.ts'
import { createAnalyticsMetrics } from './analytics-metrics.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import type { Environment } from './environment.ts'
import { consumeObjectJobs } from './object-jobs.ts'
import { createPlatformRateLimiter, rateBinding, withoutBinding } from './platform-rate-limiter.ts'
import { type Consultant, openConsultant } from './second-opinion/open-consultant.ts'
import { type OpinionSettings, OpinionSettingsError } from './second-opinion/opinion-settings.ts'
import { createPlatformCache, type PlatformCache } from './second-opinion/platform-cache.ts'
import type { AiBinding } from './second-opinion/workers-ai.ts'

export type Bindings = Environment &
  Readonly<Record<string, unknown>> & {
    /** Workers AI, where a second opinion comes from there. */
    readonly AI?: AiBinding
    /** The static assets of the upload (wrangler.toml). */
    readonly ASSETS?: { readonly fetch: (address: string) => Promise<Response> }
    readonly METRICS?: AnalyticsEngineDataset
    readonly OBJECTS?: R2Bucket
    readonly JOBS?: Queue
  }

// Once an isolate, at its start: the platform allows more time there than in a request.
const built = data as unknown as LinterData
const linter = assembleLinter(built, createTokenizer(loadDictionary(dictionary)))

const threadFacts = createThreadFacts(
  built.tables.talkroom,
  linter.packs.map(({ spec }) => spec),
)

/** The app of an environment; an isolate normally has one. */
const apps = new WeakMap<object, ReturnType<typeof createService>>()

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    let app = apps.get(bindings)
    if (app === undefined) {
      app = createService(bindings)
      apps.set(bindings, app)
    }
    return app.fetch(request)
  },

  /** Large jobs, where the environment has a bucket and a queue (wrangler.toml: `jobs`). */
  async queue(batch: MessageBatch, bindings: Bindings): Promise<void> {
    const { OBJECTS: bucket, JOBS: queue, METRICS } = bindings
    if (bucket === undefined || queue === undefined) throw new Error('no bucket or queue is bound')
    const { settings, says } = configured(bindings)
    // The messages wait until somebody has put it right: with other limits the results would be others.
    if (says !== undefined) throw new Error(says)
    const { limits, receiptSecret } = settings
    const deps = {
      limits,
      receiptSecret,
      metrics: METRICS === undefined ? NO_METRICS : createAnalyticsMetrics(METRICS),
    }
    const lint = (submission: Submission) =>
      lintSubmission({ deps, linter: () => linter, key: undefined, facts: newFacts('job') }, submission)
    await consumeObjectJobs(batch, { bucket, queue, limits, lint, log })
  },
}

function createService(bindings: Bindings) {
  const { settings, says } = configured(bindings)
  const { access, origins, limits, opinion, receiptSecret } = settings
  const rates = (access?.keyring.keys ?? []).map(({ rate }) => rate)
  const unbound = rates.filter((rate) => bindings[rateBinding(rate)] === undefined)
  const misconfigured = unbound.length === 0 ? undefined : withoutBinding(unbound)
  if (misconfigured !== undefined) log({ level: 'error', event: 'misconfigured', says: misconfigured })
  const metrics = bindings.METRICS === undefined ? NO_METRICS : createAnalyticsMetrics(bindings.METRICS)
  return createApp({
    linter: () => linter,
    stopping: () => false,
    version: VERSION,
    access: says === undefined ? (access ?? { kind: 'closed' }) : { kind: 'misconfigured', says },
    misconfigured,
    rateLimiter: createPlatformRateLimiter(bindings),
    wait,
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
    origins,
    limits,
    receiptSecret,
    consult: opinion && consultantOf(opinion, bindings, metrics),
    metrics,
    log,
    threadFacts,
    // A request has its isolate's turn until it waits for something; the platform spreads requests itself.
    pause: async () => {},
    clock: () => performance.now(),
    newId: () => crypto.randomUUID(),
    newSpanId: () => crypto.randomUUID().replaceAll('-', '').slice(16),
    web: (described) =>
      createWeb({
        linter: () => linter,
        textLimit: limits.textLength,
        files: assetsOf(bindings),
        described,
      }),
  })
}

/** A Worker with wrong settings says so, in its log, in /readyz and to whoever asks, and serves no /v1. */
function configured(bindings: Bindings): { settings: Configuration; says?: string } {
  try {
    const settings = readConfiguration(bindings)
    if (settings.opinion) consultantOf(settings.opinion, bindings, NO_METRICS)
    return { settings }
  } catch (error) {
    const isSetting =
      error instanceof KeysError || error instanceof LimitsError || error instanceof OpinionSettingsError
    if (!isSetting) throw error
    log({ level: 'error', event: 'misconfigured', says: error.message })
    return { settings: readConfiguration({}), says: error.message }
  }
}

function assetsOf({ ASSETS: assets }: Bindings): StaticFiles {
  if (assets === undefined) return NO_FILES
  return async (path) => {
    const file = await assets.fetch(`https://assets.invalid/${path}`)
    return file.ok ? file : undefined
  }
}

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000)
  })

/** The types of the platform and of the web disagree on it. */
const platform = globalThis as unknown as { readonly caches: { readonly default: PlatformCache } }

/** @throws {OpinionSettingsError} where neither an address nor the binding is there. */
function consultantOf(settings: OpinionSettings, { AI: ai }: Bindings, { asked }: Metrics): Consultant {
  return openConsultant(settings, {
    fetch: (url, init) => fetch(url, init),
    ai,
    cache: (seconds) => createPlatformCache(platform.caches.default, seconds),
    clock: () => performance.now(),
    asked,
    log,
  })
}

function log(entry: LogEntry): void {
  console.log(JSON.stringify(entry))
}
