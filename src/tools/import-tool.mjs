/** Runs TypeScript of the build's own, before anything is compiled: bundled into build/tools/, and imported from there. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/**
 * @param {string} root the project's folder
 * @param {string} name of the file in src/tools, without `.ts`
 * @returns {Promise<any>} its exports, as the file is now
 */
export async function importTool(root, name) {
  const outfile = join(root, `build/tools/${name}.mjs`)
  await build({
    entryPoints: [join(root, `src/tools/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`)
}
