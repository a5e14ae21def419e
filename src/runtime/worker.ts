/** The service on Cloudflare Workers. */
import { createApp } from '../http/app.ts'
import { DEFAULT_LIMITS } from '../http/limits.ts'

const app = createApp({
  linter: () => undefined,
  stopping: () => false,
  limits: DEFAULT_LIMITS,
  version: '0.1.0',
  clock: () => performance.now(),
  newId: () => crypto.randomUUID(),
  log: (entry) => console.log(JSON.stringify(entry)),
})

export default { fetch: app.fetch }
