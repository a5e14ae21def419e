/** The built program as people run it: a process, its streams, its threads, its signals. */
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/runtime/node-files.ts'
import { runWith } from './memory-io.ts'

const folder = mkdtempSync(join(tmpdir(), 'sekisho-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const start = (...argv: string[]) => {
  const child = spawn(process.execPath, ['dist/cli.js', ...argv], { stdio: 'pipe' })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => err.push(chunk))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
  })
  return { child, ended }
}

const run = (...argv: string[]) => {
  const { child, ended } = start(...argv)
  child.stdin.end()
  return ended
}

const MESSAGES = 1000
const messages = join(folder, 'messages.jsonl')
beforeAll(() => {
  const lines = Array.from({ length: MESSAGES }, (_, index) => {
    const text = index % 7 === 0 ? '詳しくはLINEで話しませんか' : 'ラフを2案お送りいたします。'
    return JSON.stringify({ id: `m${index}`, marketplace: 'coconala', text })
  })
  writeFileSync(messages, `${lines.join('\n')}\n`)
})

/** What the other runs are compared with. */
let once: Promise<Ended> | undefined
const onOneThread = () => {
  once ??= run('lint', '-f', 'jsonl', '--jobs', '1', messages)
  return once
}

describe('the program', { timeout: 180_000 }, () => {
  it('gives the same bytes in the same order on one thread and on several', async () => {
    const one = await onOneThread()
    // The first lines start the threads; the rest comes once they are ready, or they would have nothing to do.
    const { child, ended } = start('lint', '-f', 'jsonl', '--jobs', '3', '-')
    const lines = readFileSync(messages)
    const most = lines.indexOf('"m700"')
    child.stdin.write(lines.subarray(0, most))
    await setTimeout(5000)
    child.stdin.end(lines.subarray(most))
    const three = await ended
    expect(one.stderr).toBe('')
    expect(one.stdout.split('\n')).toHaveLength(MESSAGES + 1)
    expect(three.stdout).toBe(one.stdout)
    expect([one.code, three.code]).toEqual([1, 1])
  })

  it('answers a message on standard input before the next one comes', async () => {
    const { child, ended } = start('lint', '-f', 'jsonl', '-m', 'coconala', '-')
    child.stdin.write('{"id":"a","text":"こんにちは"}\n')
    const first = await new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk) => resolve(`${chunk}`)),
    )
    expect(JSON.parse(first)).toMatchObject({ id: 'a', verdict: 'allow' })
    child.stdin.end('{"id":"b","text":"詳しくはLINEで話しませんか"}\n')
    expect((await ended).code).toBe(1)
  })

  it('stops at Ctrl-C, says how far it came, and goes on from there', async () => {
    const output = join(folder, 'out.jsonl')
    const argv = ['lint', '-f', 'jsonl', '-o', output, messages]
    const whole = await onOneThread()
    const { child, ended } = start(...argv)
    const grown = setInterval(() => {
      if (!existsSync(output) || statSync(output).size === 0) return
      clearInterval(grown)
      child.kill('SIGINT')
    }, 5)
    const { code, stderr } = await ended
    expect(code).toBe(130)
    expect(stderr).toContain('中断しました。')
    expect((await run(...argv, '--resume')).code).toBe(1)
    expect(readFileSync(output, 'utf8')).toBe(whole.stdout)
  })

  it('stops at Ctrl-C while it waits for standard input', async () => {
    const { child, ended } = start('lint', '-f', 'jsonl', '-m', 'coconala', '-')
    child.stdin.write('{"id":"a","text":"こんにちは"}\n')
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
  })

  it.each([
    ['--version', 0],
    ['--help', 0],
    ['nothing-known', 2],
  ])('%s exits with %i', async (argument, code) => {
    expect((await run(argument)).code).toBe(code)
  })

  const shell = (command: string) =>
    new Promise<Ended>((resolve) => {
      execFile('/bin/sh', ['-c', command], (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
      })
    })
  const cli = `"${process.execPath}" dist/cli.js`

  it.skipIf(!existsSync('/dev/full'))(
    'says so where the disk is full, and never that it is clean',
    async () => {
      const clean = join(folder, 'clean.txt')
      writeFileSync(clean, 'よろしくお願いいたします。')
      const full = (path: string) => ({
        code: 2,
        stderr: `sekisho: ${path}: no space left: not everything is written\n`,
      })
      expect(await shell(`${cli} lint -m coconala ${clean} > /dev/full`)).toMatchObject(
        full('standard output'),
      )
      // A file is the same to a process of its own and to this one.
      for (const argv of [
        ['lint', '-m', 'coconala', '-f', 'jsonl', '-o', '/dev/full', clean],
        ['audit', '-m', 'coconala', '--html', '/dev/full', clean],
      ])
        expect(await runWith(argv, {}, { files: nodeFiles })).toMatchObject(full('/dev/full'))
    },
  )

  it.skipIf(process.platform === 'win32')('says so where nobody reads its results any more', async () => {
    const { stdout, stderr } = await shell(
      `{ ${cli} lint -f jsonl --jobs 1 ${messages}; echo "exit $?" >&2; } | head -c 10`,
    )
    expect(stdout).toHaveLength(10)
    expect(stderr).toBe(
      'sekisho: standard output: nobody reads any more: not everything is written\nexit 2\n',
    )
  })

  it('goes on after kill -9 at any moment without losing or repeating a line', async () => {
    const many = join(folder, 'many.jsonl')
    const line = (index: number) =>
      index % 200 === 7
        ? '{"broken":'
        : JSON.stringify({
            id: `k${index}`,
            marketplace: 'coconala',
            text: `${index}番のラフをお送りします。`,
          })
    writeFileSync(many, Array.from({ length: 1_500 }, (_, index) => `${line(index)}\n`).join(''))
    const argv = (output: string) => ['lint', '-f', 'jsonl', '--jobs', '1', '--resume', '-o', output, many]
    const [whole, pieces] = [join(folder, 'whole.jsonl'), join(folder, 'pieces.jsonl')]
    const { code } = await run(...argv(whole))
    expect(code).toBe(2)
    const written = () => (existsSync(pieces) ? statSync(pieces).size : 0)
    const all = statSync(whole).size
    let kills = 0
    // While it starts, and then wherever it happens to be: within a line, a block, a checkpoint.
    for (const share of [0, 0.05, 0.3, 0.6]) {
      const { child, ended } = start(...argv(pieces))
      child.stdin.end()
      if (share === 0) await Promise.race([setTimeout(200), ended])
      while (child.exitCode === null && written() < share * all) await setTimeout(2)
      kills += child.kill('SIGKILL') ? 1 : 0
      await ended
    }
    expect(kills).toBeGreaterThan(0)
    expect((await run(...argv(pieces))).code).toBe(2)
    expect(readFileSync(pieces, 'utf8')).toBe(readFileSync(whole, 'utf8'))
    expect(existsSync(`${pieces}.checkpoint`)).toBe(false)
  })
})
