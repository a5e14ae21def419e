#!/usr/bin/env node
/**
 * All that has to hold: `npm test`. After the build, types, style and the Worker's size and start are checked beside the
 * tests, which leave a core idle while they wait for a browser; the start is counted in work and not by the clock. What runs
 * beside says nothing before it is over, and then all; every check runs to its end, whatever another has found. A start that
 * is too slow beside the tests is measured again when they are over: both may have fought for a core.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
// Not by its script, which builds: the tests run what has been built.
const WORKER = ['check:worker', process.execPath, ['src/tools/check-worker.mjs']]
const BESIDE = [['typecheck', npm, ['run', '-s', 'typecheck']], ['lint', npm, ['run', '-s', 'lint']], WORKER]

/** Gives the exit code. */
async function shown(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** Gives the exit code and what was said, in its order. */
async function kept([script, program, args]) {
  const started = Date.now()
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  const [code] = await once(child, 'close')
  const seconds = Math.round((Date.now() - started) / 1000)
  return { script, code: code ?? 1, said, seconds }
}

async function inTurn(checks) {
  const outcomes = []
  for (const check of checks) outcomes.push(await kept(check))
  return outcomes
}

const built = await shown(process.execPath, ['src/tools/build.mjs', '--quiet'])
if (built !== 0) process.exit(built)
const vitest = fileURLToPath(import.meta.resolve('vitest')).replace(/dist[/\\].*$/, 'vitest.mjs')
const [tests, others] = await Promise.all([shown(process.execPath, [vitest, 'run']), inTurn(BESIDE)])
const slow = others.findIndex(({ script, code }) => script === WORKER[0] && code !== 0)
if (slow >= 0) others[slow] = await kept(WORKER)
for (const { script, code, said, seconds } of others) {
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${script} (${seconds} s)\n${said}`)
}
process.exitCode = tests === 0 && others.every(({ code }) => code === 0) ? 0 : 1
