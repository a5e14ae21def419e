/**
 * The engine of the extension: the service itself, over the extension's own files, in its background. The browser ends it
 * when it is idle, and the next question starts it again.
 */
import { openApp } from '../runtime/browser/open-app.ts'
import { unpackHere } from '../runtime/browser/unpacker.ts'
import { type AskEngine, api, type EngineAnswer } from './messages.ts'

let opened: ReturnType<typeof openApp> | undefined

const engine = () => {
  const at = (name: string) => api().runtime.getURL(name)
  opened ??= openApp({ dictionary: at('dictionary.bin'), packs: at('packs.json') }, unpackHere())
  // A start that failed may be tried again.
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

/** The paths that the extension needs, and no other. */
const PATHS = new Set(['/v1/lint', '/v1/lint/document', '/v1/lint/thread'])

async function answer({ path, body }: AskEngine): Promise<EngineAnswer> {
  if (!PATHS.has(path)) return { status: 404, body: undefined }
  try {
    const { app } = await engine()
    const response = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return { status: 503, body: undefined }
  }
}

api().runtime.onMessage.addListener((message, _, respond) => {
  if ((message as AskEngine | undefined)?.kind !== 'ask') return undefined
  void answer(message as AskEngine).then(respond)
  // The answer comes later.
  return true
})
