/** Places that labels mark → what tells how people call them: a softmax over categories, learnt by AdaGrad with dropout. */

import { heavinessOf } from '../../core/judge/heaviness.ts'
import type { NamingSpec } from '../../core/judge/naming/namer.ts'
import { writeWays } from '../../core/judge/naming/naming-evidence.ts'
import { PieceNames } from '../../core/judge/pieces.ts'
import { overlaps, type Span } from '../../core/text/span.ts'
import type { Scored } from './calibrate.ts'
import type { Place } from './collect.ts'
import type { Evidence } from './evidence-index.ts'
import { seeded, shuffle } from './random.ts'

const SETTINGS = {
  passes: 8,
  rate: 0.1,
  decay: 1e-3,
  dropout: 0.5,
  /** A piece weighs where so many places have it. */
  fewest: 30,
  /** So many steps are one log-odds: which is most is all that is asked. */
  steps: 7,
}
/** A lighter value is not written, log-odds. */
const LIGHTEST = 0.1
const FOLDS = 5
const SEED = 7

/** The heaviest place of several that overlap, with all that was weighed there. */
export interface NamedPlace {
  readonly place: Place
  readonly subject: string
  readonly heaviest: string
  /** What labels call it: any of them is right, and nothing where none marks it. */
  readonly labelled: readonly string[]
  readonly evidence: Int32Array
}

/**
 * As a linter would come to them, by scores of weights that saw nothing of the subject.
 *
 * @param reported log-odds from which a place is in the report, and those from which one is weighed at all
 */
export function namedPlaces(
  { row, scores }: Scored,
  index: Evidence,
  reported: { readonly possible: number; readonly doubt: number },
): NamedPlace[] {
  const all = row.places
    .flatMap(({ naming, isRead }, at) => {
      const logOdds = scores[at]!
      return naming === undefined ? [] : { ...naming, at, logOdds, score: heavinessOf(logOdds, isRead) }
    })
    .filter(({ logOdds }) => logOdds >= reported.doubt)
    .sort((a, b) => b.score - a.score)
  const kept: Span[] = []
  const found: NamedPlace[] = []
  for (const { at, span, category, labelled, logOdds } of all) {
    if (logOdds < reported.possible || kept.some((other) => overlaps(span, other))) continue
    kept.push(span)
    const ways = all.filter((other) => overlaps(span, other.span))
    const pieces = new PieceNames()
    writeWays(pieces, ways)
    found.push({
      place: row.places[at]!,
      subject: row.subject,
      heaviest: category,
      labelled,
      evidence: Int32Array.from(
        new Set([...index.numbers(pieces.names), ...ways.flatMap(({ evidence }) => [...evidence])]),
      ),
    })
  }
  return found
}

/** Piece after piece what it weighs for each category. */
function learn(places: readonly NamedPlace[], categories: readonly string[], size: number): Float64Array {
  const width = categories.length
  const { passes, rate, decay, dropout, fewest } = SETTINGS
  const seen = new Int32Array(size)
  for (const { evidence, labelled } of places)
    if (labelled.length > 0) for (const piece of evidence) seen[piece]!++
  const weights = new Float64Array(size * width)
  const squares = new Float64Array(size * width).fill(1e-3)
  const mean = new Float64Array(size * width)
  const random = seeded(SEED)
  const kept = 1 / (1 - dropout)
  const settled = passes >> 1
  // With several labels of different categories on one place none is the right one.
  const samples = places.flatMap(({ labelled, evidence }) =>
    new Set(labelled).size === 1 ? { right: categories.indexOf(labelled[0]!), evidence } : [],
  )
  const scores = new Float64Array(width)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(samples, random)
    for (const { evidence, right } of samples) {
      const taken = evidence.filter((piece) => seen[piece]! >= fewest && random() >= dropout)
      scores.fill(0)
      for (const piece of taken)
        for (let c = 0; c < width; c++) scores[c]! += weights[piece * width + c]! * kept
      const most = Math.max(...scores)
      let sum = 0
      for (let c = 0; c < width; c++) sum += scores[c] = Math.exp(scores[c]! - most)
      for (let c = 0; c < width; c++) {
        const error = (scores[c]! / sum - (c === right ? 1 : 0)) * kept
        for (const piece of taken) {
          const at = piece * width + c
          const slope = error + decay * weights[at]!
          squares[at]! += slope * slope
          weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!)
        }
      }
    }
    if (pass >= settled)
      for (let at = 0; at < mean.length; at++) mean[at]! += weights[at]! / (passes - settled)
  }
  return mean.map((value) =>
    Math.abs(value) < LIGHTEST ? 0 : Math.round(value * SETTINGS.steps) / SETTINGS.steps,
  )
}

const categoriesOf = (places: readonly NamedPlace[]): string[] =>
  [...new Set(places.flatMap(({ labelled }) => labelled))].sort()

/** What each is called by what was learnt from other subjects. */
export function namesLeftOut(places: readonly NamedPlace[], size: number): Map<Place, string> {
  const subjects = [...new Set(places.map(({ subject }) => subject))].sort()
  const categories = categoriesOf(places)
  const width = categories.length
  const names = new Map<Place, string>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = ({ subject }: NamedPlace): boolean => subjects.indexOf(subject) % FOLDS === fold
    const weights = learn(
      places.filter((place) => !isOut(place)),
      categories,
      size,
    )
    for (const { place, evidence } of places.filter(isOut)) {
      const scores = categories.map((_, c) =>
        evidence.reduce((sum, piece) => sum + weights[piece * width + c]!, 0),
      )
      names.set(place, categories[scores.indexOf(Math.max(...scores))]!)
    }
  }
  return names
}

/** Of the places that labels mark, the shares that are called as labelled: by the heaviest, and by what is learnt. */
export function calledAsLabelled(
  places: readonly NamedPlace[],
  names: ReadonlyMap<Place, string>,
): { of: number; heaviest: number; learnt: number } {
  const marked = places.filter(({ labelled }) => labelled.length > 0)
  const share = (nameOf: (one: NamedPlace) => string): number =>
    marked.filter((one) => one.labelled.includes(nameOf(one))).length / marked.length
  return {
    of: marked.length,
    heaviest: share((one) => one.heaviest),
    learnt: share(({ place }) => names.get(place)!),
  }
}

/** @param names of the pieces, by their numbers */
export function namingOf(places: readonly NamedPlace[], names: readonly string[]): NamingSpec {
  const categories = categoriesOf(places)
  const width = categories.length
  const weights = learn(places, categories, names.length)
  const entries = names
    .map((name, number): [string, number[]] => {
      const values = [...weights.subarray(number * width, (number + 1) * width)]
      const steps = values.map((value) => Math.round(value * SETTINGS.steps))
      return [name, steps.slice(0, steps.findLastIndex((step) => step !== 0) + 1)]
    })
    .filter(([, steps]) => steps.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { categories, weights: Object.fromEntries(entries) }
}
