/** What happens to a text, and how sure one is of what was found in it: the words that reports are made of. */
import * as z from 'zod'

/** Ordered from harmless to hardest. */
export const VERDICTS = ['allow', 'warn', 'review', 'block'] as const
export const ACTIONS = ['note', 'warn', 'review', 'block'] as const
/**
 * How sure a finding is, surest first: of a hundred on text of subjects that nobody tuned on, at least 97, 80 and 50 are
 * right.
 */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const
export type Confidence = (typeof CONFIDENCES)[number]
export type Verdict = (typeof VERDICTS)[number]
export type Action = (typeof ACTIONS)[number]

export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
