/**
 * A large export on the command line: rate and peak memory on one thread and on two, and textlint's rate on the same
 * texts in the same run. `npm run bench:export -- [--count 1000000] [--textlint 5000]`.
 *
 * Peak memory is read from /proc: Linux only. Kept out of the tests: a rate is no fact about the code.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000000' }, textlint: { type: 'string', default: '5000' } },
})
const count = Number(values.count)
const folder = mkdtempSync(join(tmpdir(), 'sekisho-bench-'))
const messages = join(folder, 'messages.jsonl')

const generator = spawn(process.execPath, ['test/bench/export/generate.mjs', `${count}`], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
await pipeline(generator.stdout, createWriteStream(messages))

interface Run {
  readonly seconds: number
  readonly peakMiB: number
  readonly stdout: string
}

const run = async (argv: readonly string[]): Promise<Run> => {
  const start = performance.now()
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  let peak = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {
      // It has just ended.
    }
  }, 250)
  await once(child, 'close')
  clearInterval(watch)
  return { seconds: (performance.now() - start) / 1000, peakMiB: Math.round(peak / 1024), stdout }
}

const lint = (jobs: number) =>
  run([
    'dist/cli.js',
    'lint',
    '-f',
    'jsonl',
    '--jobs',
    `${jobs}`,
    '-o',
    join(folder, `out-${jobs}.jsonl`),
    messages,
  ])

const row = (name: string, rate: number, peak: string) =>
  console.log(`| ${name} | ${Math.round(rate).toLocaleString('en-US')} | ${peak} |`)

console.log(`${count.toLocaleString('en-US')} messages of about 100 characters\n`)
console.log('| | messages a second | peak memory |\n|---|---|---|')
for (const jobs of [1, 2]) {
  const { seconds, peakMiB } = await lint(jobs)
  row(`Sekisho, ${jobs === 1 ? 'one core' : `${jobs} cores`}`, count / seconds, `${peakMiB} MiB`)
}
const textlint = await run(['test/bench/export/textlint-child.mjs', messages, values.textlint])
const { texts, ms } = JSON.parse(textlint.stdout)
row(
  'textlint (preset-japanese, preset-ja-technical-writing), one core',
  (texts * 1000) / ms,
  `${textlint.peakMiB} MiB`,
)

const digest = async (jobs: number) => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(join(folder, `out-${jobs}.jsonl`)), hash)
  return hash.digest('hex')
}
if ((await digest(1)) !== (await digest(2))) {
  console.error('the results differ between one thread and two')
  process.exitCode = 1
}
rmSync(folder, { recursive: true })
