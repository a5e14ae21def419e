/**
 * `kind: statement`: what the text says. A frame that reads a statement whole, with nothing that speaks against it, is
 * certain; everything else that the category is about is weighed, and is likely, possible, a doubt or nothing.
 */
import * as z from 'zod'
import { type Candidate, candidatesOf } from '../candidates.ts'
import type { Detection, DetectorKind, Graded } from '../detector.ts'
import type { Document } from '../document.ts'
import { evidenceOf } from '../evidence.ts'
import { excusesOf } from '../excuses.ts'
import { type FrameSpec, fits, frameSchema } from '../frames.ts'
import type { Situation } from '../situation.ts'
import type { Weights } from '../weights.ts'

const word = z.string().min(1).max(40)

const schema = z.strictObject({
  kind: z.literal('statement'),
  about: z.strictObject({ nouns: z.array(word).default([]), acts: z.array(word).default([]) }),
  when: z.array(frameSchema).default([]),
})

/** 「act: talk, by: で, force: ask|invite」: the line as an author finds it again. */
export const describeFrame = (frame: FrameSpec): string =>
  Object.entries(frame)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join('|') : value}`)
    .join(', ')

/** How sure a candidate is by its log-odds. */
export function gradeOf(score: number, { thresholds }: Weights): Graded | undefined {
  if (score >= thresholds.likely) return 'likely'
  if (score >= thresholds.possible) return 'possible'
  return score >= thresholds.doubt ? 'doubt' : undefined
}

export const statementKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'statement',
  schema,
  compile({ about, when }, { category, weights, knowsClass }) {
    for (const name of [
      ...about.nouns,
      ...about.acts,
      ...when.flatMap(({ act = [], beside = [] }) => [...act, ...beside]),
    ]) {
      knowsClass(name)
    }
    const lines = when.map(describeFrame)

    const weighed = (candidate: Candidate, document: Document, situation: Situation) => {
      const { statement, anchor } = candidate
      const line = when.findIndex((frame) => fits(frame, statement, anchor))
      const near = document.statements.filter(
        (one) => one !== statement && one.sentence === statement.sentence,
      )
      const excuses = excusesOf(statement, anchor, near)
      const evidence = evidenceOf(candidate, document, situation)
      for (const excuse of excuses) evidence.push(`excuse:${excuse}`)
      if (line >= 0) evidence.push('framed', `${category}|framed`)
      if (line >= 0 && excuses.length === 0) evidence.push('read', `${category}|read`)
      return { line, excuses, evidence, score: weights.score(evidence) }
    }

    return {
      needs: [],
      unless: [],
      *detect(document, situation): Iterable<Detection> {
        for (const candidate of candidatesOf(document, category, about)) {
          const { line, excuses, score } = weighed(candidate, document, situation)
          const isRead = line >= 0 && excuses.length === 0
          const confidence =
            isRead && score >= weights.thresholds.certain ? 'certain' : gradeOf(score, weights)
          if (confidence === undefined) continue
          yield {
            span: candidate.span,
            underlined: candidate.span,
            trail: [],
            confidence,
            score: isRead ? Math.max(score, 0) + 1 : score,
            because: {
              ...(line < 0 ? {} : { line: lines[line]! }),
              ...(excuses.length === 0 ? {} : { excused: excuses }),
            },
          }
        }
      },
      *weigh(document, situation) {
        for (const candidate of candidatesOf(document, category, about)) {
          const { evidence, score, line, excuses } = weighed(candidate, document, situation)
          yield { span: candidate.span, evidence, score, isRead: line >= 0 && excuses.length === 0 }
        }
      },
    }
  },
}
