/** What the commands that learn weights are told: files in which people labelled, files in which nobody had to, and to write nothing. */
import { parseArgs } from 'node:util'

export interface WeighOptions {
  /** A file is a subject. */
  readonly labelled: readonly string[]
  readonly innocent: readonly string[]
  /** Figures only. */
  readonly dry: boolean
}

/** @throws {TypeError} where an option is none of these. */
export function weighOptions(argv: readonly string[] = process.argv.slice(2)): WeighOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      innocent: { type: 'string', multiple: true, default: [] },
      dry: { type: 'boolean', default: false },
    },
  })
  return { labelled: positionals, innocent: values.innocent, dry: values.dry }
}
