/**
 * The service, one empty Hono route beside it on one server, and the linter called directly, to compare with. Talks to
 * `run.ts` over IPC.
 */
import { Hono } from 'hono'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { listen } from '../../../src/runtime/listen.ts'
import { openLinterLoader } from '../../../src/runtime/load-linter.ts'
import { createLog } from '../../../src/runtime/node-log.ts'
import { openNodeService } from '../../../src/runtime/node-service.ts'
import { bodyOf, messages } from './messages.ts'

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

const linter = openLinterLoader().built()
const submissions = messages.map((text) => submissionSchema.parse(JSON.parse(bodyOf(text))))

/** Microseconds of processor time. */
const used = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

process.on('message', (message) => {
  if (message === 'used') process.send?.({ used: used() })
  if (message === 'direct') {
    for (const submission of submissions) linter.lint(submission)
    process.send?.({ linted: submissions.length })
  }
  if (message !== 'memory') return
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  process.send?.({ memory: { rss, heapUsed, arrayBuffers } })
})
process.on('disconnect', () => process.exit())
process.send?.({ url: server.url })
