/** Sekisho as a library on Node: `import { createSekisho } from 'sekisho'`. */
import type { LintReport } from '../core/contract/report.ts'
import { type RawSubmission, submissionSchema } from '../core/contract/submission.ts'
import { openLinterLoader } from './load-linter.ts'

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
export { RulesError } from './load-linter.ts'

export interface Sekisho {
  readonly marketplaces: readonly string[]
  /** @throws {ZodError} for what is no submission, `RangeError` for a marketplace that is not loaded. */
  lint(submission: RawSubmission): LintReport
}

/**
 * Loads the dictionary and the packs (some 20 ms); keep what it gives.
 *
 * @param options.rules a folder of packs to use instead of the bundled ones.
 * @throws {RulesError} where those packs have faults.
 */
export function createSekisho({ rules }: { readonly rules?: string } = {}): Sekisho {
  const loader = openLinterLoader()
  const linter = rules === undefined ? loader.built() : loader.fromRules(rules)
  return {
    marketplaces: linter.marketplaces,
    lint: (submission) => linter.lint(submissionSchema.parse(submission)),
  }
}
