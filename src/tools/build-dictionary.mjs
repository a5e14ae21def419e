/**
 * Brings build/dictionary.bin and build/dictionary.packed.bin up to date: compiled once, and again only where the SHA-256 of its inputs (kuromoji's
 * files, dictionaries/*.csv, the compiler itself) is not the one that the file carries.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importTool } from './import-tool.mjs'

/** Where the header of the file keeps the digest (HEADER.inputs in src/core/morph/dictionary-format.ts). */
const DIGEST_OFFSET = 20

/** @param {string} root the project's folder */
export async function buildDictionary(root) {
  const kuromoji = `${root}/node_modules/kuromoji/dict`
  const userFiles = await filesIn(`${root}/dictionaries`, '.csv')
  const inputs = createHash('sha256')
  const sources = [
    `${root}/src/tools/compile-dictionary.ts`,
    `${root}/src/core/morph/dictionary-format.ts`,
    `${root}/src/core/morph/packed-format.ts`,
    `${root}/src/core/morph/reading-codec.ts`,
    `${root}/src/core/morph/unpack-dictionary.ts`,
    ...(await filesIn(`${root}/src/tools/dictionary`, '.ts')),
  ]
  for (const file of [...(await filesIn(kuromoji, '.gz')), ...userFiles, ...sources]) {
    const bytes = await readFile(file)
    inputs.update(`${basename(file)}\n${bytes.length}\n`).update(bytes)
  }
  const digest = inputs.digest()
  const target = `${root}/build/dictionary.bin`
  const packedTarget = `${root}/build/dictionary.packed.bin`
  if ((await digestOf(target))?.equals(digest) && existsSync(packedTarget)) return

  const started = performance.now()
  process.stderr.write('Compiling the dictionary… ')
  await mkdir(`${root}/build`, { recursive: true })
  const { compileDictionary } = await importTool(root, 'compile-dictionary')
  const { flat, packed } = compileDictionary({
    kuromoji,
    userFiles: await Promise.all(
      userFiles.map(async (name) => ({
        name: `dictionaries/${basename(name)}`,
        text: await readFile(name, 'utf8'),
      })),
    ),
    inputs: digest,
  })
  // The flat file is written last: its digest says that both are there.
  await replace(packedTarget, packed)
  await replace(target, flat)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const megabytes = [flat, packed].map((file) => (file.byteLength / 1e6).toFixed(1))
  process.stderr.write(`${megabytes[0]} MB, packed ${megabytes[1]} MB, in ${seconds} s\n`)
}

/** A build that is stopped half-way must not leave half a file under the right name. */
async function replace(path, bytes) {
  await writeFile(`${path}.part`, new Uint8Array(bytes))
  await rename(`${path}.part`, path)
}

async function filesIn(folder, extension) {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => `${folder}/${name}`)
}

/** What a compiled dictionary was made of: the SHA-256 in its head. */
export async function digestOf(path) {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, DIGEST_OFFSET)
    return bytesRead === 32 ? buffer : undefined
  } finally {
    await file.close()
  }
}
