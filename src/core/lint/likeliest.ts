/**
 * Of what is weighed in a message the heaviest is likely, and the rest possible: what stands beside a proposal, or beside
 * contact data, is as often about it as another one. Of labelled places that weigh enough, 0.81 of the heaviest are right, 0.54
 * of the others, and 0.57 beside data (subjects left out of test/fixtures/weigh). The verdict stays: what is the harder stays
 * likely.
 */
import { isTone } from '../contract/category.ts'
import type { Judged } from './judge.ts'
import { type ActionOrOff, FROM_MILD, type Policy } from './policy.ts'

/** @param judged under their names */
export function onlyHeaviestLikely(
  judged: readonly Judged[],
  { isBeside }: Pick<Policy, 'isBeside'>,
  actionOf: (one: Judged) => ActionOrOff,
): readonly Judged[] {
  const likely = judged.filter(
    ({ rule, detection: { logOdds, confidence } }) =>
      logOdds !== undefined && confidence === 'likely' && !isBeside(rule.spec.category),
  )
  if (likely.length === 0) return judged
  const rankOf = (one: Judged): number => FROM_MILD.indexOf(actionOf(one))
  const hardest = Math.max(...likely.map(rankOf))
  const isHeldAnyway = judged.some((one) => isCertain(one) && rankOf(one) >= Math.max(hardest, HELD))
  let first: Judged | undefined
  if (!isHeldAnyway)
    for (const one of likely)
      if (rankOf(one) === hardest && (first === undefined || isHeavier(one, first))) first = one
  return judged.map((one) =>
    one !== first && likely.includes(one)
      ? { ...one, detection: { ...one.detection, confidence: 'possible' as const } }
      : one,
  )
}

const HELD = FROM_MILD.indexOf('review')

const isCertain = ({ rule: { spec }, detection: { confidence = 'certain' } }: Judged): boolean =>
  confidence === 'certain' && !isTone(spec)

const isHeavier = (a: Judged, b: Judged): boolean => a.detection.score! > b.detection.score!
