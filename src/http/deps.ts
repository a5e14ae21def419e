/** What the service needs from the place it runs in. The composition roots (src/runtime) give it; nothing here knows which. */
import type { Hono } from 'hono'
import type { LintReport } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { ThreadFacts } from '../core/documents/thread-facts.ts'
import type { ContactDataReader, Linter, TextExplainer } from '../core/lint/linter.ts'
import type { PackSpec } from '../core/rules/rule-spec.ts'
import type { Reported } from '../core/second-opinion/consult.ts'
import type { Access } from './access.ts'
import type { BreatherDeps } from './breather.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** One line of the structured log. Never the text of a message, nor anything else that a caller wrote. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: unknown
}

export interface AppDeps extends BreatherDeps {
  /** The linter in force; `undefined` while the dictionary or the packs are not loaded. */
  readonly linter: () => (Linter & ContactDataReader & TextExplainer) | undefined
  /** Whether the process has been told to end: requests in flight are answered, new ones belong elsewhere. */
  readonly stopping: () => boolean
  /** The service's version, for the OpenAPI document. */
  readonly version: string
  readonly access: Access
  readonly rateLimiter: RateLimiter
  /** Resolves after so many seconds. */
  readonly wait: (seconds: number) => Promise<void>
  /** The address that a request comes from, where the place knows it. `env` is what the platform gives beside it. */
  readonly addressOf?: (request: Request, env: unknown) => string | undefined
  /** What is wrong with the deployment's settings, for `/readyz`; nothing secret. */
  readonly misconfigured?: string | undefined
  /** Origins whose pages may call /v1 from a browser. */
  readonly origins: readonly string[]
  readonly limits: Limits
  /**
   * Lints what is so long that others would wait for it, in a place where they do not; `undefined` for what is short.
   * Missing where there is no such place.
   */
  readonly lintAside?: (submission: Submission) => Promise<LintReport> | undefined
  /**
   * Asks for a second opinion about what the rules could not decide, and gives the reports that come of it; never throws.
   * Missing where nobody is to be asked.
   */
  readonly consult?:
    | ((items: readonly Reported[], packs: readonly PackSpec[]) => Promise<LintReport[]>)
    | undefined
  /** Signs each report, where it is given. */
  readonly receiptSecret?: string | undefined
  readonly metrics: Metrics
  readonly log: (entry: LogEntry) => void
  /** The facts that only a whole talkroom shows. */
  readonly threadFacts: ThreadFacts
  /** A new request id: unique, letters, digits and `-`. */
  readonly newId: () => string
  /** 16 random hexadecimal digits. */
  readonly newSpanId: () => string
  /** The page at `/`, where there is one. `described` gives the OpenAPI document. */
  readonly web?: (described: () => object) => Hono
}
