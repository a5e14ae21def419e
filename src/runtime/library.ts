/** Sekisho as a library on Node: `import { createSekisho } from 'sekisho'`. */
import type { Explanation } from '../core/contract/explanation.ts'
import type { LintReport } from '../core/contract/report.ts'
import { type RawSubmission, submissionSchema } from '../core/contract/submission.ts'
import { applyFixes, type FixedText } from '../core/lint/apply-fixes.ts'
import { createClient, type SekishoClient } from '../http/client.ts'
import { createLocalApp } from '../http/local-app.ts'
import { openLinterLoader } from './load-linter.ts'

export type { Explanation } from '../core/contract/explanation.ts'
export type {
  Action,
  Confidence,
  Doubt,
  Finding,
  Incomplete,
  LintReport,
  PackRef,
  Verdict,
} from '../core/contract/report.ts'
export type { Channel, Phase, RawSubmission, Role } from '../core/contract/submission.ts'
export { submissionSchema } from '../core/contract/submission.ts'
export { applyFixes, type FixedText } from '../core/lint/apply-fixes.ts'
export type {
  BatchLine,
  DocumentBody,
  DocumentReport,
  Masked,
  PackDetails,
  PackSummary,
  Passport,
  PassportBody,
  RuleDetails,
  ThreadBody,
  ThreadReport,
} from '../http/client.ts'
export { SekishoProblem } from '../http/client.ts'
export { RulesError } from './load-linter.ts'

/**
 * What the service offers, without a network: the calls that give a promise are answered by the service itself, inside
 * of the program, and reject with a `SekishoProblem` where it would answer with one.
 */
export interface Sekisho extends Omit<SekishoClient, 'lint'> {
  readonly marketplaces: readonly string[]
  /** @throws {ZodError} for what is no submission, `RangeError` for a marketplace that is not loaded. */
  lint(submission: RawSubmission): LintReport
  /** The text with every safe edit made, and those findings. @throws as `lint` does. */
  fix(submission: RawSubmission): FixedText
  /** How a text was read: views, words, what each sentence says, services and contact data. */
  explain(text: string): Explanation
}

/** Nobody waits for a network here; a long account may take its time. */
const TIMEOUT_MS = 600_000

/**
 * Loads the dictionary and the packs (some tenths of a second); keep what it gives.
 *
 * @param options.rules a folder of packs to use instead of the bundled ones.
 * @throws {RulesError} where those packs have faults.
 */
export function createSekisho({ rules }: { readonly rules?: string } = {}): Sekisho {
  const loader = openLinterLoader()
  const { linter, threadFacts } = loader.fromRules(rules)
  const app = createLocalApp({
    linter: () => linter,
    threadFacts,
    fault: (line) => process.stderr.write(`${line}\n`),
  })
  const lint = (submission: RawSubmission) => linter.lint(submissionSchema.parse(submission))
  return {
    ...createClient({
      baseUrl: '',
      fetch: async (path, init) => app.request(path, init),
      timeoutMs: TIMEOUT_MS,
      retries: 0,
    }),
    marketplaces: linter.marketplaces,
    lint,
    fix: (submission) => applyFixes(submission.text, lint(submission).findings),
    explain: (text) => linter.explain(text),
  }
}
