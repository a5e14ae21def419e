/**
 * A small network over sparse evidence: what each piece weighs, and hinges, sums of what the same pieces weigh together
 * that count only above zero. Learnt by AdaGrad with a little weight decay; in each pass a part of the evidence is left
 * out at random (dropout: Srivastava et al., JMLR 15, 2014), so that nothing rests on one word. A fixed seed orders
 * everything: the same rows give the same network. The mean over the later passes is what stays.
 */
import { seeded, shuffle } from './random.ts'

export interface Sample {
  readonly evidence: Int32Array
  readonly right: 0 | 1
  readonly share: number
}

export interface NetSettings {
  readonly passes: number
  readonly rate: number
  readonly hingeRate: number
  readonly decay: number
  /** The share of the evidence that is left out of a look at a sample. */
  readonly dropout: number
  /** How many hinges a network has. */
  readonly hinges: number
}

/** Every value in log-odds: a score is the sum of `linear` and of `signs[h] * max(0, bias[h] + sum of hinges)`. */
export interface Net {
  readonly linear: Float64Array
  /** Piece after piece, a value for each hinge. */
  readonly hinges: Float64Array
  readonly bias: Float64Array
  readonly signs: Float64Array
}

/** Where a hinge's values begin, before anything is learnt. */
const SPREAD = 0.05

/**
 * @param isKnown 1 for the pieces that may weigh
 * @param seed a positive number
 */
export function trainNet(
  all: readonly Sample[],
  isKnown: Uint8Array,
  seed: number,
  settings: NetSettings,
): Net {
  const { passes, rate, hingeRate, decay, dropout, hinges: width } = settings
  const size = isKnown.length
  const random = seeded(seed)
  const linear = new Float32Array(size)
  const linearSquares = new Float32Array(size).fill(1e-6)
  const hinges = new Float32Array(size * width)
  for (let at = 0; at < hinges.length; at++) hinges[at] = (random() - 0.5) * 2 * SPREAD
  const hingeSquares = new Float32Array(size * width).fill(1e-4)
  const out = Float32Array.from({ length: width }, () => random() - 0.5)
  const outSquares = new Float32Array(width).fill(1e-4)
  const bias = new Float32Array(width)
  const biasSquares = new Float32Array(width).fill(1e-4)
  const mean = {
    linear: new Float64Array(size),
    hinges: new Float64Array(size * width),
    out: new Float64Array(width),
    bias: new Float64Array(width),
  }
  const settled = passes >> 1
  const samples = [...all]
  const reached = new Float64Array(width)
  const slopes = new Float64Array(width)
  const taken = new Int32Array(samples.reduce((most, { evidence }) => Math.max(most, evidence.length), 0))
  const kept = 1 / (1 - dropout)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(samples, random)
    for (const { evidence, right, share } of samples) {
      let count = 0
      let score = 0
      reached.set(bias)
      for (let i = 0; i < evidence.length; i++) {
        const piece = evidence[i]!
        if (isKnown[piece] === 0 || random() < dropout) continue
        taken[count++] = piece
        score += linear[piece]! * kept
        for (let h = 0, at = piece * width; h < width; h++, at++) reached[h]! += hinges[at]! * kept
      }
      for (let h = 0; h < width; h++) if (reached[h]! > 0) score += out[h]! * reached[h]!
      const error = (1 / (1 + Math.exp(-score)) - right) * share
      for (let h = 0; h < width; h++) {
        slopes[h] = 0
        if (reached[h]! <= 0) continue
        const slope = error * out[h]!
        slopes[h] = slope * kept
        const outSlope = error * reached[h]!
        outSquares[h]! += outSlope * outSlope
        out[h]! -= (hingeRate * outSlope) / Math.sqrt(outSquares[h]!)
        biasSquares[h]! += slope * slope
        bias[h]! -= (hingeRate * slope) / Math.sqrt(biasSquares[h]!)
      }
      for (let i = 0; i < count; i++) {
        const piece = taken[i]!
        const slope = error * kept + decay * linear[piece]!
        linearSquares[piece]! += slope * slope
        linear[piece]! -= (rate * slope) / Math.sqrt(linearSquares[piece]!)
        for (let h = 0, at = piece * width; h < width; h++, at++) {
          if (slopes[h] === 0) continue
          const own = slopes[h]! + decay * hinges[at]!
          hingeSquares[at]! += own * own
          hinges[at]! -= (hingeRate * own) / Math.sqrt(hingeSquares[at]!)
        }
      }
    }
    if (pass < settled) continue
    const share = 1 / (passes - settled)
    for (const [sum, now] of [
      [mean.linear, linear],
      [mean.hinges, hinges],
      [mean.out, out],
      [mean.bias, bias],
    ] as const)
      for (let at = 0; at < sum.length; at++) sum[at]! += now[at]! * share
  }
  return inLogOdds(mean, isKnown)
}

/** A hinge counts by what goes out of it: taken into its values, they are log-odds, and only the sign is left. */
function inLogOdds(
  {
    linear,
    hinges,
    out,
    bias,
  }: { linear: Float64Array; hinges: Float64Array; out: Float64Array; bias: Float64Array },
  isKnown: Uint8Array,
): Net {
  const width = out.length
  for (let piece = 0; piece < isKnown.length; piece++)
    for (let h = 0; h < width; h++) hinges[piece * width + h]! *= isKnown[piece]! * Math.abs(out[h]!)
  return {
    linear,
    hinges,
    bias: bias.map((value, h) => value * Math.abs(out[h]!)),
    signs: out.map((value) => (value < 0 ? -1 : 1)),
  }
}
