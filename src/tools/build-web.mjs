/**
 * Bundles what the page's browser needs into dist/assets/, and writes where each entry is into build/web.json:
 * `{ entries: { name: address }, files: […names] }`. Names carry a hash of the content, so that a browser may keep a file
 * for ever.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** @param {string} root the project's folder */
export async function buildWeb(root) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      playground: 'src/web/client/playground.ts',
      rules: 'src/web/client/rules.ts',
      trial: 'src/web/client/trial/trial.ts',
      style: 'src/web/style/style.css',
    },
    outdir: 'build/web',
    bundle: true,
    // What only some visitors need comes when they ask for it; parts that several need are loaded once.
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'safari16.4'],
    charset: 'utf8',
    // A few kilobytes, and only for who asks for them.
    loader: { '.xlsx': 'binary' },
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'warning',
  })
  const entries = {}
  const files = []
  const folder = join(root, 'dist/assets')
  await mkdir(folder, { recursive: true })
  const put = async (file, text) => {
    await writeFile(join(folder, file), text)
    files.push(file)
    return `/assets/${file}`
  }
  for (const { path, text } of outputFiles) {
    const file = basename(path)
    const address = await put(file, text)
    const { entryPoint } = metafile.outputs[`build/web/${file}`]
    if (entryPoint !== undefined) entries[basename(entryPoint).replace(/\.ts$/, '.js')] = address
  }
  const icon = await readFile(join(root, 'src/web/style/icon.svg'), 'utf8')
  const digest = createHash('sha256').update(icon).digest('hex').slice(0, 12)
  entries['icon.svg'] = await put(`icon-${digest}.svg`, icon)
  for (const file of await readdir(folder)) if (!files.includes(file)) await rm(join(folder, file))
  await mkdir(join(root, 'build'), { recursive: true })
  await writeFile(join(root, 'build/web.json'), JSON.stringify({ entries, files }))
}
