/** Sentences → what makes one rude to its reader, and in which way; and how good that is on subjects left out. */
import { BIAS } from '../../../core/judge/manner/manner-evidence.ts'
import { MANNERS, type MannerCategory } from '../../../core/judge/manner/manners.ts'
import type { WeightsSpec } from '../../../core/judge/weights-spec.ts'
import { distinct } from '../distinct.ts'
import { hingesInFile, inFile, learnNets, score as scoreOfNet, steps } from '../learn.ts'
import type { Net, NetSettings, Sample } from '../net.ts'
import { type Logistic, type LogisticSettings, scoreOf, trainLogistic } from './logistic.ts'
import { EXAMPLES } from './sentences.ts'

export const SETTINGS = {
  nets: 4,
  hinges: 4,
  passes: 12,
  rate: 0.1,
  hingeRate: 0.05,
  decay: 1e-3,
  dropout: 0.3,
  /** A piece weighs where so many rude sentences have it, and so many of all: a browser has 2.2 MB for all. */
  fewestRude: 3,
  fewest: 5,
  /** What a rude sentence counts beside another. */
  rudeShare: 3,
  /** The same for a sentence of a rule's examples: a pack does not load without them. */
  exampleShare: 6,
} satisfies NetSettings & Record<string, number>

/** For which way it is: so many rude sentences have to have a piece, and so many pieces weigh for each. */
const WAYS = { passes: 80, rate: 0.12, hold: 1, fewest: 5, most: 140 } satisfies LogisticSettings &
  Record<string, number>

const WAYS_EXAMPLE_SHARE = 6

/**
 * What left-out subjects may come to: of the sentences called rude, so many are labelled so; of 1,000 of text in which
 * nobody is rude, so many are called so.
 */
const MAY = { likely: { precision: 0.92, innocent: 2 }, doubt: { precision: 0.8, innocent: 8 } }
const NEVER = 1e9
const FOLDS = 3

/** A sentence, its evidence by number. */
export interface Row {
  readonly subject: string
  readonly isInnocent: boolean
  readonly text: string
  readonly ways: ReadonlySet<MannerCategory>
  readonly evidence: Int32Array
}

export const isRude = ({ ways }: Row): boolean => ways.size > 0

function seenIn(rows: readonly Row[], size: number): Int32Array {
  const seen = new Int32Array(size)
  for (const { evidence } of rows) for (const piece of evidence) seen[piece]!++
  return seen
}

/** Learns twice: with all pieces that may weigh, then with the heaviest of those alone. */
function trainHeaviest(samples: readonly Sample[], isKnown: Uint8Array, most: number): Logistic {
  const { weights } = trainLogistic(samples, isKnown, WAYS)
  const heaviest = [...weights.keys()]
    .filter((piece) => weights[piece] !== 0)
    .sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b)
    .slice(0, most)
  const isKept = new Uint8Array(isKnown.length)
  for (const piece of heaviest) isKept[piece] = 1
  return trainLogistic(samples, isKept, WAYS)
}

function learn(rows: readonly Row[], size: number): Net {
  const all = seenIn(rows, size)
  const rude = seenIn(rows.filter(isRude), size)
  const isKnown = Uint8Array.from(all, (count, piece) =>
    count >= SETTINGS.fewest && rude[piece]! >= SETTINGS.fewestRude ? 1 : 0,
  )
  const samples = rows.map(
    (row): Sample => ({
      evidence: row.evidence,
      right: isRude(row) ? 1 : 0,
      share: row.subject === EXAMPLES ? SETTINGS.exampleShare : isRude(row) ? SETTINGS.rudeShare : 1,
    }),
  )
  return learnNets(samples, isKnown, SETTINGS)
}

/** Of the rude sentences: what tells one way from the others. */
function learnWays(rows: readonly Row[], size: number): Logistic[] {
  const rude = rows.filter(isRude)
  const isKnown = Uint8Array.from(seenIn(rude, size), (count) => (count >= WAYS.fewest ? 1 : 0))
  return MANNERS.map((category) =>
    trainHeaviest(
      rude.map(({ ways, evidence, subject }) => ({
        evidence,
        right: ways.has(category) ? 1 : 0,
        share: subject === EXAMPLES ? WAYS_EXAMPLE_SHARE : 1,
      })),
      isKnown,
      WAYS.most,
    ),
  )
}

export interface Scored {
  readonly row: Row
  readonly score: number
  readonly isItsWay: boolean
}

/** Every sentence by weights that saw nothing of its subject; those of innocent text by weights that did not see it. */
export function scoreLeftOut(rows: readonly Row[], size: number): Scored[] {
  const subjects = [
    ...new Set(rows.filter(({ isInnocent }) => !isInnocent).map(({ subject }) => subject)),
  ].sort()
  const foldOf = new Map<Row, number>()
  let innocent = 0
  for (const row of rows)
    foldOf.set(row, (row.isInnocent ? innocent++ : subjects.indexOf(row.subject)) % FOLDS)
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = rows.filter((row) => foldOf.get(row) !== fold)
    const own = learn(known, size)
    const ways = learnWays(known, size)
    for (const row of rows) {
      if (foldOf.get(row) !== fold) continue
      const each = ways.map((way) => scoreOf(way, row.evidence))
      const best = MANNERS[each.indexOf(Math.max(...each))]!
      scored.push({ row, score: scoreOfNet(own, row.evidence), isItsWay: row.ways.has(best) })
    }
  }
  return scored
}

export interface Thresholds {
  readonly likely: number
  readonly doubt: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function reachedAt(scored: readonly Scored[], threshold: number) {
  const called = scored.filter(({ score }) => score >= threshold)
  const labelled = called.filter(({ row }) => !row.isInnocent)
  const right = labelled.filter(({ row }) => isRude(row))
  return {
    recall: share(right.length, scored.filter(({ row }) => isRude(row)).length),
    precision: share(right.length, labelled.length),
    way: share(right.filter(({ isItsWay }) => isItsWay).length, right.length),
    innocent:
      1000 * share(called.length - labelled.length, scored.filter(({ row }) => row.isInnocent).length),
  }
}

function thresholdFor(scored: readonly Scored[], may: { precision: number; innocent: number }): number {
  for (let tenth = -40; tenth <= 80; tenth++) {
    const { precision, innocent } = reachedAt(scored, tenth / 10)
    if (precision >= may.precision && innocent <= may.innocent) return tenth / 10
  }
  return 8
}

export const thresholdsOf = (scored: readonly Scored[]): Thresholds => ({
  likely: thresholdFor(scored, MAY.likely),
  doubt: thresholdFor(scored, MAY.doubt),
})

/** @param names of the pieces of evidence, by their numbers */
export function weightsOf(
  rows: readonly Row[],
  names: readonly string[],
  { likely, doubt }: Thresholds,
): WeightsSpec {
  const net = learn(rows, names.length)
  const entries = [
    ...inFile(net, names),
    ...learnWays(rows, names.length).flatMap((way, index) =>
      names.map((name, number): [string, number[]] => [
        `${MANNERS[index]}|${name}`,
        [steps(way.weights[number]! + (name === BIAS ? way.bias : 0))],
      ]),
    ),
  ].filter(([, values]) => values.some((value) => value !== 0))
  return {
    made: {
      sentences: rows.length,
      rude: rows.filter(isRude).length,
      subjects: new Set(rows.map(({ subject }) => subject)).size,
      ...SETTINGS,
    },
    // Nothing here is certain, nor read by a frame, nor merely possible.
    thresholds: { certain: NEVER, read: NEVER, likely, possible: likely, doubt },
    hinges: hingesInFile(net),
    weights: Object.fromEntries(distinct(entries).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
