/** One table: the name of a format → what writes it. */
import { csvFormatter } from './csv.ts'
import type { FormatOptions, Formatter } from './formatter.ts'
import { githubFormatter } from './github.ts'
import { htmlFormatter } from './html.ts'
import { jsonFormatter } from './json.ts'
import { jsonlFormatter } from './jsonl.ts'
import { junitFormatter } from './junit.ts'
import { prettyFormatter } from './pretty.ts'
import { sarifFormatter } from './sarif.ts'

const FORMATTERS = {
  pretty: prettyFormatter,
  json: jsonFormatter,
  jsonl: jsonlFormatter,
  sarif: sarifFormatter,
  junit: junitFormatter,
  github: githubFormatter,
  csv: csvFormatter,
  html: htmlFormatter,
} as const satisfies Record<string, (options: FormatOptions) => Formatter>

export type FormatName = keyof typeof FORMATTERS
export const FORMATS = Object.keys(FORMATTERS) as readonly FormatName[]

export const createFormatter = (name: FormatName, options: FormatOptions): Formatter =>
  FORMATTERS[name](options)
