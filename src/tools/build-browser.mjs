/**
 * The linter for browsers into dist/browser/: module, worker, and the static files that the worker reads, compressed
 * as no host would do it by the way. Compressing takes seconds, so a file is made again only when its source changed.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build } from 'esbuild'

const FILES = { 'dictionary.bin': 'build/dictionary.packed.bin', 'packs.bin': 'build/data.json' }

/** Beside the programs and their common parts. */
const DATA_FILES = ['dictionary.bin', 'packs.bin', 'brotli.wasm']

/** @param {string} root the project's folder, with dictionary and data built */
export async function buildBrowser(root) {
  const folder = join(root, 'dist/browser')
  await mkdir(folder, { recursive: true })
  const [{ metafile }] = await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: {
        index: 'src/runtime/browser/index.ts',
        worker: 'src/runtime/browser/worker.ts',
        unpack: 'src/runtime/browser/unpack-worker.ts',
        'trial-worker': 'src/runtime/browser/trial-worker.ts',
      },
      outdir: 'dist/browser',
      bundle: true,
      // What both workers are made of is there once.
      splitting: true,
      chunkNames: 'part-[hash]',
      metafile: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      target: ['es2022', 'safari16.4'],
      charset: 'utf8',
      sourcemap: 'linked',
      legalComments: 'none',
      logLevel: 'warning',
    }),
    build({
      absWorkingDir: root,
      entryPoints: { field: 'src/web/client/field/sekisho-field.ts' },
      outdir: 'dist',
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      target: ['es2022', 'safari16.4'],
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
    }),
    copyFile(
      createRequire(import.meta.url).resolve('brotli-dec-wasm/web/bg.wasm'),
      join(folder, 'brotli.wasm'),
    ),
    ...Object.entries(FILES).map(([name, source]) => compress(root, join(root, source), join(folder, name))),
  ])
  const programs = Object.keys(metafile.outputs).map((file) => basename(file))
  for (const file of await readdir(folder)) {
    if (/^part-.*\.js(?:\.map)?$/.test(file) && !programs.includes(file)) await rm(join(folder, file))
  }
  const files = [...programs.filter((file) => file.endsWith('.js') && file !== 'index.js'), ...DATA_FILES]
  await writeFile(join(root, 'build/engine.json'), JSON.stringify(await described(root, folder, files)))
}

/** Where the page finds the engine: a folder named by its content, which browsers may keep; and the packs as authored. */
async function described(root, folder, files) {
  const hash = createHash('sha256')
  for (const name of files) hash.update(await readFile(join(folder, name)))
  const rules = []
  for (const name of (await readdir(join(root, 'rules'))).filter((one) => one.endsWith('.yaml')).sort()) {
    const text = await readFile(join(root, 'rules', name), 'utf8')
    hash.update(text)
    rules.push({ name, title: /^title: *(.*)$/m.exec(text)?.[1] ?? name })
  }
  return { folder: `engine-${hash.digest('hex').slice(0, 12)}`, files, rules }
}

async function compress(root, source, target) {
  const bytes = await readFile(source)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const stamp = join(root, `build/${basename(target)}.br.stamp`)
  if (existsSync(target) && (await readFile(stamp, 'utf8').catch(() => '')) === digest) return
  const packed = await promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  await writeFile(`${target}.part`, packed)
  await rename(`${target}.part`, target)
  await writeFile(stamp, digest)
}
