/** What the tables in dictionaries/*.yaml look like, and what the code makes of them. */
import * as z from 'zod'
import { CAPABILITIES } from '../core/services/mention.ts'
import type { ReadingTables } from '../core/services/readings.ts'
import type { ServiceTables } from '../core/services/service-mentions.ts'
import { fold } from '../core/text/fold.ts'
import type { NormalizationTables } from '../core/text/normalization-tables.ts'

/** Characters on the left, what they stand for on the right, one for one. */
const alignedSchema = z
  .strictObject({ from: z.string().min(1), to: z.union([z.string(), z.array(z.string().min(1))]) })
  .transform(({ from, to }, context) => {
    const left = [...from]
    const right = [...to]
    if (left.length !== right.length) {
      context.addIssue({ code: 'custom', message: `${left.length} characters stand for ${right.length}` })
    }
    return left.map((character, index) => [character, right[index] ?? ''] as const)
  })

/** dictionaries/confusables.yaml */
export const confusablesSchema = z
  .strictObject({
    enclosed: z.array(alignedSchema),
    small_letters: z.array(alignedSchema),
    /** A Latin letter → the letters that look like it. */
    confusables: z.record(z.string().regex(/^[A-Za-z]$/), z.string().min(1)),
    flags: z.string().regex(/^[A-Z]{2}(?:\s+[A-Z]{2})*\s*$/, 'pairs of capital letters'),
  })
  .transform(
    ({ enclosed, small_letters, confusables, flags }): NormalizationTables => ({
      enclosed: new Map(enclosed.flat()),
      smallLetters: new Map(small_letters.flat()),
      confusables: new Map(
        Object.entries(confusables).flatMap(([latin, others]) =>
          [...others].map((other) => [other, latin] as const),
        ),
      ),
      flags: new Set(flags.trim().split(/\s+/)),
    }),
  )

const wordSchema = z.string().trim().min(1).max(60)
const wordsSchema = z.array(wordSchema).default([])

export const serviceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'kebab-case letters and digits'),
  name: wordSchema,
  capability: z.enum(CAPABILITIES),
  aliases: wordsSchema,
  weak: wordsSchema,
  code_words: wordsSchema,
  hosts: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/, 'a host in lower case, with or without a path'),
    )
    .default([]),
})

/** dictionaries/services.yaml */
export const servicesSchema = z.array(serviceSchema).superRefine((services, context) => {
  const seen = new Map<string, string>()
  services.forEach(({ id, aliases, weak, code_words, hosts }, index) => {
    const words = [...aliases, ...weak, ...code_words].map((word) => `the word ${word}`)
    for (const key of [`id ${id}`, ...words, ...hosts.map((host) => `the host ${host}`)]) {
      const other = seen.get(key)
      if (other !== undefined) {
        context.addIssue({ code: 'custom', path: [index], message: `${key} is already with ${other}` })
      }
      seen.set(key, id)
    }
  })
})

const charactersSchema = z.record(z.string().min(1).max(2), z.string().min(1))

/** Target → its look-alikes, turned round: look-alike → targets. */
const byLookAlike = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> => {
  const turned = new Map<string, string[]>()
  for (const [target, others] of Object.entries(table)) {
    for (const other of others) turned.set(other, [...(turned.get(other) ?? []), target])
  }
  return turned
}

/** dictionaries/service-disguises.yaml */
export const serviceDisguisesSchema = z
  .strictObject({
    kana_look_alikes: charactersSchema,
    latin_look_alikes: charactersSchema,
    sounds: z.record(z.string(), z.string().min(1)),
    masks: z.string().min(1),
    letter_masks: z.string(),
    decoys: z.array(wordSchema),
    after_names: z.array(wordSchema),
    before_names: z.array(wordSchema),
    particles: z.array(wordSchema),
    reverse_hints: z.array(wordSchema),
    keyboard_hints: z.array(wordSchema),
    kana_keys: z.record(z.string().length(1), z.string().length(1)),
    acrostic_hints: z.array(wordSchema),
    romaji_beside: z.array(wordSchema),
    classes: z.record(z.string(), z.array(wordSchema).min(1)),
    services: z.record(z.string(), z.array(z.string().min(1).max(300)).min(1)),
  })
  .transform((raw) => ({
    kanaLookAlikes: byLookAlike(raw.kana_look_alikes),
    latinLookAlikes: byLookAlike(raw.latin_look_alikes),
    sounds: Object.fromEntries(
      Object.entries(raw.sounds).map(([letters, words]) => [letters, words.split(/\s+/)] as const),
    ),
    masks: new Set(raw.masks),
    letterMasks: new Set(raw.letter_masks),
    decoys: raw.decoys,
    afterNames: raw.after_names,
    beforeNames: raw.before_names,
    particles: raw.particles,
    reverseHints: raw.reverse_hints,
    keyboardHints: raw.keyboard_hints,
    kanaKeys: new Map(Object.entries(raw.kana_keys)),
    acrosticHints: raw.acrostic_hints,
    romajiBeside: new Set(raw.romaji_beside),
    classes: raw.classes,
    services: raw.services,
  }))

/** The part of dictionaries/contact-words.yaml that spells letters. */
const letterNamesSchema = z.looseObject({ letters: z.record(z.string(), z.array(wordSchema)) })

/** What the finder of services knows beside the services, from all tables of dictionaries/. */
export const serviceTablesOf = (tables: Readonly<Record<string, unknown>>): ServiceTables => {
  const { sounds, ...disguises } = serviceDisguisesSchema.parse(tables['service-disguises'])
  return {
    ...disguises,
    sounds: { ...sounds, ...letterNamesSchema.parse(tables['contact-words']).letters },
    confusables: confusablesSchema.parse(tables.confusables).confusables,
  }
}

/** dictionaries/codes/*.yaml */
export const codesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'kebab-case letters and digits'),
    /** Its symbols are everyday words or figures: they are read only where the text asks to read a code. */
    cued: z.boolean().default(false),
    /** What stands for → the symbols that do. `''` is for symbols that stand for nothing (⠼). */
    symbols: z.record(z.string(), z.array(z.string().min(1).max(16)).min(1)),
    /** Sentences with what is read in them: a service's name, a number, an address. */
    decodes: z.array(z.strictObject({ text: z.string().min(1), to: z.string().min(1) })).min(1),
    /** Sentences with such symbols in which nothing is read. */
    leaves: z.array(z.string().min(1)).min(1),
  }),
)

const kanaSchema = z.string().regex(/^[ぁ-ゖー]+$/, 'hiragana')

/** dictionaries/readings.yaml */
export const readingsSchema = z.strictObject({
  compounds: z.array(z.array(wordSchema).min(2)),
  words: z.record(wordSchema, kanaSchema),
  in_sentences: z.record(wordSchema, kanaSchema),
  katakana_marks: z.array(wordSchema),
  romaji_marks: z.strictObject({ sure: z.array(wordSchema), weak: z.array(wordSchema) }),
})

/** Every way to write a compound with at least one part in kana → the compound. */
const writtenInKana = (parts: readonly string[]): readonly (readonly [string, string])[] => {
  const written = parts.map((part) => part.split('/'))
  const whole = written.map((forms) => forms[0]!).join('')
  const ways = written.reduce<string[]>(
    (ways, forms) => ways.flatMap((way) => forms.map((form) => way + form)),
    [''],
  )
  return ways.filter((way) => way !== whole).map((way) => [fold(way), whole] as const)
}

/** Names in katakana that people are asked to move to. */
const CARRIES_CONTACT: ReadonlySet<string> = new Set([
  'messenger',
  'social',
  'meeting',
  'mail',
  'payment',
  'cloud',
])

export const readingTablesOf = (
  raw: unknown,
  services: readonly { capability: string; aliases: readonly string[]; weak: readonly string[] }[],
): ReadingTables => {
  const { compounds, words, in_sentences, katakana_marks, romaji_marks } = readingsSchema.parse(raw)
  const byKana = (table: Readonly<Record<string, string>>) =>
    new Map(Object.entries(table).map(([word, kana]) => [kana, word] as const))
  const names = services
    .filter(({ capability }) => CARRIES_CONTACT.has(capability))
    .flatMap(({ aliases, weak }) => [...aliases, ...weak])
  return {
    compounds: new Map(compounds.flatMap(writtenInKana)),
    words: byKana(words),
    inSentences: byKana(in_sentences),
    katakanaMarks: katakana_marks,
    romajiMarks: { sure: new Set(romaji_marks.sure), weak: new Set(romaji_marks.weak) },
    names: new Set(names.filter((name) => /^[ァ-ヺー]{3,}$/.test(name))),
  }
}

/** dictionaries/hidden-words.yaml */
export const hiddenWordsSchema = z
  .strictObject({ words: z.array(z.array(wordSchema).min(1)) })
  .transform(({ words }) => [...new Set(words.flat())])
