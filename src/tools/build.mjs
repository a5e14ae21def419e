#!/usr/bin/env node
/**
 * The build: compiled dictionary and data into build/, bundles for Node into dist/. Each part is skipped where its
 * inputs have not changed. Plain JavaScript, because it runs before anything is compiled.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildAssets } from './build-assets.mjs'
import { buildBrowser } from './build-browser.mjs'
import { buildData } from './build-data.mjs'
import { buildDictionary } from './build-dictionary.mjs'
import { buildDocs } from './build-docs.mjs'
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

/**
 * What every start needs, in scores of small files: finding and opening them takes longer than to read the packs. They are
 * within the bundles; the others stay where the installation has put them.
 */
const WITHIN = [
  '@noble/hashes',
  '@streamparser/json',
  'fastest-levenshtein',
  'hono',
  'jsonc-parser',
  'libphonenumber-js',
  'punycode.js',
  'string-width',
  'tldts',
  'wanakana',
  'yaml',
  'zod',
]
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

await buildSites(root.replace(/\/$/, ''))
await buildWeb(root.replace(/\/$/, ''))
await buildDocs(root.replace(/\/$/, ''))
await buildDictionary(root.replace(/\/$/, ''))
try {
  await buildData(root.replace(/\/$/, ''))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}

await buildBrowser(root.replace(/\/$/, ''))

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(`${root}/${file}`)),
  ),
  outdir: 'dist',
  bundle: true,
  // What several programs share is there once; parts lie beside them, so that `import.meta.url` leads to the same folder.
  splitting: true,
  chunkNames: 'part-[hash]',
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: Object.keys(dependencies).filter((name) => !WITHIN.includes(name)),
  // Modules where a package has both: what nobody calls is left out of them.
  mainFields: ['module', 'main'],
  // Its modules stand under this name only; what it has for Node is the same, and asks for its libraries one by one.
  alias: {
    yaml: createRequire(import.meta.url)
      .resolve('yaml/package.json')
      .replace('package.json', 'browser/index.js'),
  },
  legalComments: 'none',
  sourcemap: 'linked',
  logLevel: 'warning',
})

// Parts of builds before this one.
const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)))
for (const file of readdirSync(`${root}dist`)) {
  if (/^part-.*\.js(?:\.map)?$/.test(file) && !made.has(file)) rmSync(`${root}dist/${file}`, { force: true })
}

await buildAssets(root.replace(/\/$/, ''))
