/** The command line's files, on Node. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, type Dirent, type Stats } from 'node:fs'
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
  size: async (path) => (await statOf(path).catch(() => undefined))?.size ?? 0,
  async version(path) {
    const found = await statOf(path).catch(() => undefined)
    return found === undefined
      ? ''
      : `${found.size} bytes of ${new Date(found.mtimeMs).toISOString()} ${found.mtimeMs}`
  },
  async same(path, other) {
    const [one, two] = [await statOf(path), await statOf(other)]
    return one !== undefined && two !== undefined && one.dev === two.dev && one.ino === two.ino
  },
  async list(folderOrGlob) {
    const refused: string[] = []
    const files =
      (await nodeFiles.kind(folderOrGlob)) === 'folder'
        ? await filesBelow(folderOrGlob, refused)
        : await glob(folderOrGlob, { expandDirectories: false })
    return { files: files.sort(inOrder), refused: refused.sort(inOrder) }
  },
  async write(path, keep) {
    if (keep !== undefined) await truncate(path, keep)
    return openSink(path, keep === undefined ? 'w' : 'a')
  },
  async replace(path, text) {
    // A device, a pipe or a link is written to; to put a file in its place would take it from everybody (/dev/null, or
    // /dev/stdout, which may well lead to a file).
    const there = await lstat(path).catch(() => undefined)
    try {
      if (there !== undefined && !there.isFile()) return await writeFile(path, text)
      await mkdir(dirname(path), { recursive: true })
      const half = `${path}.part`
      await writeFile(half, text)
      await rename(half, path)
    } catch (error) {
      throw about(path, error)
    }
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

/** The same on every machine. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Without what is hidden. Folders that may not be read are `refused`, and the others are still walked. */
const filesBelow = async (folder: string, refused: string[]): Promise<string[]> => {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch {
    refused.push(folder)
    return []
  }
  const files: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path, refused)))
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) files.push(path)
  }
  return files
}

/** A link to a folder is not followed: it may lead round in a circle. One that leads nowhere is a file that is missing. */
const leadsToFile = async (link: string): Promise<boolean> => {
  const found = await stat(link).catch(() => undefined)
  return found === undefined || found.isFile()
}

/** Errors of writing do not say of which file. */
const about = (path: string, error: unknown): unknown =>
  error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error

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
        if (broken) reject(about(path, broken))
        else stream.write(text, (error) => (error ? reject(about(path, error)) : resolve()))
      }),
    close: () =>
      new Promise((resolve, reject) => {
        stream.end(() => (broken ? reject(about(path, broken)) : resolve()))
      }),
  }
}
