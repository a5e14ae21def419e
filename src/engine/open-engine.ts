/** The page's side of the engine: a `fetch` whose answers come from a Web Worker of this page. Nothing leaves it. */
import type { EngineFiles, EngineRequest, FromEngine, ToEngine } from './protocol.ts'

/** The part of a `Worker` that is needed. */
export interface EngineWorker {
  postMessage(message: ToEngine): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromEngine }) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
  terminate(): void
}

export interface Engine {
  /** Resolves once it can answer, with the milliseconds it took from when its files were there. */
  readonly ready: Promise<number>
  /** Answers the paths of the service (`/v1/lint`, …). What stands before the path does not matter. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Ends the Worker; what is still asked is refused. */
  close(): void
}

/** The engine cannot answer: its files are missing or broken, or it was closed. */
export class EngineError extends Error {
  override name = 'EngineError'
}

interface Waiting {
  readonly resolve: (response: Response) => void
  readonly reject: (reason: unknown) => void
}

export function openEngine(worker: EngineWorker, files: EngineFiles): Engine {
  const waiting = new Map<number, Waiting>()
  let broken: EngineError | undefined
  let lastId = 0
  let settle: { resolve: (ms: number) => void; reject: (reason: EngineError) => void }
  const ready = new Promise<number>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // Whoever only asks learns of it by the answer.
  ready.catch(() => {})

  const fail = (says: string): void => {
    broken = new EngineError(says)
    settle.reject(broken)
    worker.terminate()
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'ready') return settle.resolve(data.ms)
    if (data.kind === 'failed') return fail(data.says)
    const { id, status, headers, body } = data
    const asked = waiting.get(id)
    waiting.delete(id)
    asked?.resolve(new Response(status === 204 ? null : body, { status, headers: { ...headers } }))
  })
  worker.addEventListener('error', () => fail('the engine could not be started'))
  worker.addEventListener('messageerror', () => fail('the engine could not be understood'))
  worker.postMessage({ kind: 'open', files })

  return {
    ready,
    async fetch(url, init = {}) {
      const request = await requestOf(url, init)
      init.signal?.throwIfAborted()
      if (broken !== undefined) throw broken
      const id = ++lastId
      return new Promise<Response>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        init.signal?.addEventListener(
          'abort',
          () => {
            if (!waiting.delete(id)) return
            worker.postMessage({ kind: 'stop', id })
            reject(init.signal?.reason)
          },
          { once: true },
        )
        worker.postMessage({ kind: 'ask', id, ...request })
      })
    },
    close() {
      fail('the engine was closed')
    },
  }
}

async function requestOf(
  url: string,
  { method = 'GET', headers, body }: RequestInit,
): Promise<Omit<EngineRequest, 'id'>> {
  const { pathname, search } = new URL(url, 'https://engine.invalid')
  return {
    method,
    path: pathname + search,
    headers: Object.fromEntries(new Headers(headers)),
    body: body === undefined || body === null ? undefined : await new Response(body).text(),
  }
}
