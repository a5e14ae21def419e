/** A text of the page in a language, with its values put in. */
import { inLanguage, type Language } from './languages.ts'
import { STRINGS, type StringKey } from './strings.ts'

export const say = (
  language: Language,
  key: StringKey,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  inLanguage(STRINGS[key], language).replace(/\{(\w+)\}/g, (place, name: string) =>
    name in values ? String(values[name]) : place,
  )
