/** The tables of dictionaries/, read from the source files, for tests. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ServiceTables } from '../../src/core/detect/service-mentions.ts'
import {
  confusablesSchema,
  letterNamesSchema,
  serviceDisguisesSchema,
  servicesSchema,
} from '../../src/packs/dictionary-schemas.ts'

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../dictionaries/${name}.yaml`, import.meta.url), 'utf8'))

export const normalizationTables = confusablesSchema.parse(read('confusables'))
export const services = servicesSchema.parse(read('services'))

export const serviceTables: ServiceTables = {
  ...serviceDisguisesSchema.parse(read('service-disguises')),
  letterNames: letterNamesSchema.parse(read('contact-words')).letters,
  confusables: normalizationTables.confusables,
}
