/** The tables of dictionaries/, read from the source files, for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { NameIndex } from '../../src/core/services/name-index.ts'
import { CodeReader } from '../../src/core/text/code-reader.ts'
import { createNormalizer } from '../../src/core/text/normalize.ts'
import { contactWordsSchema } from '../../src/packs/contact-data-schemas.ts'
import {
  codesSchema,
  confusablesSchema,
  hiddenWordsOf,
  hiddenWordsSchema,
  markTablesOf,
  normalizationTablesOf,
  readingsSchema,
  readingTablesOf,
  serviceDisguisesSchema,
  servicesSchema,
  serviceTablesOf,
} from '../../src/packs/dictionary-schemas.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../dictionaries/${name}.yaml`, import.meta.url), 'utf8'))

export const normalizationTables = normalizationTablesOf(confusablesSchema.parse(read('confusables')))
export const contactWords = contactWordsSchema.parse(read('contact-words'))
export const services = servicesSchema.parse(read('services'))
const disguises = serviceDisguisesSchema.parse(read('service-disguises'))
export const marks = markTablesOf(disguises)
export const serviceTables = serviceTablesOf(disguises, contactWords.letters, normalizationTables.confusables)
export const codebooks = readdirSync(new URL('../../dictionaries/codes', import.meta.url)).flatMap((file) =>
  codesSchema.parse(read(`codes/${file.replace('.yaml', '')}`)),
)
const normalize = createNormalizer(normalizationTables)
export const plain = (text: string): string => normalize(text).text
export const codes = new CodeReader(codebooks, plain, contactWords.decode_words)
export const readingTables = readingTablesOf(readingsSchema.parse(read('readings')), services)
export const hiddenWords = hiddenWordsOf(hiddenWordsSchema.parse(read('hidden-words')))

export const names = new NameIndex(services, hiddenWords, serviceTables)
