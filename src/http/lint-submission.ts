/** One submission through the linter, on behalf of a request: allowed, within limits, counted. */
import { type LintReport, VERDICTS } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { Linter } from '../core/lint/linter.ts'
import { signReport } from '../core/lint/receipt.ts'
import { checkMarketplace } from './access.ts'
import { checkSubmission } from './check-submission.ts'
import type { AppDeps } from './deps.ts'
import type { Call } from './route.ts'

type Asking = Pick<Call<unknown>, 'facts' | 'key'> & {
  readonly deps: Pick<AppDeps, 'limits' | 'metrics' | 'receiptSecret' | 'lintAside'>
  readonly linter: () => Linter
}

/**
 * @param at the submission's place in the body, for the pointers of faults.
 * @throws {Problem} where the key may not, or the submission is over a limit.
 */
export async function lintSubmission(
  { deps, facts, key, linter }: Asking,
  submission: Submission,
  at: readonly PropertyKey[] = [],
): Promise<LintReport> {
  const current = linter()
  checkSubmission(submission, current, deps.limits, at)
  checkMarketplace(key, submission.marketplace)
  const report = await (deps.lintAside?.(submission) ?? current.lint(submission))
  deps.metrics.linted(submission.marketplace, report)
  facts.texts += 1
  if (facts.verdict === undefined || VERDICTS.indexOf(report.verdict) > VERDICTS.indexOf(facts.verdict)) {
    facts.verdict = report.verdict
  }
  for (const finding of report.findings) facts.rules.add(finding.rule)
  if (deps.receiptSecret === undefined) return report
  return { ...report, receipt: signReport(submission, report, deps.receiptSecret) }
}
