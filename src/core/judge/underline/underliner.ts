/** Which of the places where an underline may begin and end are taken: learnt from what people marked (npm run weigh). */
import * as z from 'zod'
import { type Span, shareOf } from '../../text/span.ts'
import type { Boundaries, Boundary } from './boundaries.ts'
import { type PieceReader, type SideReaders, StepReader } from './piece-reader.ts'

/** Weights are kept as whole numbers: so many are one log-odds. */
export const UNDERLINE_STEPS = 20

const stepsByPiece = z.record(z.string(), z.int())

export const underlineSchema = z.strictObject({
  /** What the pieces of a beginning, and of an end, weigh; in steps. */
  starts: stepsByPiece,
  ends: stepsByPiece,
  /** What an underline's length weighs, by `lengthClass`; in steps. */
  lengths: z.array(z.int()),
})
export type UnderlineSpec = z.output<typeof underlineSchema>

/** UTF-16 code units → 0, 1, …, `LENGTH_CLASSES` - 1. */
export const LENGTH_CLASSES = 16
export const lengthClass = (length: number): number => Math.min(LENGTH_CLASSES - 1, Math.floor(length / 3))

/** So many of the likeliest underlines are compared. */
const COMPARED = 40
/** A beginning, or end, that is so much less likely than the likeliest one is none that people take. */
const SELDOM = 0.05

/** What an underline that is closer counts beside one that shares half. */
const CLOSENESS = 0.3

interface Choice extends Span {
  /** Up to a factor that all share. */
  readonly chance: number
}

interface Scored extends Span {
  readonly steps: number
}

const byLikelihood = (a: Scored, b: Scored): number => b.steps - a.steps || a.start - b.start || a.end - b.end

export class Underliner {
  /** What makes of a place's pieces what they weigh. */
  readonly readers: SideReaders<number>
  private readonly lengths: readonly number[]
  private readonly mostOfLength: number

  constructor({ starts, ends, lengths }: UnderlineSpec) {
    this.readers = { starts: new StepReader(starts), ends: new StepReader(ends) }
    this.lengths = lengths
    this.mostOfLength = Math.max(0, ...lengths)
  }

  /** What boundaries weigh whose pieces were read as names. */
  weigh({ starts, ends }: Boundaries<readonly string[]>): Boundaries<number> {
    return { starts: weighed(starts, this.readers.starts), ends: weighed(ends, this.readers.ends) }
  }

  /** Of the likely underlines the one that most others share half with, closer ones more; `undefined` where there is none. */
  choose({ starts, ends }: Boundaries<number>): Span | undefined {
    const likeliest = this.likeliest(starts, ends)
    const usual = usualOf(likeliest)
    let best: Span | undefined
    let most = 0
    for (const one of likeliest) {
      if (!usual(one)) continue
      let agreed = 0
      for (const other of likeliest) {
        const share = shareOf(one, other)
        agreed += other.chance * ((share >= 0.5 ? 1 : 0) + CLOSENESS * share)
      }
      if (agreed <= most + 1e-9) continue
      most = agreed
      best = { start: one.start, end: one.end }
    }
    return best
  }

  private likeliest(
    starts: readonly Boundary<number>[],
    ends: readonly Boundary<number>[],
  ): readonly Choice[] {
    const { lengths, mostOfLength } = this
    const likeliestFirst = [...starts].sort((a, b) => b.pieces - a.pieces)
    const mostBehind = ends.reduce((most, { pieces }) => Math.max(most, pieces), -Infinity) + mostOfLength
    const scored: Scored[] = []
    /** What is less likely is none of those that are compared, whatever follows. */
    let least = Number.NEGATIVE_INFINITY
    // Behind a likely beginning, most others are not compared, whatever their ends.
    for (const { at: start, depth: opened, pieces: from } of likeliestFirst) {
      if (from + mostBehind < least) break
      for (const { at: end, depth: closed, pieces: to } of ends) {
        if (end <= start || opened !== closed) continue
        const steps = from + to + (lengths[lengthClass(end - start)] ?? 0)
        if (steps < least) continue
        scored.push({ start, end, steps })
        if (scored.length < 2 * COMPARED) continue
        scored.sort(byLikelihood).length = COMPARED
        least = scored.at(-1)!.steps
      }
    }
    scored.sort(byLikelihood)
    const top = scored[0]?.steps ?? 0
    return scored
      .slice(0, COMPARED)
      .map(({ start, end, steps }) => ({ start, end, chance: Math.exp((steps - top) / UNDERLINE_STEPS) }))
  }
}

const weighed = (
  boundaries: readonly Boundary<readonly string[]>[],
  reader: PieceReader<number>,
): Boundary<number>[] =>
  boundaries.map(({ pieces, ...rest }) => {
    for (const name of pieces) reader.add(name)
    return { ...rest, pieces: reader.take() }
  })

/** Whether people begin and end there. */
function usualOf(choices: readonly Choice[]): (span: Span) => boolean {
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  for (const { start, end, chance } of choices) {
    starts.set(start, (starts.get(start) ?? 0) + chance)
    ends.set(end, (ends.get(end) ?? 0) + chance)
  }
  const leastStart = SELDOM * Math.max(...starts.values())
  const leastEnd = SELDOM * Math.max(...ends.values())
  return ({ start, end }) => starts.get(start)! >= leastStart && ends.get(end)! >= leastEnd
}
