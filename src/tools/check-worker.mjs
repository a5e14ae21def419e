#!/usr/bin/env node
/**
 * Checks what the platform checks at a deployment: that the upload fits a free account, and that the start of the Worker
 * stays inside its limit. Sources: https://developers.cloudflare.com/workers/platform/limits/
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { workIn } from './startup-work.mjs'

/** The upload after compression, in bytes; the plan says 3 MB. */
const UPLOAD_LIMIT = 3_000_000
/** Milliseconds of global scope. */
const STARTUP_LIMIT = 1000

const root = fileURLToPath(new URL('../..', import.meta.url))

async function wrangler(...args) {
  const bin = fileURLToPath(import.meta.resolve('wrangler')).replace(/wrangler-dist.*$/, 'bin/wrangler.js')
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true', NO_COLOR: '1' }
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: root, env })
  return stdout
}

/** What would be uploaded: bundled once, for its size and for its start. */
const BUNDLE = 'build/worker.bundle'

async function uploadSize() {
  const report = await wrangler('deploy', '--dry-run', '--outfile', BUNDLE)
  const [, kibibytes] = /gzip: ([\d.]+) KiB/.exec(report) ?? []
  if (!kibibytes) throw new Error(`wrangler deploy --dry-run named no size:\n${report}`)
  return Math.round(Number(kibibytes) * 1024)
}

/** A machine that is busy with something else takes its time: the quickest start counts. */
const ATTEMPTS = 3

/** The start's milliseconds of work: what the platform counts, waiting apart. */
async function startupTime() {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least > STARTUP_LIMIT; attempt++) {
    const outfile = 'build/worker-startup.cpuprofile'
    await wrangler('check', 'startup', '--workerBundle', BUNDLE, '--outfile', outfile)
    least = Math.min(least, workIn(JSON.parse(await readFile(`${root}/${outfile}`, 'utf8'))) ?? least)
  }
  if (least === Number.POSITIVE_INFINITY) {
    throw new Error(`no profile of ${ATTEMPTS} shows the Worker at work: its start was not measured`)
  }
  return least
}

await mkdir(`${root}/build`, { recursive: true })
const size = await uploadSize()
const milliseconds = await startupTime()
console.log(`Worker: upload ${(size / 1e6).toFixed(2)} of ${UPLOAD_LIMIT / 1e6} MB (gzip)`)
console.log(`Worker: start ${milliseconds.toFixed(0)} of ${STARTUP_LIMIT} ms of work (on this machine)`)
if (size > UPLOAD_LIMIT || milliseconds > STARTUP_LIMIT) process.exitCode = 1
