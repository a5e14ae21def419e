/** The engine's files, downloaded → packs and dictionary: by a Worker beside this one, or here where there can be none. */

import { openSections } from '../../core/morph/dictionary.ts'
import type { DictionarySections } from '../../core/morph/dictionary-format.ts'
import { createUnpackFile } from './unpack-file.ts'

/** What the files begin with when they are not packed: `SKP1`, and a JSON object. */
export const DICTIONARY = 'SKP1'
export const JSON_OBJECT = '{'

export interface PackedFiles {
  readonly packs: Uint8Array
  readonly dictionary: Uint8Array
}

export type ToUnpacker =
  | { readonly kind: 'open'; readonly brotli: string | undefined }
  | ({ readonly kind: 'unpack' } & PackedFiles)

export type FromUnpacker =
  | { readonly kind: 'packs'; readonly packs: Uint8Array }
  | { readonly kind: 'dictionary'; readonly dictionary: DictionarySections }
  | { readonly kind: 'failed'; readonly says: string }

export interface UnpackedFiles {
  /** JSON. */
  readonly packs: Promise<Uint8Array>
  readonly dictionary: Promise<DictionarySections>
}

/** The files are the unpacker's from then on. */
export type Unpacker = (files: PackedFiles) => UnpackedFiles

/** For where no Worker can be started: in an extension's service worker. */
export function unpackHere(brotli?: string): Unpacker {
  const unpack = createUnpackFile(brotli)
  return (files) => {
    const packs = unpack(files.packs, JSON_OBJECT)
    return { packs, dictionary: packs.then(() => unpack(files.dictionary, DICTIONARY)).then(openSections) }
  }
}

/** @param address of unpack.js */
export function unpackBeside(address: URL, brotli?: string): Unpacker {
  const worker = new Worker(address, { type: 'module' })
  const tell = (message: ToUnpacker, moved: ArrayBufferLike[] = []): void =>
    worker.postMessage(message, moved as ArrayBuffer[])
  const packs = settled<Uint8Array>()
  const dictionary = settled<DictionarySections>()
  const fail = (says: string): void => {
    worker.terminate()
    const fault = new Error(says)
    packs.reject(fault)
    dictionary.reject(fault)
  }
  worker.addEventListener('error', () => fail(`${address.pathname} could not be started`))
  worker.addEventListener('messageerror', () => fail(`${address.pathname} could not be understood`))
  worker.addEventListener('message', ({ data }: MessageEvent<FromUnpacker>) => {
    if (data.kind === 'failed') return fail(data.says)
    if (data.kind === 'packs') return packs.resolve(data.packs)
    dictionary.resolve(data.dictionary)
    worker.terminate()
  })
  tell({ kind: 'open', brotli })
  return (files) => {
    tell({ kind: 'unpack', ...files }, [files.packs.buffer, files.dictionary.buffer])
    return { packs: packs.promise, dictionary: dictionary.promise }
  }
}

/** A promise that is settled from outside. */
function settled<T>() {
  let resolve!: (value: T) => void
  let reject!: (fault: Error) => void
  const promise = new Promise<T>((...both) => {
    ;[resolve, reject] = both
  })
  // Whoever waits for it learns of a fault.
  promise.catch(() => {})
  return { promise, resolve, reject }
}
