import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LogEntry } from '../../src/http/deps.ts'
import { RulesError } from '../../src/runtime/load-linter.ts'
import { type ServeOptions, type Service, serve } from '../../src/runtime/serve.ts'
import { KEYS_CONFIGURATION } from '../conformance/test-keys.ts'
import { writeSmallPacks } from '../support/small-packs.ts'

let services: Service[] = []
let entries: LogEntry[] = []
const start = async (options: Partial<ServeOptions> = {}) => {
  const service = await serve({ environment: {}, port: 0, log: (entry) => entries.push(entry), ...options })
  services.push(service)
  return service
}
const events = () => entries.map(({ event }) => event)

beforeEach(() => {
  entries = []
})
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()))
  services = []
})

describe('who can reach it', () => {
  test('without keys only this machine, whatever the host says', async () => {
    const service = await start({ host: '0.0.0.0' })
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(service.protected).toBe(false)
  })

  test('with keys whoever has one', async () => {
    const service = await start({ environment: { SEKISHO_KEYS: KEYS_CONFIGURATION } })
    expect(service.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/)
    expect(service.protected).toBe(true)
  })

  test.each([
    ['keys that are not right', { SEKISHO_KEYS: '[{}]' }, 'API keys'],
    ['limits that are not right', { SEKISHO_LIMITS: '{"textLength":"many"}' }, 'limits'],
  ])('it does not start with %s', async (_, environment, says) => {
    await expect(start({ environment })).rejects.toThrow(says)
  })

  test('it does not start on a port that is taken', async () => {
    const { url } = await start()
    await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
  })
})

describe('limits of its own', () => {
  test('hold, and stand in the OpenAPI document', async () => {
    const { url } = await start({ environment: { SEKISHO_LIMITS: '{"textLength":5}' } })
    const response = await fetch(`${url}/v1/lint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ marketplace: 'coconala', text: 'abcdef' }),
    })
    expect(await response.json()).toMatchObject({ code: 'text-too-long', limit: 5 })
    expect(await (await fetch(`${url}/openapi.json`)).text()).toContain('| each text | 5 UTF-16 code units |')
  })
})

describe('packs of its own', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sekisho-rules-'))
    writeSmallPacks(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const edit = (from: RegExp, to: string, name = 'lancers.yaml') => {
    const file = join(folder, name)
    const source = readFileSync(file, 'utf8')
    expect(source).toMatch(from)
    writeFileSync(file, source.replace(from, to))
  }
  const versions = async ({ url }: Service) => {
    const { packs } = (await (await fetch(`${url}/v1/packs`)).json()) as {
      packs: { id: string; version: string }[]
    }
    return Object.fromEntries(packs.map(({ id, version }) => [id, version]))
  }

  test('are read again when told, and a bad pack leaves the old ones in force', async () => {
    const service = await start({ rules: folder })
    edit(/^version: .*$/m, 'version: next')
    service.reload()
    expect((await versions(service)).lancers).toBe('next')

    edit(/^version: .*$/m, 'version: [broken')
    service.reload()
    expect((await versions(service)).lancers).toBe('next')
    expect(entries.findLast(({ event }) => event === 'packs-refused')).toMatchObject({
      level: 'error',
      faults: [expect.stringMatching(/^rules\/lancers\.yaml:\d+:\d+: /)],
    })
  })

  test('are read again when a file changes', async () => {
    const service = await start({ rules: folder })
    edit(/^version: .*$/m, 'version: changed')
    await vi.waitFor(() => expect(events()).toContain('packs-loaded'), { timeout: 20_000 })
    expect((await versions(service)).lancers).toBe('changed')
  })

  test.each([
    ['a key that nobody knows', 'lancers.yaml', /^version: /m, 'versoin: 1\nversion: ', 'versoin'],
    [
      'a category that nobody knows',
      'common-contact.yaml',
      /category: contact\.\w+/,
      'category: contact.emial',
      'category',
    ],
    [
      'an example that fails',
      'common-contact.yaml',
      /flags:\n(\s+)- /,
      "flags:\n$1- '[[何もありません]]'\n$1- ",
      'should flag',
    ],
  ])('with %s keep the service from starting, and name the place', async (_, name, from, to, says) => {
    edit(from, to, name)
    const fault = await start({ rules: folder }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(RulesError)
    const about = (fault as RulesError).faults.filter((one) => one.includes(says))
    expect(about).toEqual([expect.stringMatching(new RegExp(`^rules/${name}:\\d+:\\d+: `))])
  })
})

describe('the end', () => {
  test('a request in flight is answered, a new connection is not', async () => {
    const service = await start()
    const body = Buffer.from(JSON.stringify({ marketplace: 'coconala', text: 'よろしくお願いいたします。' }))
    const sending = request(`${service.url}/v1/lint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    })
    const answer = once(sending, 'response') as Promise<[IncomingMessage]>
    sending.write(body.subarray(0, 10))
    // Another request that is answered tells that the first connection was taken.
    await fetch(`${service.url}/healthz`)

    const closing = service.close()
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow()
    sending.end(body.subarray(10))
    const [response] = await answer
    expect(JSON.parse((await response.toArray()).join(''))).toMatchObject({ verdict: 'allow' })
    await closing
    expect(entries.at(-1)).toMatchObject({ event: 'stopped', drained: true })
  })
})

describe('the numbers', () => {
  test('are there for Prometheus', async () => {
    const { url } = await start()
    const lint = (text: string) =>
      fetch(`${url}/v1/lint`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ marketplace: 'coconala', text }),
      })
    await lint('詳しくはLINEで話しませんか')
    await lint('よろしくお願いいたします。')
    await fetch(`${url}/v1/nothing`)
    const response = await fetch(`${url}/metrics`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    expect(text).toContain('sekisho_verdicts_total{marketplace="coconala",verdict="block"} 1')
    expect(text).toContain('sekisho_verdicts_total{marketplace="coconala",verdict="allow"} 1')
    expect(text).toContain('sekisho_rule_findings_total{rule="common-contact/no-messenger-proposal"} 1')
    expect(text).toContain('sekisho_problems_total{code="not-found"} 1')
    expect(text).toContain('sekisho_requests_total{route="/v1/lint",method="POST",status="200",key=""} 2')
    expect(text).toContain('sekisho_request_seconds_count{route="/v1/lint"} 2')
  })
})
