/** What a linter is made of, from the engine's static files. */
import { readSections } from '../../core/morph/dictionary.ts'
import type { Tokenizer } from '../../core/morph/token.ts'
import { createTokenizer } from '../../core/morph/tokenizer.ts'
import type { LinterData } from '../../packs/linter-data.ts'
import type { Unpacker } from './unpacker.ts'

/** Addresses. */
export interface AppFiles {
  readonly dictionary: string
  readonly packs: string
}

export interface OpenedData {
  readonly data: LinterData
  /** Comes later than the data. */
  readonly words: Promise<Tokenizer>
  /** The moment from which the files were there, as `performance.now()` counts. */
  readonly since: number
}

export async function openData(files: AppFiles, unpack: Unpacker): Promise<OpenedData> {
  const [dictionary, packs] = await Promise.all([download(files.dictionary), download(files.packs)])
  const since = performance.now()
  const unpacked = unpack({ dictionary, packs })
  const data = JSON.parse(new TextDecoder().decode(await unpacked.packs)) as LinterData
  const words = unpacked.dictionary.then((sections) => createTokenizer(readSections(sections)))
  // Whoever waits for them learns of a fault.
  words.catch(() => {})
  return { data, words, since }
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
