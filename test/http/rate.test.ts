/** A request counts by the texts that it brings, and the key that needs none by the client. */
import { describe, expect, test } from 'vitest'
import { createKeyring, newApiKey } from '../../src/http/api-key.ts'
import { createApp } from '../../src/http/app.ts'
import { clientOf } from '../../src/http/client-address.ts'
import { createMemoryRateLimiter } from '../../src/runtime/memory-rate-limiter.ts'
import { createAddressOf } from '../../src/runtime/node-address.ts'
import { createPlatformRateLimiter } from '../../src/runtime/platform-rate-limiter.ts'
import { fakeDeps } from './fake-deps.ts'

const { key, entry } = newApiKey('shop', new Uint8Array(32).fill(9))
const keyring = (rate: { requests: number; seconds: number }) =>
  createKeyring([
    { ...entry, rate },
    { name: 'page', anonymous: true, rate },
  ])

const start = (requests: number, more: Parameters<typeof fakeDeps>[0] = {}) => {
  const waits: number[] = []
  const app = createApp(
    fakeDeps({
      access: { kind: 'keys', keyring: keyring({ requests, seconds: 60 }) },
      rateLimiter: createMemoryRateLimiter(),
      addressOf: createAddressOf('10.0.0.0/8'),
      wait: async (seconds) => void waits.push(seconds),
      ...more,
    }),
  )
  const post = async (
    path: string,
    body: object | string,
    headers: Record<string, string> = {},
    peer = '',
  ) => {
    const response = await app.request(
      path,
      {
        method: 'POST',
        headers: {
          'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json',
          ...(peer === '' ? { authorization: `Bearer ${key}` } : {}),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
      { incoming: { socket: { remoteAddress: peer } } },
    )
    return {
      response,
      text: await response.text(),
      left: /;r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1],
    }
  }
  return { post, waits }
}

const message = { marketplace: 'coconala', text: 'あ' }
const thread = (count: number) => ({
  thread: {
    marketplace: 'coconala',
    messages: Array.from({ length: count }, () => ({ role: 'seller', text: 'あ' })),
  },
})
const account = (count: number) => ({
  document: { marketplace: 'coconala', profile: { skills: Array.from({ length: count }, () => 'あ') } },
})

describe('the weight of a request', () => {
  test.each([
    ['one text', '/v1/lint', message, 1],
    ['a masked text', '/v1/mask', message, 1],
    ['a thread of 30 messages', '/v1/lint/thread', thread(30), 30],
    ['an account of 7 fields', '/v1/lint/document', account(7), 7],
    ['a passport of 4 cells', '/v1/passport', { text: 'あ', channels: ['message', 'talkroom'] }, 4],
    ['a refused body', '/v1/lint', {}, 1],
  ])('%s', async (_, path, body, weight) => {
    const { post } = start(100)
    await post(path, body)
    const { left } = await post('/v1/lint', message)
    expect(Number(left)).toBe(100 - weight - 1)
  })

  test('a thread that is over the rate is refused, with when to come again', async () => {
    const { post } = start(40)
    expect((await post('/v1/lint/thread', thread(30))).response.status).toBe(200)
    const { response, text } = await post('/v1/lint/thread', thread(30))
    expect(response.status).toBe(429)
    expect(JSON.parse(text)).toMatchObject({ code: 'rate-limited', limit: 40 })
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('what weighs more than the whole rate takes all of it', async () => {
    const { post } = start(10)
    expect((await post('/v1/lint/thread', thread(30))).response.status).toBe(200)
    expect((await post('/v1/lint', message)).response.status).toBe(429)
  })

  test('a document of too many texts is refused before any is linted', async () => {
    const { post } = start(10_000)
    const { response, text } = await post('/v1/lint/document', account(5_001))
    expect(response.status).toBe(422)
    expect(JSON.parse(text)).toMatchObject({ code: 'too-many', limit: 5_000, unit: 'items' })
  })

  test('each line of a batch counts; the answers wait for the rate', async () => {
    const lines = `${JSON.stringify(message)}\n`.repeat(5)
    // The first two are within the rate, then every second line has to wait once.
    let asked = 0
    const { post, waits } = start(2, {
      rateLimiter: {
        take: async (_, rate) => {
          asked += 1
          return { allowed: asked <= 2 || asked % 2 === 0, rate, resetSeconds: 7 }
        },
      },
    })
    const { text } = await post('/v1/lint/batch', lines)
    expect(JSON.parse(text.trimEnd().split('\n').at(-1)!)).toMatchObject({
      summary: { lines: 5, problems: 0 },
    })
    expect(waits).toEqual([7, 7, 7])
  })

  test('a line that would wait for longer than a minute is answered with the problem', async () => {
    const { post } = start(2, {
      rateLimiter: {
        take: async (_, rate, __) => ({ allowed: rate.requests < 0, rate, resetSeconds: 3600 }),
      },
    })
    expect((await post('/v1/lint/batch', `${JSON.stringify(message)}\n`)).response.status).toBe(429)
    let asked = 0
    const later = start(2, {
      rateLimiter: {
        take: async (_, rate) => {
          asked += 1
          return { allowed: asked === 1, rate, resetSeconds: 3600 }
        },
      },
    })
    const { text } = await later.post('/v1/lint/batch', `${JSON.stringify(message)}\n`.repeat(3))
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { line: 1, report: {} },
      { line: 2, problem: { code: 'rate-limited' } },
      { line: 3, problem: { code: 'rate-limited' } },
      { summary: { lines: 3, problems: 2 } },
    ])
  })
})

describe('requests without a key', () => {
  const status = async (
    { post }: ReturnType<typeof start>,
    peer: string,
    headers: Record<string, string> = {},
  ) => (await post('/v1/lint', message, headers, peer)).response.status

  test('are counted by client', async () => {
    const service = start(2)
    expect([await status(service, '192.0.2.1'), await status(service, '192.0.2.1')]).toEqual([200, 200])
    expect(await status(service, '192.0.2.1')).toBe(429)
    expect(await status(service, '::ffff:192.0.2.1')).toBe(429)
    expect(await status(service, '192.0.2.2')).toBe(200)
    expect(await status(service, '2001:db8:1:2::a')).toBe(200)
    expect(await status(service, '2001:db8:1:2::b')).toBe(200)
    expect(await status(service, '2001:db8:1:2::c')).toBe(429)
    expect(await status(service, '2001:db8:1:3::c')).toBe(200)
  })

  test('come from whom a trusted proxy names, and from nobody that others name', async () => {
    const service = start(1)
    const named = (address: string) => ({ 'x-forwarded-for': address })
    expect(await status(service, '10.1.1.1', named('192.0.2.1'))).toBe(200)
    expect(await status(service, '10.1.1.1', named('192.0.2.1'))).toBe(429)
    expect(await status(service, '10.1.1.1', named('192.0.2.9, 192.0.2.1, 10.2.2.2'))).toBe(429)
    expect(await status(service, '10.1.1.1', named('192.0.2.2'))).toBe(200)
    expect(await status(service, '198.51.100.1', named('192.0.2.3'))).toBe(200)
    expect(await status(service, '198.51.100.1', named('192.0.2.4'))).toBe(429)
    expect(await status(service, '10.1.1.2', named('junk'))).toBe(200)
  })

  test('with a key count as the key, wherever they come from', async () => {
    const service = start(1)
    const authorization = `Bearer ${key}`
    expect(await status(service, '192.0.2.1', { authorization })).toBe(200)
    expect(await status(service, '192.0.2.2', { authorization })).toBe(429)
  })
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:0db8:0001::1', '2001:db8:1:0::/64'],
  ['2001:db8:1:0:5::1', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the client of %s is %s', (address, client) => {
  expect(clientOf(address)).toBe(client)
})

test.each(['10.0.0.0/33', '10.0.0', 'proxy.example', '::/129', '10.0.0.0/x'])(
  '%s is no trusted proxy',
  (entry) => {
    expect(() => createAddressOf(`127.0.0.1, ${entry}`)).toThrow('SEKISHO_TRUSTED_PROXIES')
  },
)

test('a Worker takes as many as the request weighs, and says which binding is missing', async () => {
  const taken: string[] = []
  const binding = {
    limit: async ({ key: bucket }: { key: string }) => ({ success: taken.push(bucket) <= 3 }),
  }
  const limiter = createPlatformRateLimiter({ RATE_10_60: binding })
  const rate = { requests: 10, seconds: 60 }
  expect(await limiter.take('a', rate, 2)).toEqual({ allowed: true, rate })
  expect(await limiter.take('a', rate, 5)).toEqual({ allowed: false, rate })
  expect(taken).toEqual(['a', 'a', 'a', 'a'])
  await expect(limiter.take('a', { requests: 9, seconds: 10 }, 1)).rejects.toMatchObject({
    code: 'misconfigured',
    extras: { detail: expect.stringContaining('RATE_9_10') },
  })
})
