/** The shape of a talkroom's export. Every part may be missing. */
import * as z from 'zod'
import { channelSchema, type Role, roleSchema } from '../contract/submission.ts'
import { exportedText } from './account-schema.ts'

const personSchema = z.strictObject({ id: exportedText, name: exportedText })

/** Who writes, as Japanese exports have it. */
const ROLE_NAMES: ReadonlyMap<unknown, Role> = new Map([
  ['出品者', 'seller'],
  ['受注者', 'seller'],
  ['購入者', 'buyer'],
  ['依頼者', 'buyer'],
  ['発注者', 'buyer'],
])

export const threadMessageSchema = z.strictObject({
  id: exportedText,
  role: z.preprocess((role) => ROLE_NAMES.get(role) ?? role, roleSchema.nullish()),
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
