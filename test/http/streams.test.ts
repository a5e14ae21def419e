/** Bodies that come slowly, in pieces, without end; answers that are read slowly. */
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { DEFAULT_LIMITS } from '../../src/http/limits.ts'
import { ndjsonLines } from '../../src/http/ndjson-lines.ts'
import { fakeDeps } from './fake-deps.ts'

const utf8 = new TextEncoder()
const LIMITS = { bodyBytes: 40, bodySeconds: 30 }

/** A stream of these pieces, made only as they are asked for; `endless` never says that it is over. */
function streamOf(pieces: Iterable<Uint8Array>, { endless = false } = {}) {
  const iterator = pieces[Symbol.iterator]()
  const made = { count: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = iterator.next()
        if (!done) {
          made.count += 1
          controller.enqueue(value)
        } else if (endless) await new Promise(() => {})
        else controller.close()
      },
      cancel() {
        made.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, made }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const post = (path: string, body: ReadableStream<Uint8Array>, type: string) =>
  new Request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    ...{ duplex: 'half' },
  })

describe('the lines of a stream', () => {
  const text = '{"a":1}\r\n\n{"b":"あ😀"}\nlonger than forty bytes, which is too long for one line\n{"c":3}'
  const expected = [
    { line: 1, byte: 0, text: '{"a":1}\r' },
    { line: 3, byte: 10, text: '{"b":"あ😀"}' },
    { line: 4, byte: 26, fault: 'body-too-large' },
    { line: 5, byte: 82, text: '{"c":3}' },
  ]

  test.each([1, 2, 3, 7, 40, 1000])('are the same in pieces of %i bytes', async (size) => {
    const bytes = utf8.encode(text)
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.slice(index * size, (index + 1) * size),
    )
    expect(await all(ndjsonLines(streamOf(pieces).stream, LIMITS))).toEqual(expected)
  })

  test('that are no UTF-8 are named, and the others are read', async () => {
    const { stream } = streamOf([new Uint8Array([0xff, 0x0a, 0x61])])
    expect(await all(ndjsonLines(stream, LIMITS))).toEqual([
      { line: 1, byte: 0, fault: 'not-utf-8' },
      { line: 2, byte: 2, text: 'a' },
    ])
  })

  test('end with a fault where nothing comes any more', async () => {
    const { stream, made } = streamOf([utf8.encode('a\nb')], { endless: true })
    expect(await all(ndjsonLines(stream, { ...LIMITS, bodySeconds: 0.05 }))).toEqual([
      { line: 1, byte: 0, text: 'a' },
      { line: 2, byte: 2, fault: 'body-too-slow' },
    ])
    expect(made.cancelled).toBe(true)
  })
})

describe('a batch', () => {
  const line = utf8.encode(`${JSON.stringify({ marketplace: 'coconala', text: 'LINE' })}\n`)
  function* lines(count: number) {
    for (let index = 0; index < count; index += 1) yield line
  }

  test('is read only as fast as its answer is', async () => {
    const { stream, made } = streamOf(lines(10_000))
    const response = await createApp(fakeDeps()).fetch(post('/v1/lint/batch', stream, 'application/x-ndjson'))
    const reader = response.body!.getReader()
    for (let count = 0; count < 5; count += 1) await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(made.count).toBeLessThan(20)
    await reader.cancel()
    expect(made.cancelled).toBe(true)
  })

  test('of too many lines says so, and where, and ends', async () => {
    const app = createApp(fakeDeps({ limits: { ...DEFAULT_LIMITS, batchLines: 2 } }))
    const response = await app.fetch(
      post('/v1/lint/batch', streamOf(lines(4)).stream, 'application/x-ndjson'),
    )
    const answers = (await response.text())
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer))
    expect(answers).toMatchObject([
      { line: 1, report: { verdict: 'block' } },
      { line: 2, report: {} },
      { line: 3, problem: { code: 'too-many', limit: 2, unit: 'items' } },
      { summary: { lines: 2, problems: 1 } },
    ])
  })
})

describe('a JSON body', () => {
  const ask = async (pieces: Iterable<Uint8Array>, { endless = false, bodySeconds = 30 } = {}) => {
    const app = createApp(fakeDeps({ limits: { ...DEFAULT_LIMITS, bodyBytes: 1000, bodySeconds } }))
    const { stream, made } = streamOf(pieces, { endless })
    const response = await app.fetch(post('/v1/lint', stream, 'application/json'))
    return { status: response.status, answer: await response.json(), made }
  }

  test('in pieces is put together', async () => {
    const bytes = utf8.encode(JSON.stringify({ marketplace: 'coconala', text: 'あ😀LINE' }))
    const { status, answer } = await ask([...bytes].map((byte) => new Uint8Array([byte])))
    expect({ status, answer }).toMatchObject({
      status: 200,
      answer: { verdict: 'block', findings: [{ span: { start: 3, end: 7 } }] },
    })
  })

  test('without a declared length is cut off at the limit', async () => {
    function* forever() {
      for (;;) yield utf8.encode('a'.repeat(100))
    }
    const { status, answer, made } = await ask(forever())
    expect({ status, answer }).toMatchObject({
      status: 413,
      answer: { code: 'body-too-large', limit: 1000, unit: 'bytes' },
    })
    expect(made.count).toBe(11)
    expect(made.cancelled).toBe(true)
  })

  test('that does not come is not waited for', async () => {
    const { status, answer } = await ask([utf8.encode('{')], { endless: true, bodySeconds: 0.05 })
    expect({ status, answer }).toMatchObject({
      status: 408,
      answer: { code: 'body-too-slow', unit: 'seconds' },
    })
  })
})
