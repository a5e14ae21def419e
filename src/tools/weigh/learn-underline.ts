/**
 * Labelled files → what speaks for the beginning and the end of an underline (core/judge/underline). Learnt is which
 * underlines share half with what people marked, better ones counting more, by AdaGrad over the pairs of beginning and end.
 */

import { type Boundaries, type Boundary, boundariesOf } from '../../core/judge/underline/boundaries.ts'
import { NameReader } from '../../core/judge/underline/piece-reader.ts'
import {
  LENGTH_CLASSES,
  lengthClass,
  UNDERLINE_STEPS,
  Underliner,
  type UnderlineSpec,
} from '../../core/judge/underline/underliner.ts'
import type { RuleLinter } from '../../core/lint/create-linter.ts'
import { overlaps, type Span, shareOf } from '../../core/text/span.ts'
import { family, itemsOfFile } from './collect.ts'
import { seeded, shuffle } from './random.ts'

/** A place that is found and the label there, both in the plain view. */
export interface Underlined {
  readonly subject: string
  readonly boundaries: Boundaries<readonly string[]>
  readonly label: Span
  /** It becomes a finding, not only a doubt. */
  readonly isFound: boolean
}

const SEED = 7
const NAMES = { starts: new NameReader(), ends: new NameReader() }
const PASSES = 6
const RATE = 0.1
const DECAY = 1e-3
/** How much more a closer underline counts: its overlap to this power. */
const CLOSENESS = 6
/** Pieces of fewer boundaries are left out, and those that weigh less, log-odds. */
const FEWEST = 100
const LIGHTEST = 0.1
/** Parts of the subjects, each left out once. */
const FOLDS = 5

/** The smallest stretch of the plain view that shows all of the label. */
function plainSpan(length: number, toOriginal: (span: Span) => Span, label: Span): Span {
  let start = 0
  while (start < length && toOriginal({ start, end: start + 1 }).end <= label.start) start++
  let end = start
  while (end < length && toOriginal({ start: end, end: end + 1 }).start < label.end) end++
  return { start, end }
}

export function* underlinedIn(linter: RuleLinter, file: string): Iterable<Underlined> {
  for (const { subject, submission, labels } of itemsOfFile(file)) {
    if (labels === undefined || labels.length === 0) continue
    const document = linter.document(submission.text)
    const { plain } = document
    const marked = labels.map(({ category, span }) => ({
      category,
      span: plainSpan(plain.text.length, (one) => plain.toOriginal(one), span),
    }))
    for (const { statement, grade, category, span } of linter.weigh(submission)) {
      if (grade === undefined || statement === undefined) continue
      const there = marked.filter(
        (label) => family(label.category) === family(category) && overlaps(label.span, span),
      )
      const label = there.find((one) => one.category === category) ?? there[0]
      if (label === undefined) continue
      const boundaries = boundariesOf(document, span, statement, category, NAMES)
      if (boundaries.starts.length === 0 || boundaries.ends.length === 0) continue
      yield { subject, boundaries, label: label.span, isFound: grade !== 'doubt' }
    }
  }
}

/** What pieces of one kind weigh while they are learnt. */
class Learner {
  readonly numbers = new Map<string, number>()
  readonly values: Float64Array
  private readonly squares: Float64Array
  private readonly sums: Float64Array

  constructor(all: Iterable<readonly string[]>, fewest: number) {
    const seen = new Map<string, number>()
    for (const pieces of all) for (const piece of pieces) seen.set(piece, (seen.get(piece) ?? 0) + 1)
    for (const [piece, count] of seen) if (count >= fewest) this.numbers.set(piece, this.numbers.size)
    this.values = new Float64Array(this.numbers.size)
    this.squares = new Float64Array(this.numbers.size).fill(1e-3)
    this.sums = new Float64Array(this.numbers.size)
  }

  known(pieces: readonly string[]): Int32Array {
    return Int32Array.from(pieces.flatMap((piece) => this.numbers.get(piece) ?? []))
  }

  score(pieces: Int32Array): number {
    let total = 0
    for (const piece of pieces) total += this.values[piece]!
    return total
  }

  step(pieces: Int32Array, slope: number): void {
    for (const piece of pieces) {
      const own = slope + DECAY * this.values[piece]!
      this.squares[piece]! += own * own
      this.values[piece]! -= (RATE * own) / Math.sqrt(this.squares[piece]!)
    }
  }

  remember(): void {
    for (let at = 0; at < this.sums.length; at++) this.sums[at]! += this.values[at]!
  }

  /** The mean of what was remembered `times` times, in steps. */
  written(times: number): Record<string, number> {
    const entries = [...this.numbers]
      .map(([piece, at]) => [piece, this.sums[at]! / times] as const)
      .filter(([, value]) => Math.abs(value) >= LIGHTEST)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([piece, value]) => [piece, Math.round(value * UNDERLINE_STEPS)]))
  }
}

const piecesOf = (boundaries: readonly Boundary<readonly string[]>[]) =>
  boundaries.map(({ pieces }) => pieces)

export function learnUnderline(all: readonly Underlined[]): UnderlineSpec {
  const starts = new Learner(
    all.flatMap(({ boundaries }) => piecesOf(boundaries.starts)),
    FEWEST,
  )
  const ends = new Learner(
    all.flatMap(({ boundaries }) => piecesOf(boundaries.ends)),
    FEWEST,
  )
  const lengths = new Learner(
    Array.from({ length: LENGTH_CLASSES }, (_, at) => [String(at)]),
    1,
  )
  const samples = all.map(({ boundaries, label }) => ({
    starts: boundaries.starts.map(({ at, pieces }) => ({ at, pieces: starts.known(pieces) })),
    ends: boundaries.ends.map(({ at, pieces }) => ({ at, pieces: ends.known(pieces) })),
    label,
  }))
  const random = seeded(SEED)
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(samples, random)
    for (const { starts: from, ends: to, label } of samples) {
      const slopes = slopesOf(
        from.map(({ at, pieces }) => ({ at, score: starts.score(pieces) })),
        to.map(({ at, pieces }) => ({ at, score: ends.score(pieces) })),
        lengths.values,
        label,
      )
      if (slopes === undefined) continue
      for (const [i, slope] of slopes.starts.entries()) if (slope !== 0) starts.step(from[i]!.pieces, slope)
      for (const [i, slope] of slopes.ends.entries()) if (slope !== 0) ends.step(to[i]!.pieces, slope)
      for (const [length, slope] of slopes.lengths.entries())
        if (slope !== 0) lengths.step(Int32Array.of(length), slope)
    }
    if (pass < PASSES >> 1) continue
    for (const learner of [starts, ends, lengths]) learner.remember()
  }
  const times = PASSES - (PASSES >> 1)
  const byLength = lengths.written(times)
  return {
    starts: starts.written(times),
    ends: ends.written(times),
    lengths: Array.from({ length: LENGTH_CLASSES }, (_, at) => byLength[at] ?? 0),
  }
}

interface Scored {
  readonly at: number
  readonly score: number
}

/** How the loss changes with what each beginning, end and length scores; `undefined` where no underline is right. */
function slopesOf(
  starts: readonly Scored[],
  ends: readonly Scored[],
  lengths: Float64Array,
  label: Span,
):
  | { readonly starts: Float64Array; readonly ends: Float64Array; readonly lengths: Float64Array }
  | undefined {
  const pairs: { i: number; j: number; length: number; score: number; closeness: number }[] = []
  let top = -Infinity
  for (const [i, start] of starts.entries()) {
    for (const [j, end] of ends.entries()) {
      if (end.at <= start.at) continue
      const length = lengthClass(end.at - start.at)
      const score = start.score + end.score + lengths[length]!
      const met = shareOf({ start: start.at, end: end.at }, label)
      pairs.push({ i, j, length, score, closeness: met >= 0.5 ? met ** CLOSENESS : 0 })
      top = Math.max(top, score)
    }
  }
  let all = 0
  let right = 0
  for (const pair of pairs) {
    pair.score = Math.exp(pair.score - top)
    all += pair.score
    right += pair.score * pair.closeness
  }
  if (right <= all * 1e-12) return undefined
  const slopes = {
    starts: new Float64Array(starts.length),
    ends: new Float64Array(ends.length),
    lengths: new Float64Array(LENGTH_CLASSES),
  }
  for (const { i, j, length, score, closeness } of pairs) {
    const slope = score / all - (score * closeness) / right
    slopes.starts[i]! += slope
    slopes.ends[j]! += slope
    slopes.lengths[length]! += slope
  }
  return slopes
}

/** Which part of the places that are found is underlined as labelled, half of both together, in subjects left out. */
export function metLeftOut(all: readonly Underlined[]): number {
  const subjects = [...new Set(all.map(({ subject }) => subject))].sort()
  const foldOf = new Map(subjects.map((subject, at) => [subject, at % FOLDS]))
  let met = 0
  let found = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const underliner = new Underliner(learnUnderline(all.filter((one) => foldOf.get(one.subject) !== fold)))
    for (const { subject, boundaries, label, isFound } of all) {
      if (foldOf.get(subject) !== fold || !isFound) continue
      found++
      const chosen = underliner.choose(underliner.weigh(boundaries))
      if (chosen !== undefined && shareOf(chosen, label) >= 0.5) met++
    }
  }
  return met / found
}
