/**
 * A second opinion: what a reader with the law in hand, a model or a person, said of a message that the rules could not
 * decide, and what became of it. Stands in the report of each message for which there was something to ask.
 */
import * as z from 'zod'
import { ACTIONS, spanSchema } from './action.ts'

/** `hold`: something in it must not be saved, or needs a person; `pass`: nothing does; `unsure`: the reader cannot tell. */
export const READINGS = ['hold', 'pass', 'unsure'] as const

/** What a reader answers of one text. Longer answers are no answers. */
export const answerSchema = z.object({
  verdict: z.enum(READINGS),
  findings: z
    .array(
      z.object({
        category: z.string().max(60),
        /** Exactly as they stand in the text. */
        words: z.string().max(400),
        /** One sentence, in Japanese. */
        reason: z.string().overwrite((text) => text.slice(0, 300)),
      }),
    )
    .max(20)
    .default([]),
})

/**
 * - `answered`: the answer was weighed.
 * - `unusable`: what came is no answer.
 * - `late`: it did not come in time. `unavailable`: the reader cannot be reached, or refused.
 * - `not-asked`: too many were asked already, or the reader has failed too often just now.
 *
 * Whatever is not `answered` leaves the rules' own report as it was.
 */
export const OUTCOMES = ['answered', 'unusable', 'late', 'unavailable', 'not-asked'] as const

/**
 * Why a part of an answer was thrown away: its words do not stand in what was shown; the category is not one that a reader
 * may name; the marketplace lets the category pass there.
 */
export const THROWN_AWAY = ['not-in-text', 'unknown-category', 'allowed-there'] as const

export const changeSchema = z.object({
  change: z.enum(['lowered', 'raised']),
  category: z.string(),
  /** The rule whose finding it was; missing where it was a doubt, or nothing. */
  rule: z.string().optional(),
  span: spanSchema,
  excerpt: z.string(),
  from: z.enum([...ACTIONS, 'doubt', 'nothing']),
  to: z.enum([...ACTIONS, 'nothing']),
})

export const secondOpinionSchema = z.object({
  asked: z.boolean(),
  model: z.string(),
  outcome: z.enum(OUTCOMES),
  changed: z.array(changeSchema),
  thrownAway: z.array(z.enum(THROWN_AWAY)),
  /** The reader's own, for a person who looks at the message; no writer is shown it. */
  reason: z.string().optional(),
  /** As it was weighed: the same report can be made of it again. */
  answer: answerSchema.optional(),
})

export type Reading = (typeof READINGS)[number]
export type Answer = z.output<typeof answerSchema>
export type Outcome = (typeof OUTCOMES)[number]
export type ThrownAway = (typeof THROWN_AWAY)[number]
export type OpinionChange = z.output<typeof changeSchema>
export type SecondOpinionReport = z.output<typeof secondOpinionSchema>
