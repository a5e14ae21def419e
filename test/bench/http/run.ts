/**
 * The figures of the service, as ratios inside one run: `npm run bench:http -- [--seconds N] [--requests N]`.
 *
 * The server runs in a process of its own; the load comes from this one.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { load } from './load.ts'
import { bodyOf, bodyOfThread, longest, messages } from './messages.ts'
import { type PacedLoad, pacedLoad, saturatedRate } from './paced-load.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    requests: { type: 'string', default: '1000000' },
  },
})
const seconds = Number(values.seconds)

const root = fileURLToPath(new URL('../../', import.meta.url))
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/http/server.ts'],
  // Beside the real bundles, where the service looks for its data and its threads.
  outfile: 'dist/bench-server.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'warning',
})
const server = fork(`${root}dist/bench-server.js`, { execArgv: ['--expose-gc'] })
const [{ url }] = (await once(server, 'message')) as [{ url: string }]
const bodies = messages.map(bodyOf)
const lint = { url: `${url}/v1/lint`, bodies }
const empty = { url: `${url}/empty`, bodies }

const row = (name: string, reached: string, reach: string) =>
  console.log(`| ${name} | ${reached} | ${reach} |`)
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const ms = (value: number) => `${value.toFixed(2)} ms`
const times = (value: number) => `${value.toFixed(2)} ×`

await load({ ...lint, seconds: 3 })
await load({ ...empty, seconds: 2 })
console.log('| | reached | reach |\n|---|---|---|')

const rates = { lint: [] as number[], empty: [] as number[] }
for (let round = 0; round < 3; round += 1) {
  rates.empty.push((await load({ ...empty, seconds })).rate)
  rates.lint.push((await load({ ...lint, seconds })).rate)
}
const most = { lint: median(rates.lint), empty: median(rates.empty) }
row(
  'throughput of `/v1/lint`, 120 characters, against an empty Hono route',
  `${(most.lint / most.empty).toFixed(2)} (${most.lint.toFixed(0)} / ${most.empty.toFixed(0)} a second)`,
  '≥ 0.06',
)

/** Processor time of the server for each of so many texts: it tells the same on a machine that others use. */
const ROUNDS = 5
async function microsOf(work: () => Promise<number>): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await tell<{ used: number }>('used')
    const texts = await work()
    const after = await tell<{ used: number }>('used')
    rounds.push((after.used - before.used) / texts)
  }
  return median(rounds)
}
const direct = await microsOf(async () => (await tell<{ linted: number }>('direct')).linted)
const served = await microsOf(async () => {
  await load({ ...lint, amount: bodies.length })
  return bodies.length
})
row(
  'throughput of `/v1/lint` against the linter called directly, by processor time',
  `${(direct / served).toFixed(2)} (${direct.toFixed(0)} µs / ${served.toFixed(0)} µs)`,
  '≥ 0.85',
)

const talk = bodyOfThread(messages)
const whole = await microsOf(async () => {
  const { not2xx } = await load({ url: `${url}/v1/lint/thread`, bodies: [talk], amount: 1, connections: 1 })
  if (not2xx > 0) throw new Error('the thread was not answered')
  return messages.length
})
row(
  `a thread of ${messages.length} messages against as many single ones, by processor time`,
  `${times(whole / served)} (${whole.toFixed(0)} µs / ${served.toFixed(0)} µs a message)`,
  '≤ 1.5 ×',
)

/** The middle of three: a shared machine stops now and then for longer than any request takes. */
const middle = async (one: () => Promise<PacedLoad>): Promise<PacedLoad> => {
  const three = [await one(), await one(), await one()]
  return three.sort((a, b) => a.p99 - b.p99)[1]!
}
const rate = (await saturatedRate({ ...lint, seconds })) / 2
const half = {
  empty: await middle(() => pacedLoad({ ...empty, seconds, rate })),
  lint: await middle(() => pacedLoad({ ...lint, seconds, rate })),
}
row(
  `p99 at half of the maximum rate (${rate.toFixed(0)} a second), against the empty route’s at the same`,
  `${times(half.lint.p99 / half.empty.p99)} (${ms(half.lint.p99)} / ${ms(half.empty.p99)})`,
  '≤ 2.5 ×',
)

const long = { url: `${url}/v1/lint`, bodies: [bodyOf(longest())] }
const quarter = () => pacedLoad({ ...lint, seconds, rate: rate / 2 })
const alone = await middle(quarter)
const beside = await middle(async () => {
  const [small] = await Promise.all([quarter(), pacedLoad({ ...long, seconds, rate: 2 })])
  return small
})
row(
  'p99 of small texts while texts of 20,000 characters run beside them',
  `${times(beside.p99 / alone.p99)} (${ms(beside.p99)} / ${ms(alone.p99)})`,
  '≤ 5 ×',
)

const total = Number(values.requests)
if (total > 0) {
  const first = Math.floor(total / 100)
  await load({ ...lint, amount: first })
  const before = await memory()
  const { not2xx } = await load({ ...lint, amount: total - first })
  const after = await memory()
  row(
    `memory after ${total.toLocaleString('en')} requests against after ${first.toLocaleString('en')}`,
    `${times(after.rss / before.rss)} resident, ${times(after.heapUsed / before.heapUsed)} heap${not2xx > 0 ? `, ${not2xx} not answered` : ''}`,
    '≤ 1.1 ×',
  )
}

server.disconnect()

async function memory(): Promise<{ rss: number; heapUsed: number }> {
  return (await tell<{ memory: { rss: number; heapUsed: number } }>('memory')).memory
}

/** What the server answers over IPC. */
async function tell<Answer>(message: string): Promise<Answer> {
  server.send(message)
  const [answer] = await once(server, 'message')
  return answer
}
