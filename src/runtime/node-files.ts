/** The command line's files, on Node. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, type Stats } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import type { FileSink, Files } from '../cli/io.ts'

export const nodeFiles: Files = {
  read: (path, start) =>
    createReadStream(path, { highWaterMark: 1 << 16, ...(start === undefined ? {} : { start }) }),
  async kind(path) {
    const found = await statOf(path)
    if (!found) return undefined
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other'
  },
  size: async (path) => (await statOf(path))?.size ?? 0,
  async same(path, other) {
    const [one, two] = [await statOf(path), await statOf(other)]
    return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino
  },
  async list(folderOrGlob) {
    const found =
      (await nodeFiles.kind(folderOrGlob)) === 'folder'
        ? (await readdir(folderOrGlob, { recursive: true, withFileTypes: true }))
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .filter((file) => !/(?:^|[\\/])\.[^./\\]/.test(file.slice(folderOrGlob.length)))
        : await glob(folderOrGlob, { expandDirectories: false })
    // The same order on every machine.
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  },
  async write(path, keep) {
    if (keep !== undefined) await truncate(path, keep)
    return openSink(path, keep === undefined ? 'w' : 'a')
  },
  async replace(path, text) {
    // A device, a pipe or a link is written to; to put a file in its place would take it from everybody (/dev/null, or
    // /dev/stdout, which may well lead to a file).
    const there = await lstat(path).catch(() => undefined)
    if (there !== undefined && !there.isFile()) return writeFile(path, text)
    await mkdir(dirname(path), { recursive: true })
    const half = `${path}.part`
    await writeFile(half, text)
    await rename(half, path)
  },
  move: rename,
  remove: (path) => rm(path, { force: true }),
}

/** `undefined` where there is nothing. */
const statOf = (path: string): Promise<Stats | undefined> =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })

const openSink = async (path: string, flags: 'w' | 'a'): Promise<FileSink> => {
  const stream = createWriteStream(path, { flags })
  await once(stream, 'open')
  let broken: Error | undefined
  stream.on('error', (error) => {
    broken = error
  })
  return {
    // Resolves once the system has it: a checkpoint must never be ahead of its output.
    write: (text) =>
      new Promise((resolve, reject) => {
        if (broken) reject(broken)
        else stream.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    close: () =>
      new Promise((resolve, reject) => {
        stream.end(() => (broken ? reject(broken) : resolve()))
      }),
  }
}
