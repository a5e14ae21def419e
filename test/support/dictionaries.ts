/** The tables of dictionaries/, read from the source files, for tests. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { NameIndex } from '../../src/core/services/name-index.ts'
import { CodeReader } from '../../src/core/text/code-reader.ts'
import {
  codesSchema,
  confusablesSchema,
  hiddenWordsSchema,
  readingTablesOf,
  servicesSchema,
  serviceTablesOf,
} from '../../src/packs/dictionary-schemas.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../dictionaries/${name}.yaml`, import.meta.url), 'utf8'))

export const normalizationTables = confusablesSchema.parse(read('confusables'))
export const services = servicesSchema.parse(read('services'))
export const serviceTables = serviceTablesOf({
  'service-disguises': read('service-disguises'),
  'contact-words': read('contact-words'),
  confusables: read('confusables'),
})
export const readingTables = readingTablesOf(read('readings'), services)
export const codes = new CodeReader(codesSchema.parse(read('codes')))
export const hiddenWords = hiddenWordsSchema.parse(read('hidden-words'))

export const names = new NameIndex(services, hiddenWords, serviceTables)
