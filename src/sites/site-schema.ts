/**
 * What is known of a marketplace's pages, as data (`*.yaml` beside this file): where texts stand, who wrote what, and in
 * which channel and role one writes. Selectors are CSS; addresses are patterns of the path with its query.
 */
import * as z from 'zod'
import { channelSchema, roleSchema } from '../core/contract/submission.ts'

const selector = z.string().min(1)
const pattern = z.string().refine(
  (source) => {
    try {
      new RegExp(source, 'u')
      return true
    } catch {
      return false
    }
  },
  { message: 'is no regular expression' },
)

export const ACCOUNT_PARTS = ['service', 'profile', 'portfolio', 'blog'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

const fieldSchema = z.strictObject({
  at: selector,
  /** The account's own key: `title`, `body`, `bio` … */
  to: z.string(),
  /** Several places are one text. */
  join: z.literal(true).optional(),
})

const messagesSchema = z.strictObject({
  each: selector,
  /** Matches messages of the other side. */
  other: selector.optional(),
  name: selector,
  time: selector.optional(),
  label: selector.optional(),
  text: selector,
  /** Inside of the text, and no words of the writer. */
  without: selector.optional(),
  /** Attached files; the first name that is there is the file's. */
  files: z.strictObject({ each: selector, name: z.array(selector).min(1) }).optional(),
  /** Labels of formal deliveries. */
  delivery: z.array(z.string()).default([]),
})

export const pageSchema = z.strictObject({
  id: z.string(),
  address: z.array(pattern).min(1),
  known_by: z.array(selector).default([]),
  channel: channelSchema,
  /** Who writes there. */
  role: roleSchema.default('seller'),
  account: z.enum(ACCOUNT_PARTS).optional(),
  fields: z.array(fieldSchema).default([]),
  faq: z.strictObject({ q: selector, a: selector, without: selector.optional() }).optional(),
  messages: messagesSchema.optional(),
})

export const siteSchema = z.strictObject({
  site: z.string(),
  marketplace: z.string(),
  /** The host itself and whatever stands below it. */
  hosts: z.array(z.string()).min(1),
  /** When the places were seen. */
  read: z.string(),
  system: z.array(z.string()),
  me: z.array(z.string()),
  pages: z.array(pageSchema).min(1),
  boxes: z.array(z.strictObject({ at: selector, channel: channelSchema, role: roleSchema.optional() })),
  /** Headings of blocks that somebody else wrote. */
  others: z.array(pattern),
  /** Headings of the person's own blocks: in a page pasted as plain text they end what others wrote. */
  own: z.array(pattern).default([]),
})

export type Site = z.output<typeof siteSchema>
export type SitePage = z.output<typeof pageSchema>
