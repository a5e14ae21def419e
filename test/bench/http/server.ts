/** The service with one empty Hono route beside it, on one server, to compare with. Talks to `run.ts` over IPC. */
import { Hono } from 'hono'
import { listen } from '../../../src/runtime/listen.ts'
import { createLog } from '../../../src/runtime/node-log.ts'
import { openNodeService } from '../../../src/runtime/node-service.ts'

const empty = new Hono().post('/empty', (c) => c.body(null, 200))
// As in production: every request is logged; nobody reads it here.
const log = createLog(() => {})
const service = openNodeService({ environment: {}, log })
const server = await listen(
  (request) => (request.url.endsWith('/empty') ? empty.fetch(request) : service.fetch(request)),
  {
    host: '127.0.0.1',
    port: 0,
  },
)

process.on('message', (message) => {
  if (message !== 'memory') return
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  process.send?.({ memory: { rss, heapUsed, arrayBuffers } })
})
process.on('disconnect', () => process.exit())
process.send?.({ url: server.url })
