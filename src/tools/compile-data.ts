/**
 * rules/ and dictionaries/ → one JSON file that every runtime reads. A fault stops the build and names its place; the
 * rules' examples are run too, so that a pack whose examples fail never reaches a deployment.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PackError } from '../core/lint/create-linter.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import { assembleLinter } from '../packs/assemble.ts'
import { checkExamples } from '../packs/check-examples.ts'
import { jsonSchemas } from '../packs/json-schemas.ts'
import { loadSources } from '../packs/load-sources.ts'
import { prepare } from '../packs/prepare.ts'
import { readSources } from '../runtime/read-sources.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * @param root the project's folder
 * @param output where the JSON goes
 * @param dictionary the compiled dictionary
 * @returns faults, a line each (`rules/common-contact.yaml:12:7: …`); nothing is written where there are any
 */
export function compileData(root: string, output: string, dictionary: string): string[] {
  const loaded = loadSources(readSources(root), sha256)
  if (loaded.faults.length > 0) {
    return loaded.faults.map(
      ({ file, line, column, at, message }) =>
        `${file}:${line}:${column}: ${at === '' ? '' : `${at}: `}${message}`,
    )
  }
  const placed = (pack: string, at: string, message: string): string => {
    const { file, line, column } = loaded.place(pack, at)
    return `${file}:${line}:${column}: ${message} (${at})`
  }
  const bytes = readFileSync(join(root, dictionary))
  const tokenizer = createTokenizer(
    loadDictionary(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
  )
  try {
    const data = prepare(loaded.data, tokenizer)
    // The examples prove what the runtimes will read.
    const failing = checkExamples(assembleLinter(data, tokenizer))
    if (failing.length > 0) {
      return failing.map(({ pack, at, rule, message }) => placed(pack, at, `${rule}: ${message}`))
    }
    mkdirSync(dirname(join(root, output)), { recursive: true })
    // Whole or not at all: another process may be reading it.
    const whole = join(root, output)
    writeFileSync(`${whole}.new`, JSON.stringify(data))
    renameSync(`${whole}.new`, whole)
    return []
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    return error.faults.map(({ pack, at, message }) => placed(pack, at, message))
  }
}

/** A JSON Schema a kind of authored file, for editors. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of jsonSchemas()) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`)
  }
}
