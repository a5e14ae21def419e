/**
 * Sekisho in a browser: `import { openSekisho } from 'sekisho/browser'`. The linter runs in a Web Worker of the page;
 * the texts never leave it. Its static files lie beside this one and are served from the page's own origin.
 */
import { EngineError, openEngine } from '../../engine/open-engine.ts'
import { createClient, type FailPolicy, type SekishoClient } from '../../http/client.ts'

export type { LintReport, RawSubmission, SekishoClient } from '../../http/client.ts'
export { SekishoProblem, SekishoUnavailable } from '../../http/client.ts'
export { EngineError }

export interface BrowserOptions {
  /** The folder with `worker.js`, `unpack.js`, `dictionary.bin`, `packs.bin` and `brotli.wasm`; by default this module's own. */
  readonly files?: string | URL
  /** What `lint` answers where the engine cannot be started; `review` by default. */
  readonly whenUnavailable?: FailPolicy
}

export interface BrowserSekisho extends SekishoClient {
  /** Milliseconds from when the files were there until it could lint. */
  readonly readyMs: number
  /** The service's own requests (`/v1/lint`, …), answered by the engine. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  close(): void
}

/** Nobody's network is slow here; a long account may take its time. */
const TIMEOUT_MS = 120_000

/** @throws {EngineError} where its files are missing or broken. */
export async function openSekisho(options: BrowserOptions = {}): Promise<BrowserSekisho> {
  const base = new URL(options.files ?? '.', import.meta.url)
  const folder = base.href.endsWith('/') ? base.href : `${base.href}/`
  const at = (name: string) => new URL(name, folder).href
  const engine = openEngine(new Worker(at('worker.js'), { type: 'module' }), {
    dictionary: at('dictionary.bin'),
    packs: at('packs.bin'),
    brotli: at('brotli.wasm'),
  })
  const readyMs = await engine.ready
  return {
    ...createClient({
      baseUrl: '',
      fetch: engine.fetch,
      timeoutMs: TIMEOUT_MS,
      retries: 0,
      whenUnavailable: options.whenUnavailable ?? 'review',
    }),
    readyMs,
    fetch: engine.fetch,
    close: () => engine.close(),
  }
}
