/** Of what was weighed at one place, the heaviest: one phrase is one proposal, whatever other categories it touches. */
import { overlaps } from '../text/span.ts'
import type { Judged } from './judge.ts'

/** What nobody weighed (data, links) stays beside it. */
export function heaviest(judged: readonly Judged[]): readonly Judged[] {
  const weighed = judged.filter(({ detection }) => detection.score !== undefined)
  if (weighed.length < 2) return judged
  const kept: Judged[] = []
  for (const one of [...weighed].sort((a, b) => b.detection.score! - a.detection.score!)) {
    if (!kept.some((other) => overlaps(other.detection.underlined, one.detection.underlined))) kept.push(one)
  }
  return judged.filter((one) => one.detection.score === undefined || kept.includes(one))
}
