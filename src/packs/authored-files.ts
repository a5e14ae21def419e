/** What people author in dictionaries/, each file with what it has to be: for who reads it, and for editors. */
import { threadLexiconSchema } from '../core/documents/thread-lexicon.ts'
import { languageSchema } from '../core/rules/language.ts'
import { contactWordsSchema, numberWordsSchema } from './contact-data-schemas.ts'
import {
  confusablesSchema,
  hiddenWordsSchema,
  readingsSchema,
  serviceDisguisesSchema,
  servicesSchema,
} from './dictionary-schemas.ts'

/** dictionaries/FOLDER/*.yaml. */
export const LANGUAGE_FILES = languageSchema.shape

/** dictionaries/NAME.yaml, each with what it has to be. */
export const TABLES = {
  confusables: confusablesSchema,
  'contact-words': contactWordsSchema,
  'hidden-words': hiddenWordsSchema,
  readings: readingsSchema,
  'number-words': numberWordsSchema,
  'service-disguises': serviceDisguisesSchema,
  services: servicesSchema,
  talkroom: threadLexiconSchema,
} as const
