/** Of what was weighed at one place, the heaviest: one phrase is one proposal, whatever other categories it touches. */
import { SpanSet } from '../text/span-set.ts'
import type { Judged } from './judge.ts'
import type { Policy } from './policy.ts'

/** What nobody weighed (data, links) stays beside it, and so does what packs say is no proposal. */
export function heaviest(
  judged: readonly Judged[],
  { isBeside }: Pick<Policy, 'isBeside'>,
): readonly Judged[] {
  const weighed = judged.filter(({ detection }) => detection.score !== undefined)
  if (weighed.length < 2) return judged
  const kept = new Set<Judged>()
  const [proposed, beside] = [new SpanSet(), new SpanSet()]
  for (const one of [...weighed].sort((a, b) => b.detection.score! - a.detection.score!)) {
    const taken = isBeside(one.rule.spec.category) ? beside : proposed
    if (taken.hasOverlap(one.detection.underlined)) continue
    kept.add(one)
    taken.add(one.detection.underlined)
  }
  return judged.filter((one) => one.detection.score === undefined || kept.has(one))
}
