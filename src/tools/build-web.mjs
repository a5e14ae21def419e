/**
 * Bundles what the page's browser needs into build/web.json: `{ entries: { name: path }, files: { path: { type, text } } }`.
 * One JSON module, because a Worker has no files to serve from. Names carry a hash of the content, so that a browser
 * may keep a file for ever.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** @param {string} root the project's folder */
export async function buildWeb(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      playground: 'src/web/client/playground.ts',
      rules: 'src/web/client/rules.ts',
      style: 'src/web/style/style.css',
    },
    outdir: 'build/web',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  const icon = { path: 'icon.svg', text: await readFile(join(root, 'src/web/style/icon.svg'), 'utf8') }
  const entries = {}
  const files = {}
  for (const { path, text } of [...outputFiles, icon]) {
    const [name, extension] = basename(path).split('.')
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const address = `/assets/${name}-${digest}.${extension}`
    entries[`${name}.${extension}`] = address
    files[address] = { type: TYPES[extension], text }
  }
  await mkdir(join(root, 'build'), { recursive: true })
  await writeFile(join(root, 'build/web.json'), JSON.stringify({ entries, files }))
}
