/** Submissions through the linter, on behalf of a request: allowed, within limits, asked about, counted, signed. */
import { type LintReport, VERDICTS } from '../core/contract/report.ts'
import type { Submission } from '../core/contract/submission.ts'
import type { Linter } from '../core/lint/linter.ts'
import { signReport } from '../core/lint/receipt.ts'
import { checkMarketplace } from './access.ts'
import { checkSubmission } from './check-submission.ts'
import type { AppDeps } from './deps.ts'
import type { Call } from './route.ts'

type Asking = Pick<Call<unknown>, 'facts' | 'key'> & {
  readonly deps: Pick<AppDeps, 'limits' | 'metrics' | 'receiptSecret' | 'lintAside' | 'consult'>
  readonly linter: () => Linter
}

export interface Given {
  readonly submission: Submission
  /** The submission's place in the body, for the pointers of faults. */
  readonly at: readonly PropertyKey[]
}

/** @throws {Problem} where the key may not, or the submission is over a limit. */
export async function lintSubmission(asking: Asking, submission: Submission): Promise<LintReport> {
  const [report] = await lintSubmissions(asking, [{ submission, at: [] }])
  return report!
}

/** By the rules alone: where many verdicts are wanted, or none. */
export function lintByRules(asking: Asking, submission: Submission): Promise<LintReport> {
  return lintSubmission({ ...asking, deps: { ...asking.deps, consult: undefined } }, submission)
}

/**
 * Several at once: short ones are asked about together.
 *
 * @param breathe called between them
 * @throws {Problem} as `lintSubmission`
 */
export async function lintSubmissions(
  asking: Asking,
  given: readonly Given[],
  breathe: () => Promise<void> = async () => {},
): Promise<LintReport[]> {
  const { deps, key, linter } = asking
  const current = linter()
  const reported: { submission: Submission; report: LintReport }[] = []
  for (const { submission, at } of given) {
    checkSubmission(submission, current, deps.limits, at)
    checkMarketplace(key, submission.marketplace)
    const asked =
      key?.allow === undefined
        ? submission
        : { ...submission, allow: [...(submission.allow ?? []), ...key.allow] }
    const report = await (deps.lintAside?.(asked) ?? current.lint(asked))
    reported.push({ submission, report })
    await breathe()
  }
  const packs = current.packs.map(({ spec }) => spec)
  const reports = (await deps.consult?.(reported, packs)) ?? reported.map(({ report }) => report)
  return reports.map((report, index) => giveOut(asking, current, reported[index]!.submission, report))
}

function giveOut(
  { deps, facts }: Asking,
  current: Linter,
  submission: Submission,
  report: LintReport,
): LintReport {
  deps.metrics.linted(submission.marketplace, report)
  facts.texts += 1
  if (facts.verdict === undefined || VERDICTS.indexOf(report.verdict) > VERDICTS.indexOf(facts.verdict)) {
    facts.verdict = report.verdict
  }
  for (const finding of report.findings) facts.rules.add(finding.rule)
  if (deps.receiptSecret === undefined) return report
  return {
    ...report,
    receipt: signReport(submission, report, deps.receiptSecret, current.partsOf(submission.marketplace)),
  }
}
