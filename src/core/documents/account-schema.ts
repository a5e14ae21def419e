/** The shape of an account's export. Every part may be missing. */
import * as z from 'zod'

/** A figure in place of text (a year, a price) is read as its digits; `null` is as good as missing. */
export const exportedText = z.union([z.string(), z.number().transform(String)]).nullish()
const list = <T extends z.ZodType>(item: T) => z.array(item.nullish()).nullish()

export const linkSchema = z.strictObject({ url: exportedText, label: exportedText })

export const imageSchema = z.strictObject({ file: exportedText, alt: exportedText, caption: exportedText })

export const portfolioItemSchema = z.strictObject({
  id: exportedText,
  title: exportedText,
  description: exportedText,
  tags: list(exportedText),
  category: exportedText,
  year: exportedText,
  client: exportedText,
  images: list(imageSchema),
  links: list(linkSchema),
})

export const serviceSchema = z.strictObject({
  id: exportedText,
  title: exportedText,
  catchphrase: exportedText,
  body: exportedText,
  faq: list(z.strictObject({ q: exportedText, a: exportedText })),
  price: exportedText,
  category: exportedText,
  tags: list(exportedText),
})

export const profileSchema = z.strictObject({
  displayName: exportedText,
  catchphrase: exportedText,
  bio: exportedText,
  skills: list(exportedText),
  career: list(exportedText),
  accounts: z.strictObject({ x: exportedText, github: exportedText }).nullish(),
})

export const blogPostSchema = z.strictObject({
  id: exportedText,
  title: exportedText,
  body: exportedText,
  publishedAt: exportedText,
  links: list(linkSchema),
})

export const accountSchema = z.strictObject({
  marketplace: exportedText,
  profile: profileSchema.nullish(),
  services: list(serviceSchema),
  portfolio: list(portfolioItemSchema),
  blog: list(blogPostSchema),
  /** Metadata of linked videos, as the tools give it: see `video-metadata.ts`. */
  links: list(z.looseObject({})),
  /** The figures that certifications ask for: see `certification.ts`. */
  figures: z.record(z.string(), z.unknown()).nullish(),
})

export type Account = z.output<typeof accountSchema>
export type PortfolioItem = z.output<typeof portfolioItemSchema>
