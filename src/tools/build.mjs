#!/usr/bin/env node
/**
 * The build: compiled dictionary and data into build/, bundles for Node into dist/. Each part is skipped where its
 * inputs have not changed. Plain JavaScript, because it runs before anything is compiled.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildBrowser } from './build-browser.mjs'
import { buildData } from './build-data.mjs'
import { buildDictionary } from './build-dictionary.mjs'
import { buildSites } from './build-sites.mjs'
import { buildWeb } from './build-web.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entries = {
  cli: 'src/runtime/cli.ts',
  node: 'src/runtime/node.ts',
  library: 'src/runtime/library.ts',
  'lint-worker': 'src/runtime/lint-worker.ts',
  'check-worker': 'src/runtime/check-worker.ts',
  'extract-worker': 'src/runtime/extract/extract-worker.ts',
  client: 'src/http/client.ts',
}

await buildSites(root.replace(/\/$/, ''))
await buildWeb(root.replace(/\/$/, ''))
await buildDictionary(root.replace(/\/$/, ''))
try {
  await buildData(root.replace(/\/$/, ''))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(`${root}/${file}`)),
  ),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
})

await buildBrowser(root.replace(/\/$/, ''))
