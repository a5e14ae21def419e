/** One table: the name of a format → what writes it. */
import type { FormatOptions, Formatter } from './formatter.ts'
import { jsonFormatter } from './json.ts'
import { jsonlFormatter } from './jsonl.ts'
import { prettyFormatter } from './pretty.ts'

const FORMATTERS = {
  pretty: prettyFormatter,
  json: jsonFormatter,
  jsonl: jsonlFormatter,
} as const satisfies Record<string, (options: FormatOptions) => Formatter>

export type FormatName = keyof typeof FORMATTERS
export const FORMATS = Object.keys(FORMATTERS) as readonly FormatName[]

export const createFormatter = (name: FormatName, options: FormatOptions): Formatter =>
  FORMATTERS[name](options)
