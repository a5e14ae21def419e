/**
 * The service inside of a Web Worker: the same app as on Node and on Cloudflare Workers, over dictionary and packs from
 * static files. One request after the other; what nobody waits for any more is passed over.
 */
import type { EngineRequest, FromEngine, ToEngine } from '../../engine/protocol.ts'
import { type App, openApp } from './open-app.ts'
import { unpackBeside } from './unpacker.ts'

const say = (message: FromEngine): void => self.postMessage(message)

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
    const { brotli, ...files } = data.files
    const unpack = unpackBeside(new URL('unpack.js', self.location.href), brotli)
    opened = openApp(files, unpack).then(({ app, ms }) => {
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
