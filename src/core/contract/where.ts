/** Where a rule, a table's column or a context holds. */
import * as z from 'zod'
import { CHANNELS, PHASES, type Phase, ROLES, type Submission } from './submission.ts'

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)])

/** A missing key holds everywhere. */
export const whereSchema = z.strictObject({
  channel: oneOrMore(z.enum(CHANNELS)).optional(),
  phase: oneOrMore(z.enum(PHASES)).optional(),
  role: oneOrMore(z.enum(ROLES)).optional(),
  /** Where the caller has declared the text to be data for the deliverable. */
  purpose: z.literal('deliverable').optional(),
})
export type Where = z.output<typeof whereSchema>

/** The phase of a deal that a submission is in, as it says or as its channel tells. */
export function phaseOf(submission: Submission): Phase {
  if (submission.phase !== undefined) return submission.phase
  if (submission.channel === 'talkroom' || submission.channel === 'delivery') return 'in_contract'
  return submission.channel === 'review' ? 'after_contract' : 'before_contract'
}

/** Whether a submission is where `where` says. */
export const holdsIn = (where: Where | undefined, submission: Submission): boolean =>
  where === undefined ||
  ((where.channel === undefined || where.channel.includes(submission.channel)) &&
    (where.phase === undefined || where.phase.includes(phaseOf(submission))) &&
    (where.role === undefined || where.role.includes(submission.role)) &&
    (where.purpose === undefined || where.purpose === submission.purpose))
