/** Asks the API of the same origin; on a static site, the engine in a Web Worker of this page. */
import { createAsk } from './asking.ts'
import { engineFetch } from './site.ts'

export { ApiFault } from './asking.ts'

/** Kept in memory only: gone with the page. */
let apiKey: string | undefined

export const useApiKey = (key: string): void => {
  apiKey = key
}

/** @throws {ApiFault}; the signal's reason once it aborts. */
export const ask = createAsk(
  (path, init) => (engineFetch() ?? fetch)(path, init),
  () => apiKey,
)
