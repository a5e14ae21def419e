/**
 * The service inside of a Web Worker: the same app as on Node and on Cloudflare Workers, over dictionary and packs from
 * static files. One request after the other; what nobody waits for any more is passed over.
 */
import { createThreadFacts } from '../../core/documents/thread-facts.ts'
import { threadLexiconSchema } from '../../core/documents/thread-lexicon.ts'
import { loadDictionary } from '../../core/morph/dictionary.ts'
import { createTokenizer } from '../../core/morph/tokenizer.ts'
import type { EngineFiles, EngineRequest, FromEngine, ToEngine } from '../../engine/protocol.ts'
import { createLocalApp } from '../../http/local-app.ts'
import { assembleLinter } from '../../packs/assemble.ts'
import type { LinterData } from '../../packs/load-sources.ts'
import { createUnpackFile } from './unpack-file.ts'

/** `SKP1`: a packed dictionary. */
const DICTIONARY = 'SKP1'
const JSON_OBJECT = '{'

const say = (message: FromEngine): void => self.postMessage(message)

type App = ReturnType<typeof createLocalApp>

async function openApp({ dictionary, packs, brotli }: EngineFiles): Promise<{ app: App; ms: number }> {
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
    threadFacts: createThreadFacts(threadLexiconSchema.parse(data.tables.talkroom)),
    fault: (line) => console.error(line),
  })
  return { app, ms: performance.now() - start }
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

let opened: Promise<App> | undefined
const stopped = new Set<number>()
let last: Promise<void> = Promise.resolve()

async function answer({ id, method, path, headers, body }: EngineRequest): Promise<void> {
  const app = await opened!
  // A turn of the event loop, in which a newer message may take this one back.
  await new Promise((resolve) => setTimeout(resolve))
  if (stopped.delete(id)) return
  const response = await app.request(path, {
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
  })
  say({
    kind: 'answer',
    id,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  })
}

self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => {
  if (data.kind === 'open') {
    opened = openApp(data.files).then(({ app, ms }) => {
      say({ kind: 'ready', ms })
      return app
    })
    opened.catch((fault: unknown) =>
      say({ kind: 'failed', says: fault instanceof Error ? fault.message : String(fault) }),
    )
  } else if (data.kind === 'stop') stopped.add(data.id)
  else {
    const request = data
    last = last.then(() => answer(request)).catch(() => {})
  }
})
