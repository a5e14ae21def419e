/** The authored files of a folder, read from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Sources } from '../packs/load-sources.ts'

/** Every YAML file below `folder`/rules and `folder`/dictionaries, by its name relative to `folder`, with `/`. */
export function readSources(folder: string): Sources {
  const root = resolve(folder)
  const sources = new Map<string, string>()
  for (const part of ['rules', 'dictionaries']) {
    if (!existsSync(join(root, part))) continue
    for (const entry of readdirSync(join(root, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.ya?ml$|^(?:tone-)?weights\.json$/.test(entry.name)) continue
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
