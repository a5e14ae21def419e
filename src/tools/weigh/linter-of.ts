/** The linter of a folder's rules and dictionaries, as they stand there: what weights are learnt with. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleLinter } from '../../core/lint/create-linter.ts'
import { loadDictionary } from '../../core/morph/dictionary.ts'
import { createTokenizer } from '../../core/morph/tokenizer.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import { loadSources } from '../../packs/load-sources.ts'
import { readSources } from '../../runtime/read-sources.ts'

/** @throws {Error} with every fault of the files. */
export function linterOf(root: string): RuleLinter {
  const loaded = loadSources(readSources(root), (text) => createHash('sha256').update(text).digest('hex'))
  if (loaded.faults.length > 0)
    throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
  const bytes = readFileSync(join(root, 'build/dictionary.bin'))
  return assembleLinter(
    loaded.data,
    createTokenizer(
      loadDictionary(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
      ),
    ),
  )
}
