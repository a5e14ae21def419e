/** Findings that say the same of the same words become one. */
import { ACTIONS, type Finding } from '../contract/report.ts'
import { contains, overlaps } from '../text/span.ts'

/** A category that names no means gives way to one that does. */
const GENERIC: ReadonlySet<string> = new Set(['contact.exchange'])

const length = (finding: Finding): number => finding.span.end - finding.span.start

/** Whether `a` makes `b` superfluous. */
function covers(a: Finding, b: Finding): boolean {
  if (!overlaps(a.span, b.span)) return false
  const harder = ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action)
  if (a.category === b.category) {
    if (harder !== 0) return harder > 0
    return length(a) > length(b) || (length(a) === length(b) && a.rule <= b.rule)
  }
  const family = (category: string) => category.split('.')[0]
  return GENERIC.has(b.category) && family(a.category) === family(b.category) && harder >= 0
}

/** The findings without those that another one covers, by position, then by rule. */
export function reduceFindings(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  // Longest first, so that one pass is enough.
  const ordered = [...findings].sort((a, b) => length(b) - length(a))
  for (const finding of ordered) {
    const identical = (other: Finding) =>
      other !== finding &&
      other.category === finding.category &&
      contains(other.span, finding.span) &&
      contains(finding.span, other.span) &&
      other.action === finding.action
    if (kept.some(identical)) continue
    if (findings.some((other) => other !== finding && !identical(other) && covers(other, finding))) continue
    kept.push(finding)
  }
  return kept.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}
