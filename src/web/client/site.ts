/** Where the page stands: under the service, or on a static host, where it lints by itself and addresses are relative. */
import { type Engine, openEngine } from '../../engine/open-engine.ts'

const { root = '/', engine: folder } = document.documentElement.dataset

/** Folders have an index file on every static host, but not every host finds it without the slash. */
export const ruleAddress = (rule: string): string =>
  folder === undefined ? `${root}rules/${rule}` : `${root}rules/${rule}/`

/** The page has no server: once it is open, it has to do without a network. */
export const standsAlone = folder !== undefined

let engine: Engine | undefined

/** The engine's `fetch`; `undefined` where there is an API to ask. */
export function engineFetch(): Engine['fetch'] | undefined {
  if (folder === undefined) return undefined
  if (engine === undefined) {
    const at = (name: string) => new URL(folder + name, document.baseURI).href
    engine = openEngine(new Worker(at('worker.js'), { type: 'module' }), {
      dictionary: at('dictionary.bin'),
      packs: at('packs.bin'),
      brotli: at('brotli.wasm'),
    })
  }
  return engine.fetch
}
