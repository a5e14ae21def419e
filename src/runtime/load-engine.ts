/** Linter and thread facts on Node: the built-in rules, or those of a folder. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Engine } from '../cli/io.ts'
import { UsageError } from '../cli/fault.ts'
import { PackError } from '../core/lint/create-linter.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import type { Tokenizer } from '../core/morph/token.ts'
import { assembleLinter } from '../packs/assemble.ts'
import { assembleThreadFacts } from '../packs/assemble-thread-facts.ts'
import { type LinterData, loadSources, type Sources } from '../packs/load-sources.ts'
import { readSources } from './read-sources.ts'

export const loadTokenizer = (build: URL): Tokenizer => {
  const bytes = readFileSync(new URL('dictionary.bin', build))
  return createTokenizer(
    loadDictionary(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
  )
}

/**
 * @param build the folder with dictionary.bin and data.json
 * @param rules a folder with rules/ and dictionaries/ of its own
 * @throws {UsageError} with all faults of the rules, a line each.
 */
export const loadEngine = (build: URL, rules?: string): Engine => {
  const data = rules === undefined ? builtIn(build) : ownRules(rules)
  const tokenizer = loadTokenizer(build)
  try {
    return { linter: assembleLinter(data, tokenizer), threadFacts: assembleThreadFacts(data) }
  } catch (error) {
    if (error instanceof PackError) throw new UsageError(`the rules have faults:\n${error.message}`)
    throw error
  }
}

const builtIn = (build: URL): LinterData =>
  JSON.parse(readFileSync(new URL('data.json', build), 'utf8')) as LinterData

const ownRules = (folder: string): LinterData => {
  const { data, faults } = loadSources(sourcesOf(folder), (text) =>
    createHash('sha256').update(text).digest('hex'),
  )
  if (faults.length === 0) return data
  const lines = faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
  throw new UsageError(`the rules have faults:\n${lines.join('\n')}`)
}
