/** Findings that say the same of the same words become one. */
import { isTone } from '../contract/category.ts'
import { ACTIONS, CONFIDENCES, type Finding } from '../contract/report.ts'
import type { Span } from '../text/span.ts'
import { SpansBySize } from '../text/spans-by-size.ts'
import type { Policy } from './policy.ts'

/** What packs say of categories, as far as findings stand for one another. */
export type Generality = Pick<Policy, 'isGeneral'>

const length = (finding: Finding): number => finding.span.end - finding.span.start

const family = (category: string): string | undefined => category.split('.')[0]
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What names its means, then the harder, the surer, the longer, the earlier comes first: what comes first may cover what
 * follows.
 */
const byWeight =
  ({ isGeneral }: Generality) =>
  (a: Finding, b: Finding): number =>
    Number(isGeneral(a.category)) - Number(isGeneral(b.category)) ||
    ACTIONS.indexOf(b.action) - ACTIONS.indexOf(a.action) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    length(b) - length(a) ||
    before(a.rule, b.rule) ||
    a.span.start - b.span.start

const isSofter = (a: Finding, b: Finding): boolean => ACTIONS.indexOf(a.action) < ACTIONS.indexOf(b.action)
/** Nobody weighed it: an address, a number, a link. */
const isDatum = (finding: Finding): boolean => finding.because === undefined && !isTone(finding)

/** Whether `a`, which is no lighter and stands in the same words, makes `b` superfluous. */
function covers(a: Finding, b: Finding, { isGeneral }: Generality): boolean {
  if (a.category === b.category) return true
  // The address says it all: お見積りは a@b.jp でも承ります.
  if (isDatum(a) && b.because !== undefined && !isSofter(a, b)) return true
  return isGeneral(b.category) && family(a.category) === family(b.category) && !isSofter(a, b)
}

interface Place extends Span {
  readonly finding: Finding
}

function isCovered(finding: Finding, places: SpansBySize<Place>, generality: Generality): boolean {
  for (const place of places.overlapping(finding.span))
    if (covers(place.finding, finding, generality)) return true
  return false
}

/** The findings without those that another one covers, by position, then by rule. */
export function reduceFindings(findings: readonly Finding[], generality: Generality): Finding[] {
  if (findings.length === 0) return []
  const kept: Finding[] = []
  const places = new SpansBySize<Place>()
  for (const finding of [...findings].sort(byWeight(generality))) {
    // Only one that is itself in the report can stand for another.
    if (isCovered(finding, places, generality)) continue
    kept.push(finding)
    places.add({ ...finding.span, finding })
  }
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || before(a.rule, b.rule))
}
