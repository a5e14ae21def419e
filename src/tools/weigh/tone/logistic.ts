/**
 * Logistic regression over sparse evidence, with weights held small (L2), by full passes of Adam (Kingma and Ba, 2015):
 * no chance in it, the same samples give the same weights.
 */
import type { Sample } from '../net.ts'

export interface LogisticSettings {
  readonly passes: number
  readonly rate: number
  /** How strongly weights are held small. */
  readonly hold: number
}

/** What each piece weighs, and what every sample begins with. */
export interface Logistic {
  readonly weights: Float64Array
  readonly bias: number
}

const MEAN = 0.9
const SQUARES = 0.99
const FLOOR = 1e-3
/** From which part of the passes steps are smaller, and how much. */
const LATE = 0.6
const LATE_RATE = 1 / 3

export function scoreOf({ weights, bias }: Logistic, evidence: Int32Array): number {
  let sum = bias
  for (let i = 0; i < evidence.length; i++) sum += weights[evidence[i]!]!
  return sum
}

/** @param isKnown 1 for the pieces that may weigh */
export function trainLogistic(
  samples: readonly Sample[],
  isKnown: Uint8Array,
  { passes, rate, hold }: LogisticSettings,
): Logistic {
  const size = isKnown.length
  // The last one is the bias.
  const weights = new Float64Array(size + 1)
  const mean = new Float64Array(size + 1)
  const squares = new Float64Array(size + 1)
  const slope = new Float64Array(size + 1)
  for (let pass = 1; pass <= passes; pass++) {
    for (let piece = 0; piece < size; piece++) slope[piece] = hold * weights[piece]!
    slope[size] = 0
    for (const { evidence, right, share } of samples) {
      let score = weights[size]!
      for (let i = 0; i < evidence.length; i++) score += weights[evidence[i]!]!
      const error = (1 / (1 + Math.exp(-score)) - right) * share
      slope[size]! += error
      for (let i = 0; i < evidence.length; i++) slope[evidence[i]!]! += error
    }
    const step = pass < LATE * passes ? rate : rate * LATE_RATE
    for (let piece = 0; piece <= size; piece++) {
      if (piece < size && isKnown[piece] === 0) continue
      const own = slope[piece]!
      mean[piece] = MEAN * mean[piece]! + (1 - MEAN) * own
      squares[piece] = SQUARES * squares[piece]! + (1 - SQUARES) * own * own
      weights[piece]! -=
        (step * (mean[piece]! / (1 - MEAN ** pass))) /
        (Math.sqrt(squares[piece]! / (1 - SQUARES ** pass)) + FLOOR)
    }
  }
  return { weights: weights.subarray(0, size), bias: weights[size]! }
}
