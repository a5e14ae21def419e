/** Of what was weighed at one place, the heaviest: one phrase is one proposal, whatever other categories it touches. */
import { SpanSet } from '../text/span-set.ts'
import type { Judged } from './judge.ts'

/** What nobody weighed (data, links) stays beside it. */
export function heaviest(judged: readonly Judged[]): readonly Judged[] {
  const weighed = judged.filter(({ detection }) => detection.score !== undefined)
  if (weighed.length < 2) return judged
  const kept = new Set<Judged>()
  const taken = new SpanSet()
  for (const one of [...weighed].sort((a, b) => b.detection.score! - a.detection.score!)) {
    if (taken.hasOverlap(one.detection.underlined)) continue
    kept.add(one)
    taken.add(one.detection.underlined)
  }
  return judged.filter((one) => one.detection.score === undefined || kept.has(one))
}
