/** The built program as an operator runs it: a process, its output, its signals. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'

let child: ChildProcessWithoutNullStreams | undefined
let output = ''
let errors = ''

afterEach(() => {
  child?.kill('SIGKILL')
})

/** Starts `npm start`'s program, and waits for it to say where it is. */
async function start(
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<string> {
  output = ''
  errors = ''
  child = spawn(process.execPath, ['dist/node.js', '--port', '0', ...args], {
    env: { ...process.env, ...environment },
  })
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    errors += data
  })
  return vi.waitFor(() => /http:\/\/localhost:\d+(?=\/docs)/.exec(output)![0], { timeout: 50_000 })
}

const lint = async (url: string, text: string) => {
  const response = await fetch(`${url}/v1/lint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ marketplace: 'lancers', text }),
  })
  return response.json() as Promise<{
    verdict: string
    findings: { span: object }[]
    packs: { id: string; version: string }[]
  }>
}

describe('the program', () => {
  test('says what to open and a curl that works, logs a line for each request, and ends in order', async () => {
    const url = await start()
    expect((await fetch(`${url}/`)).status).toBe(200)
    const [, path, type, body] = /curl -s \S+?(\/v1\/lint) -H '(\S+: \S+)' -d '(.*)'/.exec(output)!
    const [name, value] = type!.split(': ') as [string, string]
    const response = await fetch(url + path, { method: 'POST', headers: { [name]: value }, body: body! })
    expect(await response.json()).toMatchObject({ verdict: 'block' })

    const ended = once(child!, 'exit')
    child!.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    const entries = output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    expect(entries).toMatchObject([
      { level: 'info', event: 'request', route: '/', status: 200 },
      { level: 'info', event: 'request', route: '/v1/lint', status: 200, verdict: 'block' },
      { level: 'info', event: 'stopped', drained: true },
    ])
    expect(errors).toBe('')
  })

  test('lints the longest texts on the side with the same result', async () => {
    const url = await start()
    const sentence = 'お世話になっております。納品は来週の予定です。'
    const text = `${'詳しくはLINEで話しませんか。'}${sentence.repeat(1000)}`.slice(0, 20_000)
    const [long, short] = [await lint(url, text), await lint(url, text.slice(0, 100))]
    expect(long.findings).toEqual(short.findings)
    expect(long.packs).toEqual(short.packs)
    expect(output).not.toContain('side-thread-lost')
  })

  test('reads its packs again on SIGHUP, on the side as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sekisho-rules-'))
    try {
      cpSync('rules', folder, { recursive: true })
      const url = await start(['--rules', folder])
      const long = 'よろしくお願いいたします。'.repeat(300)
      await lint(url, long)
      const file = join(folder, 'lancers.yaml')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*$/m, 'version: next'))
      child!.kill('SIGHUP')
      for (const text of ['よろしく', long]) {
        await vi.waitFor(
          async () =>
            expect((await lint(url, text)).packs[0]).toMatchObject({ id: 'lancers', version: 'next' }),
          { timeout: 50_000 },
        )
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the program does not start, and says why', () => {
  test.each([
    [
      'with keys that are not right',
      [],
      { SEKISHO_KEYS: '[{"name":"x"}]' },
      /^sekisho: The API keys are not right: /,
    ],
    ['with a folder of rules that is not there', ['--rules', 'nowhere'], {}, /^sekisho: nowhere: /],
    ['with a port that is none', ['--port', '70000'], {}, /^sekisho: /],
  ])('%s', async (_, args, environment, says) => {
    child = spawn(process.execPath, ['dist/node.js', ...args], { env: { ...process.env, ...environment } })
    errors = ''
    child.stderr.on('data', (data) => {
      errors += data
    })
    const [code] = await once(child, 'close')
    expect(errors).toMatch(says)
    expect(errors).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
  })
})
