/** The linter on Node: the build's files, read from disk. */
import { readFileSync } from 'node:fs'
import type { RuleLinter } from '../core/lint/create-linter.ts'
import { loadDictionary } from '../core/morph/dictionary.ts'
import { createTokenizer } from '../core/morph/tokenizer.ts'
import { assembleLinter } from '../packs/assemble.ts'
import type { LinterData } from '../packs/load-sources.ts'

/** @param build the folder with dictionary.bin and data.json */
export function loadLinter(build: URL): RuleLinter {
  const bytes = readFileSync(new URL('dictionary.bin', build))
  const dictionary = loadDictionary(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  )
  const data = JSON.parse(readFileSync(new URL('data.json', build), 'utf8')) as LinterData
  return assembleLinter(data, createTokenizer(dictionary))
}
