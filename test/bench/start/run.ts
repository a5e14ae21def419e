/**
 * How long a start takes, beside a process of Node that does nothing: `npm run bench:start -- [--rounds N]`. The middle of
 * several rounds, taken in turns, on the clock and in processor time, which a busy machine leaves as it is; then for how
 * long the service answers nobody while it reads its packs again.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } })
const rounds = Number(values.rounds)
const folder = mkdtempSync(join(tmpdir(), 'sekisho-start-'))
const line = join(folder, 'line.jsonl')
writeFileSync(
  line,
  `${JSON.stringify({ id: '1', marketplace: 'coconala', text: '詳しくはLINEで話しませんか。よろしくお願いいたします。' })}\n`,
)
const rules = join(folder, 'packs')
for (const part of ['rules', 'dictionaries']) cpSync(part, join(rules, part), { recursive: true })

/** Writes its processor time, in microseconds, to descriptor 3 when it ends. */
const TELL =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>{const{user,system}=process.cpuUsage();writeSync(3,String(user+system))})'

interface Taken {
  readonly wall: number
  readonly cpu: number
}

/** Milliseconds. */
const taken = (argv: readonly string[]): Taken => {
  const start = performance.now()
  const { output, status } = spawnSync(process.execPath, ['--import', TELL, ...argv], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  if (status === null || status > 1) throw new Error(`${argv.join(' ')} ended with ${status}`)
  return { wall: performance.now() - start, cpu: Number(output[3]) / 1000 }
}

const RUNS: readonly (readonly [name: string, argv: readonly string[], bar?: string])[] = [
  ['Node that does nothing', ['-e', '0']],
  [
    'the library, ready',
    ['--input-type=module', '-e', "import { createSekisho } from './dist/library.js'; createSekisho()"],
    '250 ms',
  ],
  ['`sekisho lint` of one line', ['dist/cli.js', 'lint', line], '400 ms'],
  ['`sekisho diff` of one line, one set of rules against the same', ['dist/cli.js', 'diff', line], '2 s'],
  [
    '`sekisho diff` of one line against a folder of packs',
    ['dist/cli.js', 'diff', '--head', rules, line],
    '2 s',
  ],
  ['`sekisho rules check`', ['dist/cli.js', 'rules', 'check'], '2 s'],
]
const all = RUNS.map(() => [] as Taken[])
for (let round = 0; round < rounds; round += 1) {
  for (const [number, [, argv]] of RUNS.entries()) all[number]!.push(taken(argv))
}
const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const nothing = middle(all[0]!.map(({ cpu }) => cpu))
console.log('| | on the clock | processor time | × Node alone | bar |\n|---|---:|---:|---:|---:|')
for (const [number, [name, , bar = '']] of RUNS.entries()) {
  const wall = middle(all[number]!.map((one) => one.wall))
  const cpu = middle(all[number]!.map((one) => one.cpu))
  console.log(
    `| ${name} | ${wall.toFixed(0)} ms | ${cpu.toFixed(0)} ms | ${(cpu / nothing).toFixed(1)} | ${bar} |`,
  )
}

const service = spawn(process.execPath, ['dist/node.js', '--port', '0', '--rules', rules], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
let url: string | undefined
let loaded = 0
createInterface({ input: service.stdout }).on('line', (text) => {
  url ??= /http:\/\/localhost:\d+(?=\/docs)/.exec(text)?.[0]
  if (text.includes('"event":"packs-loaded"')) loaded += 1
})
while (url === undefined) await setTimeout(50)

/** The longest that an answer took, in milliseconds, of those that were asked for one after another until `done`. */
const longest = async (done: () => boolean): Promise<number> => {
  let most = 0
  while (!done()) {
    const start = performance.now()
    await (await fetch(`${url}/healthz`)).arrayBuffer()
    most = Math.max(most, performance.now() - start)
  }
  return most
}
const stalls: { still: number; reading: number; seconds: number }[] = []
for (let round = 0; round < rounds; round += 1) {
  // One pack is another each time, as by somebody who edits it.
  appendFileSync(join(rules, 'rules/lancers.yaml'), `# ${round}\n`)
  const before = loaded
  const start = performance.now()
  service.kill('SIGHUP')
  const reading = await longest(() => loaded > before)
  const seconds = (performance.now() - start) / 1000
  const until = performance.now() + 1000
  stalls.push({ still: await longest(() => performance.now() > until), reading, seconds })
}
const of = (part: keyof (typeof stalls)[number]) => middle(stalls.map((one) => one[part]))
console.log(
  `\nPacks read again in ${of('seconds').toFixed(1)} s: the longest answer meanwhile took ${of('reading').toFixed(0)} ms, ` +
    `in a second without ${of('still').toFixed(0)} ms.`,
)
service.kill('SIGTERM')
await once(service, 'exit')
rmSync(folder, { recursive: true })
