/**
 * A submission: one thing that a person is about to save, with its context (the input of the linter).
 *
 * The schema is the one definition of the input; HTTP, command line and library all validate with it.
 */
import * as z from 'zod'

export const MARKETPLACES = ['coconala', 'crowdworks', 'lancers'] as const
export const CHANNELS = [
  'message',
  'talkroom',
  'delivery',
  'proposal',
  'request',
  'service',
  'profile',
  'portfolio',
  'blog',
  'review',
] as const
export const PHASES = ['before_contract', 'in_contract', 'after_contract'] as const
export const ROLES = ['seller', 'buyer'] as const

/** A marketplace is whatever pack is loaded; the linter says which it knows. */
export const marketplaceSchema = z.string().min(1).max(64)
export const channelSchema = z.enum(CHANNELS)
export const phaseSchema = z.enum(PHASES)
export const roleSchema = z.enum(ROLES)

const nameSchema = z.string().max(200)

export const historyMessageSchema = z.strictObject({
  id: z.string().max(200).optional(),
  role: roleSchema,
  text: z.string(),
  /** ISO 8601. */
  sentAt: z.string().max(64).optional(),
  channel: channelSchema.optional(),
})

export const submissionSchema = z.strictObject({
  id: z.string().max(200).optional(),
  marketplace: marketplaceSchema,
  channel: channelSchema.default('message'),
  /** Follows from the channel where it is missing: see `phaseOf`. */
  phase: phaseSchema.optional(),
  role: roleSchema.default('seller'),
  /** The service's category, free text: LINEスタンプ, 電話相談, … */
  category: nameSchema.optional(),
  recipientName: nameSchema.optional(),
  senderName: nameSchema.optional(),
  jobTitle: nameSchema.optional(),
  jobText: z.string().optional(),
  /** The last messages of the thread, oldest first. */
  history: z.array(historyMessageSchema).default([]),
  approvals: z.array(z.enum(['outside_contact'])).default([]),
  /** `deliverable`: the caller knows that the text is data to be put into the deliverable. */
  purpose: z.enum(['deliverable']).optional(),
  /** When the submission is saved, ISO 8601; facts about a thread need it. */
  sentAt: z.string().max(64).optional(),
  text: z.string(),
})

/** A submission as a caller writes it: defaults may be missing. */
export type RawSubmission = z.input<typeof submissionSchema>
/** A validated submission. */
export type Submission = z.output<typeof submissionSchema>
export type HistoryMessage = z.output<typeof historyMessageSchema>
export type Channel = (typeof CHANNELS)[number]
export type Phase = (typeof PHASES)[number]
export type Role = (typeof ROLES)[number]
