/**
 * What is weighed is certain only where it is all that a message proposes, or by far the heaviest of it. Beside something of
 * another kind it may be only about that: of labelled places that a frame reads 0.94 are right alone, 0.95 where they weigh
 * far more than the rest or the rest is of their kind, and 0.83 beside other words or contact data (subjects left out of
 * test/fixtures/weigh).
 */
import { isTone } from '../contract/category.ts'
import { overlaps } from '../text/span.ts'
import type { Judged } from './judge.ts'
import type { ActionOrOff, Policy } from './policy.ts'

/** By so much it weighs more than what it may be about, log-odds. */
export const FAR = 2

/** @param judged under their names */
export function sureAlone(
  judged: readonly Judged[],
  { isBeside: isOnlyBeside }: Pick<Policy, 'isBeside'>,
  actionOf: (one: Judged) => ActionOrOff,
): readonly Judged[] {
  if (!judged.some(isSurelyWeighed)) return judged
  const proposed = judged.filter((one) => isProposed(one, actionOf) && !isOnlyBeside(one.rule.spec.category))
  if (proposed.length < 2) return judged
  const isBeside = (one: Judged): boolean =>
    proposed.some(
      (other) =>
        other.rule.spec.category !== one.rule.spec.category &&
        !overlaps(other.detection.underlined, one.detection.underlined) &&
        !isFarHeavier(one, other),
    )
  return judged.map((one) =>
    isSurelyWeighed(one) && isBeside(one)
      ? { ...one, detection: { ...one.detection, confidence: 'likely' as const } }
      : one,
  )
}

const isSurelyWeighed = ({ detection: { logOdds, confidence } }: Judged): boolean =>
  logOdds !== undefined && confidence === 'certain'

/** Contact data weigh nothing: they stand there. */
const isFarHeavier = ({ detection: one }: Judged, { detection: other }: Judged): boolean =>
  other.logOdds !== undefined && one.logOdds! > other.logOdds + FAR

function isProposed(one: Judged, actionOf: (one: Judged) => ActionOrOff): boolean {
  const { confidence = 'certain' } = one.detection
  if (isTone(one.rule.spec) || (confidence !== 'certain' && confidence !== 'likely')) return false
  const action = actionOf(one)
  return action !== 'off' && action !== 'note'
}
