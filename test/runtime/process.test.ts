/** The built program as an operator runs it: a process, its output, its signals. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { writeSmallPacks } from '../support/small-packs.ts'

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
    env: { ...process.env, SEKISHO_DRAIN_SECONDS: '0', ...environment },
  })
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    errors += data
  })
  return vi.waitFor(() => /http:\/\/localhost:\d+(?=\/docs)/.exec(output)![0], { timeout: 50_000 })
}

/** The status, or the code of the system's error: what a client sees. */
const ask = (url: string, agent: Agent, body?: string) =>
  new Promise<{ status: number | string; connection?: string | undefined }>((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve({ status: error.code ?? error.message })
    const asking = request(
      url,
      { agent, method: body === undefined ? 'GET' : 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.on('error', failed).on('data', () => {})
        response.on('end', () => {
          resolve({ status: response.statusCode!, connection: response.headers.connection })
        })
      },
    )
    asking.on('error', failed)
    asking.end(body)
  })

const lint = async (url: string, text: string) => {
  const response = await fetch(`${url}/v1/lint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ marketplace: 'lancers', text }),
  })
  return response.json() as Promise<{
    verdict: string
    findings: { span: object }[]
    pack: { id: string; version: string; digest: string }
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

  test('loses no answer at its end: it says so first, and tells every connection', async () => {
    const url = await start([], { SEKISHO_DRAIN_SECONDS: '5' })
    const texts = [
      'よろしくお願いいたします。',
      '詳しくはLINEで話しませんか。',
      'ありがとうございます。'.repeat(200),
    ]
    let sending = true
    let sent = 0
    let closing = 0
    const statuses = new Map<number | string, number>()
    const client = async (number: number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      while (sending) {
        sent += 1
        const body = JSON.stringify({ marketplace: 'coconala', text: texts[(number + sent) % texts.length] })
        const outcome = await ask(`${url}/v1/lint`, agent, body)
        statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1)
        if (outcome.connection === 'close') closing += 1
      }
      agent.destroy()
    }
    const clients = Promise.all(Array.from({ length: 20 }, (_, number) => client(number)))
    await vi.waitFor(() => expect(statuses.get(200)).toBeGreaterThan(100), { timeout: 50_000 })
    const before = statuses.get(200)!
    const ended = once(child!, 'exit')
    child!.kill('SIGTERM')
    // As a load balancer does it: whoever is not ready gets nothing more.
    const prober = new Agent({ keepAlive: false })
    let ready = await ask(`${url}/readyz`, prober)
    while (ready.status === 200) ready = await ask(`${url}/readyz`, prober)
    expect(ready.status).toBe(503)
    await vi.waitFor(() => expect(statuses.get(200)).toBeGreaterThan(before + 40), { timeout: 50_000 })
    sending = false
    await clients
    expect(await ended).toEqual([0, null])
    expect([...statuses]).toEqual([[200, sent]])
    expect(closing).toBeGreaterThanOrEqual(20)
    expect(output).toContain('"drained":true')
    expect(output).not.toContain('side-thread-lost')
    expect(output.match(/"route":"\/v1\/lint"/g)).toHaveLength(sent)
  })

  test('answers a load balancer that speaks HTTP/1.0 and names no host, and lints the longest texts on the side', async () => {
    const url = new URL(await start())
    const raw = async (text: string) => {
      const socket = connect(Number(url.port), '127.0.0.1')
      socket.end(text)
      return Buffer.concat(await socket.toArray()).toString()
    }
    expect(await raw('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"status":"ok"\}$/,
    )
    expect(await raw('GET /readyz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    const refused = await raw('GET /healthz HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n')
    expect(refused).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"bad-request"/)

    const sentence = 'お世話になっております。納品は来週の予定です。'
    const text = `${'詳しくはLINEで話しませんか。'}${sentence.repeat(1000)}`.slice(0, 20_000)
    const [long, short] = [await lint(url.origin, text), await lint(url.origin, text.slice(0, 100))]
    expect(long.findings).toEqual(short.findings)
    expect(long.pack).toEqual(short.pack)
    expect(output).not.toContain('side-thread-lost')
  })

  test('reads its packs again on SIGHUP, on the side as well', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sekisho-rules-'))
    try {
      writeSmallPacks(folder)
      const url = await start(['--rules', folder])
      const long = 'よろしくお願いいたします。'.repeat(300)
      await lint(url, long)
      const file = join(folder, 'lancers.yaml')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*$/m, 'version: next'))
      child!.kill('SIGHUP')
      for (const text of ['よろしく', long]) {
        await vi.waitFor(
          async () => expect((await lint(url, text)).pack).toMatchObject({ id: 'lancers', version: 'next' }),
          { timeout: 50_000 },
        )
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('answers by the old packs while it reads others, and goes on with them where those are broken', {
    timeout: 400_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sekisho-rules-'))
    const versions: string[] = []
    let asking = true
    try {
      writeSmallPacks(folder)
      const file = join(folder, 'lancers.yaml')
      const source = readFileSync(file, 'utf8')
      const before = /^version: (.*)$/m.exec(source)![1]!
      const url = await start(['--rules', folder])
      const client = (async () => {
        while (asking) {
          versions.push((await lint(url, `${versions.length}番の件です。`)).pack.version)
          // Who asks without a pause leaves a busy machine nothing to read the packs with.
          await new Promise((resolve) => setTimeout(resolve, 25))
        }
      })()
      // It is waited for below; where a check fails first, its end is of no interest.
      client.catch(() => {})
      const reading = async (text: string, event: string) => {
        writeFileSync(file, text)
        child!.kill('SIGHUP')
        await vi.waitFor(() => expect(output).toContain(`"event":"${event}"`), { timeout: 150_000 })
      }
      await reading(source.replace(/^version: .*$/m, 'versoin: broken'), 'packs-refused')
      const answered = versions.length
      expect(new Set(versions)).toEqual(new Set([before]))
      await vi.waitFor(() => expect(versions.length).toBeGreaterThan(answered), { timeout: 50_000 })
      await reading(source.replace(/^version: .*$/m, 'version: next'), 'packs-loaded')
      await vi.waitFor(() => expect(versions.at(-1)).toBe('next'), { timeout: 50_000 })
      asking = false
      await client
      const first = versions.indexOf('next')
      expect(first).toBeGreaterThanOrEqual(answered)
      expect(new Set(versions.slice(0, first))).toEqual(new Set([before]))
      expect(new Set(versions.slice(first))).toEqual(new Set(['next']))
    } finally {
      asking = false
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
