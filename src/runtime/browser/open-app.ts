/** The service over dictionary and packs from files, wherever there is `fetch`: in a Web Worker, in an extension. */
import { createThreadFacts } from '../../core/documents/thread-facts.ts'
import { readSections } from '../../core/morph/dictionary.ts'
import type { Tokenizer } from '../../core/morph/token.ts'
import { createTokenizer } from '../../core/morph/tokenizer.ts'
import { createLocalApp } from '../../http/local-app.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import type { LinterData } from '../../packs/linter-data.ts'
import type { Unpacker } from './unpacker.ts'

export type App = ReturnType<typeof createLocalApp>

/** Addresses. */
export interface AppFiles {
  readonly dictionary: string
  readonly packs: string
}

export async function openApp(files: AppFiles, unpack: Unpacker): Promise<{ app: App; ms: number }> {
  const [dictionary, packs] = await Promise.all([download(files.dictionary), download(files.packs)])
  const start = performance.now()
  const unpacked = unpack({ dictionary, packs })
  const data = JSON.parse(new TextDecoder().decode(await unpacked.packs)) as LinterData
  // A linter of prepared data cuts no words while it is made: it need not wait for the dictionary.
  const words = unpacked.dictionary.then((sections) => createTokenizer(readSections(sections)))
  let tokenizer: Tokenizer | undefined = data.prepared === undefined ? await words : undefined
  const linter = assembleLinter(data, { tokenize: (text) => tokenizer!.tokenize(text) })
  const app = createLocalApp({
    linter: () => linter,
    threadFacts: createThreadFacts(data.tables.talkroom),
    fault: (line) => console.error(line),
  })
  tokenizer = await words
  return { app, ms: performance.now() - start }
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
