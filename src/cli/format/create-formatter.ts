/** One table: the name of a format → what writes it. */
import type { FormatOptions, Formatter } from './formatter.ts'
import { githubFormatter } from './github.ts'
import { jsonFormatter } from './json.ts'
import { jsonlFormatter } from './jsonl.ts'
import { junitFormatter } from './junit.ts'
import { prettyFormatter } from './pretty.ts'
import { sarifFormatter } from './sarif.ts'

/** Those that need a library are loaded when they are asked for. */
const FORMATTERS = {
  pretty: prettyFormatter,
  json: jsonFormatter,
  jsonl: jsonlFormatter,
  sarif: sarifFormatter,
  junit: junitFormatter,
  github: githubFormatter,
  csv: async () => (await import('./csv.ts')).csvFormatter(),
  html: async (options) => (await import('./html.ts')).htmlFormatter(options),
} as const satisfies Record<string, (options: FormatOptions) => Formatter | Promise<Formatter>>

export type FormatName = keyof typeof FORMATTERS
export const FORMATS = Object.keys(FORMATTERS) as readonly FormatName[]

export const createFormatter = async (name: FormatName, options: FormatOptions): Promise<Formatter> =>
  FORMATTERS[name](options)
