/** Applies the safe edits that findings carry. */
import { isTone } from '../contract/category.ts'
import type { Finding } from '../contract/report.ts'
import { overlaps, type Span } from '../text/span.ts'

export interface FixedText {
  readonly text: string
  /** Findings whose edit was made, in the order of their places. */
  readonly applied: readonly Finding[]
}

/**
 * Makes every edit that touches neither another edit nor the words of a redirect finding: those are for their writer
 * to take back, and an edit there could hide them. Of two edits that touch, the first in the text is made.
 */
export const applyFixes = (text: string, findings: readonly Finding[]): FixedText => {
  const taboo: Span[] = findings.filter((finding) => !isTone(finding)).map(({ span }) => span)
  const candidates = findings
    .filter((finding) => finding.fix !== undefined && finding.stage !== 'trial')
    .sort((a, b) => a.fix!.span.start - b.fix!.span.start || a.fix!.span.end - b.fix!.span.end)
  const applied: Finding[] = []
  let fixed = ''
  let at = 0
  for (const finding of candidates) {
    const { span, replacement } = finding.fix!
    if (span.start < at || taboo.some((one) => overlaps(one, span))) continue
    fixed += text.slice(at, span.start) + replacement
    at = span.end
    applied.push(finding)
  }
  return { text: fixed + text.slice(at), applied }
}
