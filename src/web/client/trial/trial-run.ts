/** The Web Worker that compares: opened once it is wanted, ended where a text holds it up. */
import type { FromTrial, ToTrial, TrialRequest } from '../../../packs/trial-protocol.ts'

/** Milliseconds without a word from the Worker, once it is ready: reading all packs and their examples takes a part of it. */
const SILENCE_MS = 60_000

export interface TrialEvents {
  readonly said: (message: Extract<FromTrial, { readonly kind: 'read' | 'rows' }>) => void
  /** `undefined`: it took too long. */
  readonly failed: (says: string | undefined) => void
}

export interface TrialRun {
  start(request: Omit<TrialRequest, 'id'>): void
  stop(): void
}

export function createTrialRun(folder: string, { said, failed }: TrialEvents): TrialRun {
  let worker: Worker | undefined
  let id = 0
  let silence: ReturnType<typeof setTimeout> | undefined

  const end = (says: string | undefined): void => {
    clearTimeout(silence)
    worker?.terminate()
    worker = undefined
    failed(says)
  }
  const listen = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => end(undefined), SILENCE_MS)
  }
  const send = (message: ToTrial): void => worker?.postMessage(message)

  function opened(): void {
    if (worker !== undefined) return
    const at = (name: string) => new URL(folder + name, document.baseURI).href
    worker = new Worker(at('trial-worker.js'), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<FromTrial>) => {
      if (data.kind === 'failed') return end(data.says)
      if (data.kind === 'ready') return listen()
      if (data.id !== id) return
      const isLast = data.kind === 'rows' ? data.done === data.total : !data.usable
      if (isLast) clearTimeout(silence)
      else listen()
      said(data)
    })
    worker.addEventListener('error', () => end('worker'))
    const files = { dictionary: at('dictionary.bin'), packs: at('packs.bin'), brotli: at('brotli.wasm') }
    send({ kind: 'open', files })
  }

  return {
    start(request) {
      opened()
      id += 1
      send({ kind: 'try', id, ...request })
    },
    stop() {
      clearTimeout(silence)
      id += 1
      send({ kind: 'stop' })
    },
  }
}
