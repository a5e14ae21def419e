/**
 * A message is judged as one: its heaviest place stands for what all say together, and beside what is certain nothing else that
 * is weighed is, for what stands beside a proposal is often only about it.
 */
import type { Graded } from '../judge/detector.ts'
import { pooled } from '../judge/pooled.ts'
import type { Weights } from '../judge/weights.ts'
import type { Judged } from './judge.ts'

const FROM_LEAST: readonly Graded[] = ['doubt', 'possible', 'likely', 'certain']

/** @param canHold whether the marketplace stops there what is likely */
export function together(
  judged: readonly Judged[],
  { thresholds }: Pick<Weights, 'thresholds'>,
  canHold: (one: Judged) => boolean,
): readonly Judged[] {
  const weighed = judged.filter(({ detection }) => detection.logOdds !== undefined)
  if (weighed.length < 2) return judged
  const holding = weighed.filter(canHold)
  const all = pooled(holding.map(({ detection }) => detection.logOdds!))
  const grade: Graded =
    all >= thresholds.likely ? 'likely' : all >= thresholds.possible ? 'possible' : 'doubt'
  const first = heaviest(holding)
  const certain = heaviest(weighed.filter(({ detection }) => detection.confidence === 'certain'))
  return judged.map((one) => {
    const { confidence = 'certain', logOdds } = one.detection
    if (one === first && FROM_LEAST.indexOf(grade) > FROM_LEAST.indexOf(confidence)) return graded(one, grade)
    return logOdds !== undefined && confidence === 'certain' && one !== certain ? graded(one, 'likely') : one
  })
}

const graded = (one: Judged, confidence: Graded): Judged => ({
  ...one,
  detection: { ...one.detection, confidence },
})

function heaviest(judged: readonly Judged[]): Judged | undefined {
  let first: Judged | undefined
  for (const one of judged)
    if (first === undefined || one.detection.score! > first.detection.score!) first = one
  return first
}
