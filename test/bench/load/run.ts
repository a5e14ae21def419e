/**
 * What the service does under everything at once: `npm run bench:load -- [--minutes N]`.
 *
 * A mixture of requests, one in twenty of them broken; clients that send slowly; streams that are broken off; packs that are
 * read again every few seconds; and a restart in the middle, as behind a load balancer: another service is started, the
 * first is told to end, and requests go to the other once `/readyz` says no. Every answer is held to what it has to be,
 * and the services' own logs to the number of requests that were sent.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { messages } from '../http/messages.ts'
import { type Planned, plan } from './planned-requests.ts'
import { startService } from './service.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
const CLIENTS = 8
const SLOW_CLIENTS = 2
const RELOAD_SECONDS = 4
const PROBE_MS = 100

const folder = mkdtempSync(join(tmpdir(), 'sekisho-load-'))
cpSync('rules', folder, { recursive: true })
const services = [await startService(folder)]
let current = services[0]!.url
const end = performance.now() + minutes * 60_000
const isOver = () => performance.now() >= end

const count = { sent: 0, right: 0, wrong: 0, server: 0, slow: 0, aborted: 0 }
const wrong: string[] = []
let number = 0

const judge = ({ path, status, right }: Planned, answered: { status: number; body: string } | string) => {
  if (typeof answered !== 'string' && answered.status >= 500) count.server += 1
  else if (typeof answered !== 'string' && answered.status === status && right(answered.body)) {
    count.right += 1
    return
  } else count.wrong += 1
  wrong.push(`${path}: ${typeof answered === 'string' ? answered : answered.status}`)
}

async function client(): Promise<void> {
  while (!isOver()) {
    number += 1
    const planned = plan(number)
    count.sent += 1
    try {
      const { path, type, body } = planned
      const response = await fetch(current + path, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      judge(planned, { status: response.status, body: await response.text() })
    } catch (error) {
      judge(planned, String((error as Error).cause ?? error))
    }
  }
}

/** Sends its body in pieces, over a second. */
async function slowClient(): Promise<void> {
  while (!isOver()) {
    number += 1
    const planned = plan(number)
    count.sent += 1
    count.slow += 1
    const answered = await new Promise<{ status: number; body: string } | string>((resolve) => {
      const { path, type, body } = planned
      const sending = request(current + path, {
        method: 'POST',
        agent: false,
        headers: { 'content-type': type },
      })
      sending.on('error', (error) => resolve(String(error)))
      sending.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', (error) => resolve(String(error)))
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: Buffer.concat(parts).toString() }),
        )
      })
      const bytes = Buffer.from(body)
      const step = Math.max(1, Math.ceil(bytes.length / 10))
      void (async () => {
        for (let at = 0; at < bytes.length; at += step) {
          sending.write(bytes.subarray(at, at + step))
          await sleep(100)
        }
        sending.end()
      })()
    })
    judge(planned, answered)
  }
}

/** Opens a batch, reads a few answers and goes away. */
async function abortingClient(): Promise<void> {
  const line = `${JSON.stringify({ marketplace: 'coconala', text: messages[0] })}\n`
  while (!isOver()) {
    const abort = new AbortController()
    try {
      const response = await fetch(`${current}/v1/lint/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: line.repeat(500),
        signal: abort.signal,
      })
      const reader = response.body!.getReader()
      await reader.read()
      abort.abort()
    } catch {
      // It has gone away itself.
    }
    count.aborted += 1
    await sleep(500)
  }
}

async function reloads(): Promise<void> {
  const file = join(folder, 'lancers.yaml')
  const source = readFileSync(file, 'utf8')
  for (let version = 1; !isOver(); version += 1) {
    writeFileSync(file, source.replace(/^version: .*$/m, `version: load-${version}`))
    await sleep(RELOAD_SECONDS * 1000)
  }
}

async function restart(): Promise<number | null> {
  await sleep(minutes * 30_000)
  const [first] = services
  const second = await startService(folder)
  services.push(second)
  const ended = first!.end()
  while ((await fetch(`${first!.url}/readyz`)).status === 200) await sleep(PROBE_MS)
  current = second.url
  return ended
}

const [code] = await Promise.all([
  restart(),
  reloads(),
  abortingClient(),
  ...Array.from({ length: CLIENTS }, client),
  ...Array.from({ length: SLOW_CLIENTS }, slowClient),
])
const read = services.reduce((sum, service) => sum + service.reloads(), 0)
const last = await services[1]!.end()
const logged = services.reduce(
  (sum, { answered }) =>
    sum + [...answered].reduce((all, [route, times]) => (route.startsWith('/v1/') ? all + times : all), 0),
  0,
)
rmSync(folder, { recursive: true })

console.log('| | reached | aimed at |\n|---|---|---|')
console.log(
  `| ${minutes} minutes of mixed load: 5 % broken, ${count.slow} sent slowly, ${count.aborted} streams broken off, packs read again ${read} times, one restart | ${count.sent.toLocaleString('en')} sent, ${count.right.toLocaleString('en')} answered rightly, ${count.wrong} wrong or lost, ${count.server} 5xx | none lost, none twice, no 5xx |`,
)
// Each request stands in the log of one service once, and so do the streams that were broken off.
console.log(`in the logs: ${logged}; sent: ${count.sent + count.aborted}; ends: ${code}, ${last}`)
for (const fault of [...wrong.slice(0, 10), ...services.flatMap(({ errors }) => errors).slice(0, 10)])
  console.log(fault)
process.exitCode = count.wrong + count.server > 0 || logged !== count.sent + count.aborted ? 1 : 0
