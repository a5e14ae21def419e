/** The authored files of a folder, read from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sources } from '../packs/load-sources.ts'

/** Every YAML file below `root`/rules and `root`/dictionaries, by its name relative to `root`, with `/`. */
export function readSources(root: string): Sources {
  const sources = new Map<string, string>()
  for (const folder of ['rules', 'dictionaries']) {
    if (!existsSync(join(root, folder))) continue
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      sources.set(
        file
          .slice(root.length)
          .replace(/^[\\/]/, '')
          .replaceAll('\\', '/'),
        readFileSync(file, 'utf8'),
      )
    }
  }
  return sources
}
