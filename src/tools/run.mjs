#!/usr/bin/env node
/**
 * Runs a TypeScript file on every Node that the project supports: `node src/tools/run.mjs FILE.ts [arguments]`.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [file, ...rest] = process.argv.slice(2)
const outfile = fileURLToPath(new URL(`../../build/tools/${file.replace(/\W+/g, '-')}.mjs`, import.meta.url))
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.argv = [process.argv[0], file, ...rest]
await import(pathToFileURL(outfile).href)
