/** The tables of the data detectors as the repository has them. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { DataTables } from '../../src/core/contact-data/common/tables.ts'
import { contactWordsSchema, numberWordsSchema } from '../../src/packs/contact-data-schemas.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../dictionaries/${name}.yaml`, import.meta.url), 'utf8'))

export const dataTables: DataTables = {
  numbers: numberWordsSchema.parse(read('number-words')),
  words: contactWordsSchema.parse(read('contact-words')),
}
