/** A message is judged as one: its heaviest place stands for what all say together. */
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
  if (first === undefined) return judged
  const { confidence = 'certain' } = first.detection
  if (FROM_LEAST.indexOf(grade) <= FROM_LEAST.indexOf(confidence)) return judged
  const graded = { ...first, detection: { ...first.detection, confidence: grade } }
  return judged.map((one) => (one === first ? graded : one))
}

function heaviest(judged: readonly Judged[]): Judged | undefined {
  let first: Judged | undefined
  for (const one of judged)
    if (first === undefined || one.detection.score! > first.detection.score!) first = one
  return first
}
