/**
 * A large export on the command line: rate and peak memory on one thread and on two, and textlint's rate on the same
 * texts in the same run. `npm run bench:export -- [--count 1000000] [--single 1000000] [--textlint 5000]`: where time is
 * short, one thread gets the first `--single` messages only, and textlint the first `--textlint`.
 *
 * Peak memory is read from /proc: Linux only. Kept out of the tests: a rate is no fact about the code.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    single: { type: 'string' },
    textlint: { type: 'string', default: '5000' },
  },
})
const count = Number(values.count)
const single = Math.min(count, Number(values.single ?? count))
const folder = mkdtempSync(join(tmpdir(), 'sekisho-bench-'))

/** Fewer messages are the first of more. */
const generate = async (of: number): Promise<string> => {
  const file = join(folder, `messages-${of}.jsonl`)
  const generator = spawn(process.execPath, ['test/bench/export/generate.mjs', `${of}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await pipeline(generator.stdout, createWriteStream(file))
  return file
}
const messages = await generate(count)

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

const lint = (jobs: number, file: string) =>
  run([
    'dist/cli.js',
    'lint',
    '-f',
    'jsonl',
    '--jobs',
    `${jobs}`,
    '-o',
    join(folder, `out-${jobs}.jsonl`),
    file,
  ])

const row = (name: string, of: number, rate: number, peak: string) =>
  console.log(
    `| ${name} | ${of.toLocaleString('en-US')} | ${Math.round(rate).toLocaleString('en-US')} | ${peak} |`,
  )

console.log('Messages of about 100 characters\n')
console.log('| | messages | a second | peak memory |\n|---|---|---|---|')
const two = await lint(2, messages)
row('Sekisho, two cores', count, count / two.seconds, `${two.peakMiB} MiB`)
const one = await lint(1, single === count ? messages : await generate(single))
row('Sekisho, one core', single, single / one.seconds, `${one.peakMiB} MiB`)
const times = count / two.seconds / (single / one.seconds)
const textlint = await run([
  'src/tools/run.mjs',
  'test/bench/export/textlint-child.ts',
  messages,
  values.textlint,
])
const { texts, ms } = JSON.parse(textlint.stdout)
row(
  'textlint (preset-japanese, preset-ja-technical-writing), one core',
  texts,
  (texts * 1000) / ms,
  `${textlint.peakMiB} MiB`,
)
console.log(`\nTwo cores against one: ${times.toFixed(2)} × (reach: 1.8 ×)`)

const reports = (jobs: number) => join(folder, `out-${jobs}.jsonl`)
const bytes = statSync(reports(1)).size
const digest = async (jobs: number) => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(reports(jobs), { end: bytes - 1 }), hash)
  return hash.digest('hex')
}
if ((await digest(1)) !== (await digest(2))) {
  console.error('the results differ between one thread and two')
  process.exitCode = 1
}
rmSync(folder, { recursive: true })
