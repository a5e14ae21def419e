/** What the tables in dictionaries/*.yaml look like, and what the code makes of them. */
import * as z from 'zod'
import { CAPABILITIES } from '../core/services/mention.ts'
import type { ReadingTables } from '../core/services/readings.ts'
import type { ServiceTables } from '../core/services/service-mentions.ts'
import type { MarkTables } from '../core/services/told-marks.ts'
import { fold } from '../core/text/fold.ts'
import type { NormalizationTables } from '../core/text/normalization-tables.ts'

/** Characters on the left, what they stand for on the right, one for one. */
const alignedSchema = z
  .strictObject({ from: z.string().min(1), to: z.union([z.string(), z.array(z.string().min(1))]) })
  .superRefine(({ from, to }, context) => {
    const [left, right] = [[...from].length, [...to].length]
    if (left !== right) context.addIssue({ code: 'custom', message: `${left} characters stand for ${right}` })
  })

const aligned = (rows: readonly z.output<typeof alignedSchema>[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ from, to }) => {
      const right = [...to]
      return [...from].map((character, index) => [character, right[index]!] as const)
    }),
  )

/** dictionaries/confusables.yaml */
export const confusablesSchema = z.strictObject({
  enclosed: z.array(alignedSchema),
  small_letters: z.array(alignedSchema),
  /** A Latin letter → the letters that look like it. */
  confusables: z.record(z.string().regex(/^[A-Za-z]$/), z.string().min(1)),
  flags: z.string().regex(/^[A-Z]{2}(?:\s+[A-Z]{2})*\s*$/, 'pairs of capital letters'),
})

export const normalizationTablesOf = ({
  enclosed,
  small_letters,
  confusables,
  flags,
}: z.output<typeof confusablesSchema>): NormalizationTables => ({
  enclosed: aligned(enclosed),
  smallLetters: aligned(small_letters),
  confusables: new Map(
    Object.entries(confusables).flatMap(([latin, others]) =>
      [...others].map((other) => [other, latin] as const),
    ),
  ),
  flags: new Set(flags.trim().split(/\s+/)),
})

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
/** Words, and marks, that become part of a pattern. */
const plainSchema = z.string().regex(/^[\p{L}\p{N}ー]+$/u)
const marksSchema = z.string().regex(/^[^\]\\^\-\s\p{L}\p{Surrogate}]+$/u)

export const serviceDisguisesSchema = z.strictObject({
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
  marks: z.record(z.string(), z.strictObject({ called: z.array(plainSchema), marks: marksSchema })),
  any_mark: z.array(plainSchema),
  services: z.record(z.string(), z.array(z.string().min(1).max(300)).min(1)),
})

/** What marks are called, each with those that it may be. */
export function markTablesOf({ marks, any_mark }: z.output<typeof serviceDisguisesSchema>): MarkTables {
  const all = [...new Set(Object.values(marks).flatMap((one) => [...one.marks]))].join('')
  return {
    byName: new Map([
      ...Object.values(marks).flatMap((one) => one.called.map((name) => [name, one.marks] as const)),
      ...any_mark.map((name) => [name, all] as const),
    ]),
    all,
  }
}

/**
 * What the finder of services knows beside the services.
 *
 * @param letters how the names of letters are written (dictionaries/contact-words.yaml)
 */
export const serviceTablesOf = (
  disguises: z.output<typeof serviceDisguisesSchema>,
  letters: Readonly<Record<string, readonly string[]>>,
  confusables: NormalizationTables['confusables'],
): ServiceTables => ({
  kanaLookAlikes: byLookAlike(disguises.kana_look_alikes),
  latinLookAlikes: byLookAlike(disguises.latin_look_alikes),
  sounds: {
    ...Object.fromEntries(
      Object.entries(disguises.sounds).map(([letters, words]) => [letters, words.split(/\s+/)] as const),
    ),
    ...letters,
  },
  masks: new Set(disguises.masks),
  letterMasks: new Set(disguises.letter_masks),
  decoys: disguises.decoys,
  afterNames: disguises.after_names,
  beforeNames: disguises.before_names,
  particles: disguises.particles,
  reverseHints: disguises.reverse_hints,
  keyboardHints: disguises.keyboard_hints,
  kanaKeys: new Map(Object.entries(disguises.kana_keys)),
  acrosticHints: disguises.acrostic_hints,
  romajiBeside: new Set(disguises.romaji_beside),
  classes: disguises.classes,
  services: disguises.services,
  confusables,
})

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
  { compounds, words, in_sentences, katakana_marks, romaji_marks }: z.output<typeof readingsSchema>,
  services: readonly { capability: string; aliases: readonly string[]; weak: readonly string[] }[],
): ReadingTables => {
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
export const hiddenWordsSchema = z.strictObject({ words: z.array(z.array(wordSchema).min(1)) })

export const hiddenWordsOf = ({ words }: z.output<typeof hiddenWordsSchema>): readonly string[] => [
  ...new Set(words.flat()),
]
