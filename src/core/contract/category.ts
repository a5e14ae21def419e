/** The categories of findings (what each is: the rules' own `says`). */
export const REDIRECT_CATEGORIES = [
  'contact.email',
  'contact.phone',
  'contact.messenger',
  'contact.social',
  'contact.meeting',
  'contact.call',
  'contact.in_person',
  'contact.search',
  'contact.exchange',
  'link.cloud',
  'link.transfer',
  'link.shortener',
  'link.hub',
  'link.shop',
  'link.site',
  'link.video',
  'deal.direct',
  'deal.payment',
  'evasion.meta',
] as const

export const TONE_CATEGORIES = [
  'tone.threat',
  'tone.abuse',
  'tone.template_residue',
  'tone.wrong_recipient',
  'tone.review_pressure',
  'tone.command',
  'tone.cornering',
  'tone.condescending',
  'tone.casual',
  'tone.unsure',
  'tone.flat_refusal',
  'tone.too_short',
  'tone.generic_proposal',
  'tone.overclaim',
  'tone.exclamation',
  'tone.double_honorific',
  'tone.honorific_misuse',
  'tone.business_misuse',
  'tone.over_humble',
  'tone.mixed_style',
  'tone.vague_deadline',
  'tone.long_sentence',
] as const

export const CATEGORIES = [...REDIRECT_CATEGORIES, ...TONE_CATEGORIES] as const
export type Category = (typeof CATEGORIES)[number]
export type RedirectCategory = (typeof REDIRECT_CATEGORIES)[number]
export type ToneCategory = (typeof TONE_CATEGORIES)[number]

/** About how something is said, and not about where one meets. */
export const isTone = ({ category }: { readonly category: string }): boolean => category.startsWith('tone.')
