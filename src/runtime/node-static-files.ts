/** The page's static files on Node: they lie beside the program, in dist/ and rules/. */
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { StaticFiles } from '../web/static-files.ts'
import { packageFolder } from './open-build.ts'

export const nodeStaticFiles: StaticFiles = async (path) => {
  const name = normalize(path)
  if (name.startsWith('..')) return undefined
  // The packs as authored are part of the package, not of the build.
  const file = name.startsWith('rules/') ? name : join('dist', name)
  try {
    return new Response(await readFile(join(packageFolder(), file)))
  } catch {
    return undefined
  }
}
