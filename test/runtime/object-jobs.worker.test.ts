/** Large jobs in the local simulator: R2 and Queues of Miniflare, inside workerd. */
import { createExecutionContext, createMessageBatch, env, getQueueResult } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import type { LintReport } from '../../src/core/contract/report.ts'
import { type Submission, submissionSchema } from '../../src/core/contract/submission.ts'
import { checkReceipt } from '../../src/core/lint/receipt.ts'
import { DEFAULT_LIMITS } from '../../src/http/limits.ts'
import { consumeObjectJobs } from '../../src/runtime/object-jobs.ts'
import worker, { type Bindings } from '../../src/runtime/worker.ts'

const lint = async ({ id, text }: Submission): Promise<LintReport> => ({
  id: id!,
  verdict: text.includes('LINE') ? 'block' : 'allow',
  findings: [],
  doubts: [],
  incomplete: [],
  pack: { id: 'coconala', version: '1', digest: 'a'.repeat(64) },
})

/** NDJSON of some size with lines of many lengths, blank and broken ones among them. */
const lineOf = (index: number): string => {
  if (index % 50 === 7) return '{"broken":'
  if (index % 50 === 8) return ''
  return JSON.stringify({
    id: `m${index}`,
    marketplace: 'coconala',
    text: `${index % 5 === 0 ? 'LINEで' : ''}${'話しましょう。'.repeat(index % 23)}`,
  })
}
const input = Array.from({ length: 400 }, (_, index) => lineOf(index)).join('\n')
const CHUNK_BYTES = 5000

const arrival = (key: string, { size, etag }: { size: number; etag: string }) => ({
  account: 'a',
  action: 'PutObject',
  bucket: 'sekisho-objects',
  object: { key, size, eTag: etag },
  eventTime: '2026-11-20T00:00:00.000Z',
})

const message = (body: unknown, attempts = 1) => ({
  id: crypto.randomUUID(),
  timestamp: new Date(),
  attempts,
  body,
})

/** A queue that keeps what is sent, and works it off when told. */
function heldQueue() {
  const held: unknown[] = []
  const queue = {
    sendBatch: async (messages: Iterable<{ body: unknown }>) =>
      void held.push(...[...messages].map(({ body }) => body)),
  }
  return { held, queue: queue as unknown as typeof env.JOBS }
}

async function consume(
  bodies: readonly unknown[],
  queue: typeof env.JOBS,
  more: { lint?: typeof lint; log?: (entry: object) => void; chunkBytes?: number | undefined } = {},
) {
  const batch = createMessageBatch(
    'sekisho-jobs',
    bodies.map((body) => message(body)),
  )
  const context = createExecutionContext()
  await consumeObjectJobs(batch, {
    bucket: env.OBJECTS,
    queue,
    limits: DEFAULT_LIMITS,
    lint,
    log() {},
    chunkBytes: CHUNK_BYTES,
    ...more,
  })
  return getQueueResult(batch, context)
}

async function objectsBelow(prefix: string): Promise<Record<string, string>> {
  const { objects } = await env.OBJECTS.list({ prefix })
  const entries = await Promise.all(
    objects.map(async ({ key }) => [key.slice(prefix.length), await (await env.OBJECTS.get(key))!.text()]),
  )
  return Object.fromEntries(entries)
}

/** Every answer of every part, by the byte of its line. */
const answersOf = (parts: Record<string, string>) =>
  Object.entries(parts)
    .filter(([name]) => name.includes('part-'))
    .flatMap(([, text]) =>
      text
        .trimEnd()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    )

describe('an object of many chunks', () => {
  test('is linted line by line, none lost and none twice, whatever is delivered twice', async () => {
    const put = (await env.OBJECTS.put('in/many.ndjson', input))!
    const { held, queue } = heldQueue()
    await consume([arrival('in/many.ndjson', put)], queue)
    expect(held.length).toBe(Math.ceil(put.size / CHUNK_BYTES))
    expect(held.length).toBeGreaterThan(5)

    const result = await consume(held, queue)
    expect(result.explicitAcks.length).toBe(held.length)
    const folder = `reports/in/many.ndjson/${put.etag}/`
    const once = await objectsBelow(folder)

    const bytes = new TextEncoder().encode(input)
    const expected: number[] = []
    for (let byte = 0, index = 0; index < 400; index += 1) {
      const length = new TextEncoder().encode(lineOf(index)).length
      if (length > 0) expected.push(byte)
      byte += length + 1
    }
    const answers = answersOf(once)
    expect(answers.map(({ byte }) => byte)).toEqual(expected)
    for (const { byte, report } of answers.filter((answer) => answer.report)) {
      expect(new TextDecoder().decode(bytes.subarray(byte)).startsWith(`{"id":"${report.id}"`)).toBe(true)
    }
    expect(JSON.parse(once['summary.json']!)).toEqual({
      parts: held.length,
      lines: 392,
      problems: 8,
      verdicts: { allow: 304, warn: 0, review: 0, block: 80 },
    })

    await consume([...held].reverse(), queue)
    expect(await objectsBelow(folder)).toEqual(once)
  })

  test('has no summary before its last part', async () => {
    const put = (await env.OBJECTS.put('in/unfinished.ndjson', input))!
    const { held, queue } = heldQueue()
    await consume([arrival('in/unfinished.ndjson', put)], queue)
    await consume(held.slice(1), queue)
    const folder = `reports/in/unfinished.ndjson/${put.etag}/`
    expect(Object.keys(await objectsBelow(folder))).not.toContain('summary.json')
    await consume(held.slice(0, 1), queue)
    expect(Object.keys(await objectsBelow(folder))).toContain('summary.json')
  })
})

const gzipped = async (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

describe('a gzip object', () => {
  test('gives the same reports as its content, and nothing is left of the unpacking', async () => {
    const plain = (await env.OBJECTS.put('in/plain.ndjson', input))!
    const packed = (await env.OBJECTS.put('in/packed.ndjson.gz', await gzipped(input)))!
    for (const [key, put] of [
      ['in/plain.ndjson', plain],
      ['in/packed.ndjson.gz', packed],
    ] as const) {
      const { held, queue } = heldQueue()
      await consume([arrival(key, put)], queue)
      expect(held.length).toBeGreaterThan(5)
      await consume(held, queue)
    }
    const unnamed = (parts: Record<string, string>) =>
      Object.values(parts).map((text) => text.replace(/"requestId":"[^"]+"/g, ''))
    const reports = await objectsBelow(`reports/in/packed.ndjson.gz/${packed.etag}/`)
    expect(unnamed(reports)).toEqual(unnamed(await objectsBelow(`reports/in/plain.ndjson/${plain.etag}/`)))
    expect(Object.keys(reports)).toContain('summary.json')
    expect(await objectsBelow('unpacked/')).toEqual({})
  })

  test('of more than one upload part is unpacked whole', async () => {
    const line = `${JSON.stringify({ id: 'm', marketplace: 'coconala', text: 'あ'.repeat(100) })}\n`
    const lines = Math.ceil((20 * 1024 * 1024) / line.length)
    const put = (await env.OBJECTS.put('in/large.gz', await gzipped(line.repeat(lines))))!
    const { held, queue } = heldQueue()
    await consume([arrival('in/large.gz', put)], queue, { chunkBytes: undefined })
    const last = held.at(-1) as { key: string; size: number; parts: number }
    expect(last.size).toBe(new TextEncoder().encode(line).length * lines)
    expect(last.parts).toBe(Math.ceil(last.size / (256 * 1024)))
    expect((await env.OBJECTS.head(last.key))?.size).toBe(last.size)
    await env.OBJECTS.delete(last.key)
  })

  test('that breaks off is tried again, and then goes where failed jobs go', async () => {
    const whole = await gzipped(input)
    const put = (await env.OBJECTS.put('in/cut.gz', whole.slice(0, whole.byteLength - 20)))!
    const result = await consume([arrival('in/cut.gz', put)], heldQueue().queue)
    expect(result.retryMessages.length).toBe(1)
  })
})

describe('other objects', () => {
  test.each([
    ['an empty one', '', 0],
    ['one line without a line break', lineOf(0), 1],
    ['blank lines', '\n\n\n', 0],
  ])('%s', async (name, content, lines) => {
    const key = `in/${name}.ndjson`
    const put = (await env.OBJECTS.put(key, content))!
    const { held, queue } = heldQueue()
    await consume([arrival(key, put)], queue)
    await consume(held, queue)
    const written = await objectsBelow(`reports/${key}/${put.etag}/`)
    expect(JSON.parse(written['summary.json']!)).toMatchObject({ parts: 1, lines })
  })

  test('an object that was replaced meanwhile is left to its own job', async () => {
    const put = (await env.OBJECTS.put('in/replaced.ndjson', input))!
    const { held, queue } = heldQueue()
    await consume([arrival('in/replaced.ndjson', put)], queue)
    await env.OBJECTS.put('in/replaced.ndjson', `${input}\n`)
    const result = await consume(held, queue)
    expect(result.explicitAcks.length).toBe(held.length)
    expect(await objectsBelow(`reports/in/replaced.ndjson/`)).toEqual({})
  })

  test('results are not taken for input', async () => {
    const { held, queue } = heldQueue()
    await consume([arrival('reports/a', { size: 10, etag: 'e' })], queue)
    expect(held).toEqual([])
  })
})

describe('faults', () => {
  test('a message that nobody understands is dropped, and said', async () => {
    const log = vi.fn()
    const result = await consume([{ hello: 1 }, 'text', null], heldQueue().queue, { log })
    expect(result.explicitAcks.length).toBe(3)
    expect(log.mock.calls.map(([entry]) => entry.event)).toEqual(Array(3).fill('job-not-understood'))
  })

  test('a chunk that fails is delivered again', async () => {
    const log = vi.fn()
    const broken = {
      sendBatch: () => Promise.reject(new Error('the queue is away')),
    } as unknown as typeof env.JOBS
    const put = (await env.OBJECTS.put('in/a', 'some bytes'))!
    const result = await consume([arrival('in/a', put)], broken, { log })
    expect(result.retryMessages.length).toBe(1)
    expect(log.mock.calls[0]![0]).toMatchObject({ event: 'job-failed', kind: 'Error' })
    expect(JSON.stringify(log.mock.calls)).not.toContain('away')
  })

  test('a line whose linting fails is answered with a problem, and the others are linted', async () => {
    const put = (await env.OBJECTS.put('in/fails.ndjson', [0, 1, 2].map(lineOf).join('\n')))!
    const failing = async (submission: Submission) => {
      if (submission.id === 'm1') throw new Error(submission.text)
      return lint(submission)
    }
    const { held, queue } = heldQueue()
    await consume([arrival('in/fails.ndjson', put)], queue)
    await consume(held, queue, { lint: failing })
    const answers = answersOf(await objectsBelow(`reports/in/fails.ndjson/${put.etag}/`))
    expect(answers).toMatchObject([
      { report: { id: 'm0' } },
      { problem: { code: 'internal' } },
      { report: { id: 'm2' } },
    ])
  })
})

test('the Worker does all of it by itself: an arrival in, a summary out', async () => {
  const lines = [
    { id: '1', marketplace: 'coconala', text: '詳しくはLINEで話しませんか' },
    { id: '2', marketplace: 'lancers', text: 'よろしくお願いいたします。' },
    { id: '3', marketplace: 'nowhere', text: '' },
  ]
  const put = (await env.OBJECTS.put('in/real.ndjson', lines.map((line) => JSON.stringify(line)).join('\n')))!
  await env.JOBS.send(arrival('in/real.ndjson', put))
  const folder = `reports/in/real.ndjson/${put.etag}/`
  await vi.waitFor(async () => expect(await env.OBJECTS.head(`${folder}summary.json`)).not.toBeNull(), {
    timeout: 20_000,
    interval: 100,
  })
  const written = await objectsBelow(folder)
  expect(JSON.parse(written['summary.json']!)).toEqual({
    parts: 1,
    lines: 3,
    problems: 1,
    verdicts: { allow: 1, warn: 0, review: 0, block: 1 },
  })
  expect(answersOf(written)).toMatchObject([
    { byte: 0, report: { id: '1', verdict: 'block', findings: [{ excerpt: 'LINEで話しませんか' }] } },
    { report: { id: '2', verdict: 'allow' } },
    { problem: { code: 'unknown-marketplace' } },
  ])
})

test('the Worker signs its reports and keeps to the limits that are set, as under /v1', async () => {
  const lines = ['よろしくお願いいたします。', 'あ'.repeat(51)].map((text, index) =>
    JSON.stringify({ id: String(index), marketplace: 'lancers', text }),
  )
  const put = (await env.OBJECTS.put('in/signed.ndjson', lines.join('\n')))!
  const { held, queue } = heldQueue()
  const bindings = {
    ...env,
    JOBS: queue,
    SEKISHO_RECEIPT_SECRET: 'a secret',
    SEKISHO_LIMITS: '{"textLength":50}',
  } as unknown as Bindings
  const run = (bodies: readonly unknown[]) =>
    worker.queue(
      createMessageBatch(
        'sekisho-jobs',
        bodies.map((body) => message(body)),
      ) as unknown as Parameters<typeof worker.queue>[0],
      bindings,
    )
  await run([arrival('in/signed.ndjson', put)])
  await run(held)
  const [signed, refused] = answersOf(await objectsBelow(`reports/in/signed.ndjson/${put.etag}/`))
  const submission = submissionSchema.parse(JSON.parse(lines[0]!))
  expect(checkReceipt(submission, signed.report, 'a secret')).toBe('valid')
  expect(refused.problem).toMatchObject({ code: 'text-too-long', limit: 50 })
  await expect(
    worker.queue(
      createMessageBatch('sekisho-jobs', []) as unknown as Parameters<typeof worker.queue>[0],
      { ...bindings, SEKISHO_LIMITS: '{' } as unknown as Bindings,
    ),
  ).rejects.toThrow('limits')
})
