/** The shape of a talkroom's export. Every part may be missing. */
import * as z from 'zod'
import { channelSchema, roleSchema } from '../contract/submission.ts'
import { exportedText } from './account-schema.ts'

const personSchema = z.strictObject({ id: exportedText, name: exportedText })

export const threadMessageSchema = z.strictObject({
  id: exportedText,
  role: roleSchema.nullish(),
  sentAt: exportedText,
  channel: channelSchema.nullish(),
  text: exportedText,
  attachments: z.array(z.strictObject({ id: exportedText, name: exportedText }).nullish()).nullish(),
})

export const threadSchema = z.strictObject({
  id: exportedText,
  marketplace: exportedText,
  category: exportedText,
  purchasedAt: exportedText,
  escrowPaidAt: exportedText,
  approvals: z.array(z.enum(['outside_contact']).nullish()).nullish(),
  buyer: personSchema.nullish(),
  seller: personSchema.nullish(),
  jobTitle: exportedText,
  messages: z.array(threadMessageSchema.nullish()).nullish(),
})

export type RawThread = z.output<typeof threadSchema>
