/** The one place where a verdict is computed. */
import type { Finding, Incomplete, Verdict } from '../contract/report.ts'
import { VERDICTS } from '../contract/report.ts'

const VERDICT_OF_ACTION = { note: 'allow', warn: 'warn', review: 'review', block: 'block' } as const

const harder = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b)

/** The highest action among the findings; at least `review` where something was not looked at. Trial rules do not count. */
export function decide(findings: readonly Finding[], incomplete: readonly Incomplete[]): Verdict {
  const start: Verdict = incomplete.length > 0 ? 'review' : 'allow'
  return findings
    .filter((finding) => finding.stage !== 'trial')
    .reduce<Verdict>((verdict, finding) => harder(verdict, VERDICT_OF_ACTION[finding.action]), start)
}
