/**
 * Logistic regression over places, by AdaGrad with a small weight decay: sparse, one pass after the other in an order
 * that a fixed seed shuffles, so the same rows give the same weights; the mean over the later passes is what stays.
 */
import type { Row } from './collect.ts'

export interface LearningSettings {
  readonly passes: number
  readonly rate: number
  readonly decay: number
  /** Evidence seen in fewer places is left out. */
  readonly fewest: number
  /** What a place of innocent text counts, beside one of a labelled text. */
  readonly innocentShare: number
  /** What a place of a rule's example counts: a pack does not load without them. */
  readonly exampleShare: number
}

export const SETTINGS: LearningSettings = {
  passes: 8,
  rate: 0.15,
  decay: 1e-3,
  fewest: 20,
  innocentShare: 0.6,
  exampleShare: 4,
}

interface Sample {
  readonly evidence: Int32Array
  readonly right: 0 | 1
  readonly share: number
}

/**
 * In a text that must be held, what no label marks may be right as well, and of several categories at one place the
 * labelled one is to weigh most: nothing is learnt from the others.
 */
function samplesOf(rows: readonly Row[], { innocentShare, exampleShare }: LearningSettings): Sample[] {
  return rows.flatMap(({ places, isHeld, isInnocent, isExample }) =>
    places
      .filter(({ isRight, isBeside }) => (isRight ? !isBeside : !isHeld))
      .map(
        ({ evidence, isRight }) =>
          ({
            evidence,
            right: isRight ? 1 : 0,
            share: isExample ? exampleShare : isInnocent ? innocentShare : 1,
          }) as const,
      ),
  )
}

/** @param size how many pieces of evidence there are */
export function learn(
  rows: readonly Row[],
  size: number,
  settings: LearningSettings = SETTINGS,
): Float64Array {
  const samples = samplesOf(rows, settings)
  const seen = new Int32Array(size)
  for (const { evidence } of samples) for (const piece of evidence) seen[piece]!++
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const random = seeded(1)
  const mean = new Float64Array(size)
  const settled = Math.floor(settings.passes / 2)
  for (let pass = 0; pass < settings.passes; pass++) {
    shuffle(samples, random)
    for (const { evidence, right, share } of samples) {
      const error = (1 / (1 + Math.exp(-sum(weights, evidence))) - right) * share
      for (const piece of evidence) {
        if (seen[piece]! < settings.fewest) continue
        const slope = error + settings.decay * weights[piece]!
        squares[piece]! += slope * slope
        weights[piece]! -= (settings.rate * slope) / Math.sqrt(squares[piece]!)
      }
    }
    if (pass < settled) continue
    for (let piece = 0; piece < size; piece++) mean[piece]! += weights[piece]! / (settings.passes - settled)
  }
  return mean.map(rounded)
}

/** Lighter evidence is not written: it moves nothing. */
const LIGHTEST = 0.2

/** As the file has it: in tenths. */
const rounded = (weight: number): number => (Math.abs(weight) < LIGHTEST ? 0 : Math.round(weight * 10) / 10)

export function sum(weights: Float64Array, evidence: Int32Array): number {
  let total = 0
  for (const piece of evidence) total += weights[piece]!
  return total
}

/** Park and Miller's generator: the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const one = list[i]!
    list[i] = list[j]!
    list[j] = one
  }
}
