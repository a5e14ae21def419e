/** Texts of the page, marked so that the browser can put them into the other language in place. */
import { raw } from 'hono/html'
import { type Bilingual, inLanguage, type Language } from '../strings/languages.ts'
import { say } from '../strings/say.ts'
import type { StringKey } from '../strings/strings.ts'

export type Values = Readonly<Record<string, string | number>>

/** The words of a key. `values` are kept beside it for the other language. */
export const Text = ({ k, language, values }: { k: StringKey; language: Language; values?: Values }) => (
  <span data-text={k} data-values={values === undefined ? undefined : JSON.stringify(values)}>
    {say(language, k, values)}
  </span>
)

/** Words that stand outside of the table of strings: names of categories. */
export const Both = ({ text, language }: { text: Bilingual; language: Language }) => (
  <span data-ja={text[0]} data-en={text[1]}>
    {inLanguage(text, language)}
  </span>
)

/** An `<option>` may hold text only, no element. */
export const Choice = ({ k, value, language }: { k: StringKey; value: string; language: Language }) => (
  <option value={value} data-text={k}>
    {say(language, k)}
  </option>
)

/** Attributes for a name that only a screen reader says. */
export const labelled = (k: StringKey, language: Language) => ({
  'aria-label': say(language, k),
  'data-label': k,
})

export const placeholder = (k: StringKey, language: Language) => ({
  placeholder: say(language, k),
  'data-placeholder': k,
})

export const DOCTYPE = raw('<!doctype html>')
