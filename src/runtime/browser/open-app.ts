/** The service over dictionary and packs from files, wherever there is `fetch`: in a Web Worker, in an extension. */
import { createThreadFacts } from '../../core/documents/thread-facts.ts'
import { loadDictionary } from '../../core/morph/dictionary.ts'
import { createTokenizer } from '../../core/morph/tokenizer.ts'
import type { EngineFiles } from '../../engine/protocol.ts'
import { createLocalApp } from '../../http/local-app.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import type { LinterData } from '../../packs/load-sources.ts'
import { createUnpackFile } from './unpack-file.ts'

/** `SKP1`: a packed dictionary. */
const DICTIONARY = 'SKP1'
const JSON_OBJECT = '{'

export type App = ReturnType<typeof createLocalApp>

export async function openApp({ dictionary, packs, brotli }: EngineFiles): Promise<{ app: App; ms: number }> {
  const unpack = createUnpackFile(brotli)
  const [packedDictionary, packedPacks] = await Promise.all([download(dictionary), download(packs)])
  const start = performance.now()
  const [words, rules] = await Promise.all([
    unpack(packedDictionary, DICTIONARY),
    unpack(packedPacks, JSON_OBJECT),
  ])
  const data = JSON.parse(new TextDecoder().decode(rules)) as LinterData
  const linter = assembleLinter(data, createTokenizer(loadDictionary(words)))
  const app = createLocalApp({
    linter: () => linter,
    threadFacts: createThreadFacts(data.tables.talkroom),
    fault: (line) => console.error(line),
  })
  return { app, ms: performance.now() - start }
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
