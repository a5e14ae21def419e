/**
 * A submission: one thing that a person is about to save, with its context (the input of the linter).
 *
 * The schema is the one definition of the input; HTTP, command line and library all validate with it.
 */
import { getDomain } from 'tldts'
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
/** What a marketplace may have granted: its form for contact outside. */
export const APPROVALS = ['outside_contact'] as const
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

/** A domain (`example.com`), a page below one (`x.com/shop`), or an account (`@shop`). */
const isAllowable = (what: string): boolean => {
  if (/^@[\w.-]{2,}$/.test(what)) return true
  const [host = ''] = what.split('/')
  // A suffix that many share is nobody's own.
  return /^[^\s*?#]+$/.test(what) && getDomain(host, { allowPrivateDomains: true }) !== null
}

export const allowEntrySchema = z.strictObject({
  what: z.string().max(200).refine(isAllowable, 'a domain, a page below one, or an account with @'),
  /** Stands in the report beside what it let stand. */
  why: z.string().max(500).optional(),
})
export const allowListSchema = z.array(allowEntrySchema).max(200)
export type AllowEntry = z.output<typeof allowEntrySchema>

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
  approvals: z.array(z.enum(APPROVALS)).default([]),
  /** Links and accounts that may stand: one's own domain, a client's accounts. Never more than these. */
  allow: allowListSchema.optional(),
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
