/** What dictionaries/number-words.yaml and dictionaries/contact-words.yaml look like. */
import * as z from 'zod'
import type { ContactWords, NumberWords } from '../core/detect/data/tables.ts'

const word = z.string().min(1)
const words = z.array(word)
const digit = z.string().regex(/^\d$/)
const sureWeak = z.strictObject({ sure: words, weak: words })

/** dictionaries/number-words.yaml */
export const numberWordsSchema: z.ZodType<NumberWords> = z.strictObject({
  digits: z.array(z.strictObject({ digit, sure: words, weak: words })).length(10),
  look_alikes: z.record(z.string().length(1), digit),
  goro: z.record(digit, words),
  separators: z.array(z.string().length(1)),
  phone_cues: words,
  ring_cues: words,
  fax_cues: words,
  other_number_cues: words,
  phone_denials: words,
  price_units: words,
  piece_cues: z.strictObject({ first: words, middle: words, last: words }),
  each_digit: words,
  plus_words: words,
  minus_words: words,
  reverse_words: words,
  calculation_cues: words,
  goro_joints: words,
  goro_heads: z.array(z.string().regex(/^0\d{1,4}$/)),
  goro_cues: words,
  count_units: words,
  row_words: words,
  step_words: words,
  sample_cues: words,
})

/** dictionaries/contact-words.yaml */
export const contactWordsSchema: z.ZodType<ContactWords> = z.strictObject({
  at: sureWeak,
  dot: sureWeak,
  slash: words,
  hyphen: words,
  underscore: words,
  suffix_words: z.record(z.string().regex(/^[a-z]{2,}$/), words),
  mail_providers: z.array(z.strictObject({ domain: z.hostname(), words })),
  letters: z.record(z.string().regex(/^[a-z]$/), words),
  sample_domains: words,
  sample_suffixes: words,
  sample_locals: words,
  not_handles: words,
  not_tags: words,
  file_suffixes: words,
  not_hosts: words,
  common_suffixes: words,
  idn_suffixes: words,
  app_schemes: z.record(word, z.string()),
  remove_words: words,
  remove_classes: z.record(word, words),
  id_cues: words,
  name_cues: words,
  weak_name_cues: words,
  name_followers: words,
  id_owners: words,
  login_cues: words,
  id_acts: words,
  lone_id_cues: words,
  no_at_cues: words,
  after_at_cues: words,
  before_at_cues: words,
  name_parts: words,
  file_extensions: words,
  meeting_cues: words,
  passcode_cues: words,
  invite_cues: words,
  bank_words: words,
  branch_words: words,
  account_words: words,
  provider_products: words,
  provider_tails: words,
  affix_words: words,
  affix_ends: words,
  split_first: words,
  split_last: words,
})
