/**
 * Brings build/data.json (packs and dictionaries, validated, prepared, their examples run) and dist/schemas/ (JSON Schemas of the
 * authored files) up to date: made again only where the SHA-256 of what they come from has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from './build-dictionary.mjs'
import { importTool } from './import-tool.mjs'

const FOLDERS = ['rules', 'dictionaries', 'src/core', 'src/packs', 'src/tools', 'src/runtime']

/**
 * @param {string} root the project's folder
 * @throws {Error} with the faults, a line each, where the authored files have any
 */
export async function buildData(root) {
  const dictionary = 'build/dictionary.bin'
  const words = await digestOf(join(root, dictionary))
  if (words === undefined) throw new Error(`there is no ${dictionary}`)
  const inputs = createHash('sha256').update(words)
  for (const folder of FOLDERS) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) {
      const bytes = await readFile(file)
      inputs.update(`${file.slice(root.length)}\n${bytes.length}\n`).update(bytes)
    }
  }
  const digest = inputs.digest('hex')
  const stamp = join(root, 'build/data.stamp')
  const schemas = join(root, 'dist/schemas')
  if (existsSync(schemas) && (await readFile(stamp, 'utf8').catch(() => '')) === digest) return

  const { compileData, writeSchemas } = await importTool(root, 'compile-data')
  const faults = compileData(root, 'build/data.json', dictionary)
  if (faults.length > 0) throw new Error(`the rules or dictionaries have faults:\n${faults.join('\n')}`)
  writeSchemas(schemas)
  await writeFile(stamp, digest)
}
