/**
 * `kind: statement`: what the text says. A frame that reads a statement whole, with nothing that speaks against it, is
 * certain; everything else that the category is about is weighed, and is likely, possible, a doubt or nothing.
 */
import * as z from 'zod'
import type { Slot, Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import { type Candidate, candidatesOf } from '../candidates.ts'
import { type Detection, type DetectorKind, type Graded, NO_DETECTIONS, type Weighed } from '../detector.ts'
import type { Document } from '../document.ts'
import { writeEvidence } from '../evidence.ts'
import { type Excuse, excusesOf } from '../excuses.ts'
import { type FrameSpec, fits, frameSchema } from '../frames.ts'
import { underlineOf } from '../grow-span.ts'
import { heavinessOf } from '../heaviness.ts'
import { inOneShape } from '../one-shape.ts'
import { PieceNames, type Pieces } from '../pieces.ts'
import type { Situation } from '../situation.ts'
import { boundariesOf } from '../underline/boundaries.ts'
import type { Underliner } from '../underline/underliner.ts'
import { undoneIn } from '../undone.ts'
import type { Weights } from '../weights.ts'

const word = z.string().min(1).max(40)

const schema = z.strictObject({
  kind: z.literal('statement'),
  about: z.strictObject({
    nouns: z.array(word).default([]),
    acts: z.array(word).default([]),
    carried: z.array(word).default([]),
    hinted: z.array(word).default([]),
    told: z.array(word).default([]),
    pairs: z.array(z.strictObject({ is: z.array(word).min(1), of: z.array(word).min(1) })).default([]),
  }),
  when: z.array(frameSchema).default([]),
})

/** 「act: talk, by: で, force: ask|invite」: the line as an author finds it again. */
export const describeFrame = (frame: FrameSpec): string =>
  Object.entries(frame)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join('|') : value}`)
    .join(', ')

interface Read {
  readonly index: number
  /** What speaks against it, less what the line stands in spite of. */
  readonly excuses: readonly Excuse[]
}

/** The line that reads the statement; of several the first against which nothing speaks. */
function readingOf(
  when: readonly FrameSpec[],
  {
    statement,
    anchor,
    near,
    spoken,
  }: {
    readonly statement: Statement
    readonly anchor: Slot | undefined
    readonly near: readonly Statement[]
    readonly spoken: readonly Excuse[]
  },
): Read | undefined {
  let first: Read | undefined
  for (const [index, frame] of when.entries()) {
    if (!fits(frame, statement, anchor, near)) continue
    const { despite } = frame
    const excuses = despite === undefined ? spoken : spoken.filter((excuse) => !despite.includes(excuse))
    if (excuses.length === 0) return { index, excuses }
    first ??= { index, excuses }
  }
  return first
}

/**
 * How sure a candidate is by its log-odds; what a frame reads with nothing against it needs less to be likely.
 *
 * @param certainFrom of what a frame reads: the log-odds from which it is certain
 */
export function gradeOf(
  score: number,
  { thresholds }: Weights,
  isRead = false,
  certainFrom = Number.POSITIVE_INFINITY,
): Graded | undefined {
  if (isRead && score >= certainFrom) return 'certain'
  if (score >= (isRead ? Math.min(thresholds.read, thresholds.likely) : thresholds.likely)) return 'likely'
  if (score >= thresholds.possible) return 'possible'
  return score >= thresholds.doubt ? 'doubt' : undefined
}

/** LINEで, LINEのQRを; not 通話アプリで. */
const namesService = (anchor: Slot | undefined): boolean =>
  anchor !== undefined && (hasService(anchor.classes) || hasService(anchor.inside))

function hasService(classes: Iterable<string>): boolean {
  for (const name of classes) if (name.startsWith('@')) return true
  return false
}

/** As people would, where that was learnt. */
function underlined(
  document: Document,
  { span, statement, category }: Candidate,
  underliner: Underliner | undefined,
): Span {
  const chosen = underliner?.choose(boundariesOf(document, span, statement, category, underliner.readers))
  return chosen ?? underlineOf(document, span)
}

export const statementKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'statement',
  schema,
  compile({ about, when }, { category, weights, knowsClass }) {
    for (const name of [
      ...about.nouns,
      ...about.acts,
      ...about.carried,
      ...about.hinted,
      ...about.pairs.flatMap(({ is, of }) => [...is, ...of]),
      ...when.flatMap(({ act = [], of = [], whose = [], beside = [], is = [], after = [] }) => [
        ...act,
        ...of,
        ...whose,
        ...beside,
        ...is,
        ...after,
      ]),
    ]) {
      knowsClass(name)
    }
    const lines = when.map(describeFrame)
    const frames = when.map((frame) => inOneShape(frame, frameSchema.keyof().options))

    const sureFrom = ({ anchor }: Candidate): number => weights.certainFrom(category, namesService(anchor))

    /** Writes all evidence down; gives what does not come of it. */
    const read = (pieces: Pieces, candidate: Candidate, document: Document, situation: Situation) => {
      const { statement, anchor } = candidate
      const near = document.said.beside(candidate.index)
      const spoken = excusesOf(statement, anchor, near)
      const reading =
        candidate.isCarried || candidate.isHinted
          ? undefined
          : readingOf(frames, { statement, anchor, near, spoken })
      const line = reading === undefined ? undefined : lines[reading.index]
      const excuses = reading?.excuses ?? spoken
      const isRead = line !== undefined && excuses.length === 0
      writeEvidence(pieces, candidate, document, situation)
      for (const excuse of excuses) pieces.add('excuse:', excuse)
      if (line !== undefined) {
        pieces.add('framed')
        pieces.add(category, '|framed')
      }
      if (isRead) {
        pieces.add('read')
        pieces.add(category, '|read')
      }
      return { line, excuses, isRead }
    }

    return {
      needs: [],
      unless: [],
      *weigh(document, situation): Iterable<Weighed> {
        for (const candidate of candidatesOf(document, category, about)) {
          const tally = weights.tally()
          read(tally, candidate, document, situation)
          const pieces = new PieceNames()
          const { line, excuses, isRead } = read(pieces, candidate, document, situation)
          yield {
            span: candidate.span,
            evidence: pieces.names,
            score: tally.score,
            isRead,
            isNamed: namesService(candidate.anchor),
            grade: gradeOf(tally.score, weights, isRead, sureFrom(candidate)),
            ...(line === undefined ? {} : { line }),
            excuses,
            statement: candidate.statement,
          }
        }
      },
      detect(document, situation): readonly Detection[] {
        const candidates = candidatesOf(document, category, about)
        if (candidates.length === 0) return NO_DETECTIONS
        const found: Detection[] = []
        for (const candidate of candidates) {
          const tally = weights.tally()
          const { line, excuses, isRead } = read(tally, candidate, document, situation)
          const { score } = tally
          const grade = gradeOf(score, weights, isRead, sureFrom(candidate))
          if (grade === undefined) continue
          const { span } = candidate
          found.push({
            span,
            underlined: underlined(document, candidate, weights.underliner),
            trail: undoneIn(document, span),
            confidence: grade,
            score: heavinessOf(score, isRead),
            logOdds: score,
            because: {
              ...(line === undefined ? {} : { line }),
              ...(excuses.length === 0 ? {} : { excused: [...excuses] }),
            },
          })
        }
        return found
      },
    }
  },
}
