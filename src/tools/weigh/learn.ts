/** Rows → what evidence weighs: the mean of a few small networks (net.ts), in the steps in which the file keeps them. */
import { STEPS, type WeightsSpec } from '../../core/judge/weights-spec.ts'
import type { Row } from './collect.ts'
import { type Net, type NetSettings, type Sample, trainNet } from './net.ts'

export interface LearningSettings extends NetSettings {
  /** So many networks, each with its own beginning. */
  readonly nets: number
  /** Evidence seen in fewer places is left out. */
  readonly fewest: number
  /** The same for words: there are many of them, and each says little. */
  readonly fewestWords: number
  /** What a place of innocent text counts, beside one of a labelled text. */
  readonly innocentShare: number
  /** What a place of a rule's example counts: a pack does not load without them. */
  readonly exampleShare: number
  /** What a place counts, as wrong, for which the same label names another category that stands there too. */
  readonly besideShare: number
}

export const SETTINGS: LearningSettings = {
  nets: 4,
  hinges: 4,
  passes: 8,
  rate: 0.1,
  hingeRate: 0.05,
  decay: 1e-3,
  dropout: 0.3,
  fewest: 28,
  fewestWords: 80,
  innocentShare: 1.2,
  exampleShare: 16,
  besideShare: 0.04,
}

/**
 * In a text that must be held, what no label marks may be right as well, and so may what a marketplace allows: nothing is
 * learnt from it. Of several categories
 * at one place the labelled one is to weigh most, and the others little less: such a text is held.
 */
function samplesOf(
  rows: readonly Row[],
  { innocentShare, exampleShare, besideShare }: LearningSettings,
): Sample[] {
  return rows.flatMap(({ places, isHeld, isInnocent, isExample }) =>
    places
      .filter(({ isRight, isAllowed }) => isRight || !(isHeld || isAllowed))
      .map(({ evidence, isRight, isBeside }): Sample => {
        const share = isBeside ? besideShare : isExample ? exampleShare : isInnocent ? innocentShare : 1
        return { evidence, right: isRight && !isBeside ? 1 : 0, share }
      }),
  )
}

/** The words of a text, of a sentence, and pairs of them. */
export const WORDS = /^(?:text|sentence|w2):/

/** @param names of the pieces of evidence, by their numbers */
export function learn(
  rows: readonly Row[],
  names: readonly string[],
  settings: LearningSettings = SETTINGS,
): Net {
  const samples = samplesOf(rows, settings)
  const size = names.length
  const seen = new Int32Array(size)
  for (const { evidence } of samples) for (const piece of evidence) seen[piece]!++
  const isKnown = Uint8Array.from(seen, (count, piece) =>
    count >= (WORDS.test(names[piece]!) ? settings.fewestWords : settings.fewest) ? 1 : 0,
  )
  return learnNets(samples, isKnown, settings)
}

/** @param isKnown 1 for the pieces that may weigh */
export function learnNets(
  samples: readonly Sample[],
  isKnown: Uint8Array,
  settings: NetSettings & { readonly nets: number },
): Net {
  const nets = Array.from({ length: settings.nets }, (_, at) => trainNet(samples, isKnown, at + 1, settings))
  return together(nets, isKnown.length, settings.hinges)
}

/** The mean of several networks is one with all of their hinges, each for its share. */
function together(nets: readonly Net[], size: number, width: number): Net {
  const share = 1 / nets.length
  const all = nets.length * width
  const linear = new Float64Array(size)
  const hinges = new Float64Array(size * all)
  for (const [at, net] of nets.entries())
    for (let piece = 0; piece < size; piece++) {
      linear[piece]! += net.linear[piece]! * share
      for (let h = 0; h < width; h++)
        hinges[piece * all + at * width + h] = inSteps(net.hinges[piece * width + h]! * share)
    }
  return {
    linear: linear.map((value) => (Math.abs(value) < LIGHTEST ? 0 : Math.round(value * COARSE) / COARSE)),
    hinges,
    bias: Float64Array.from(nets.flatMap(({ bias }) => [...bias].map((value) => inSteps(value * share)))),
    signs: Float64Array.from(nets.flatMap(({ signs }) => [...signs])),
  }
}

/** Lighter evidence is not written: it moves nothing. */
const LIGHTEST = 0.08
/** What evidence weighs by itself is written in tenths: finer ones cost a browser more than they tell. */
const COARSE = 10

const inSteps = (value: number): number => Math.round(value * STEPS) / STEPS

/** What each piece weighs in steps, by itself and then in each hinge; those of nothing too. */
export function inFile({ linear, hinges, bias }: Net, names: readonly string[]): [string, number[]][] {
  const width = bias.length
  return names.map((name, number) => [
    name,
    [linear[number]!, ...hinges.subarray(number * width, (number + 1) * width)].map(steps),
  ])
}

/** What the hinges begin with, as the file has them. */
export const hingesInFile = ({ bias, signs }: Net): WeightsSpec['hinges'] => ({
  bias: [...bias].map(steps),
  signs: [...signs].map((sign) => (sign < 0 ? -1 : 1)),
})

/** Log-odds → the whole numbers of the file. */
export const steps = (value: number): number => Math.round(value * STEPS)

/** Log-odds of a place. */
export function score({ linear, hinges, bias, signs }: Net, evidence: Int32Array): number {
  const width = bias.length
  let total = 0
  for (const piece of evidence) total += linear[piece]!
  for (let h = 0; h < width; h++) {
    let reached = bias[h]!
    for (const piece of evidence) reached += hinges[piece * width + h]!
    if (reached > 0) total += signs[h]! * reached
  }
  return total
}
