/** What the service counts. The names are the same everywhere; where the numbers go is the deployment's. */
import type { LintReport } from '../core/contract/report.ts'
import type { AskedOnce } from '../core/second-opinion/consult.ts'
import type { ProblemCode } from './problem.ts'

/** One answered request. `route` is a pattern and `key` a configured name: nothing that a caller wrote. */
export interface AnsweredRequest {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
  readonly key?: string
  readonly problem?: ProblemCode
}

export interface Metrics {
  answered(request: AnsweredRequest): void
  linted(marketplace: string, report: LintReport): void
  /** A question to a second opinion, as it went. */
  asked(question: AskedOnce): void
  /** The numbers for a scraper, where this deployment is scraped. */
  readonly exposition?: () => Promise<{ readonly contentType: string; readonly text: string }>
}

export const NO_METRICS: Metrics = { answered() {}, linted() {}, asked() {} }
