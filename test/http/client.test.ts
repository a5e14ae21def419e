import { afterAll, describe, expect, test } from 'vitest'
import {
  type ClientOptions,
  createClient,
  SekishoProblem,
  SekishoUnavailable,
} from '../../src/http/client.ts'
import { serve } from '../../src/runtime/serve.ts'
import { KEYS, KEYS_CONFIGURATION } from '../conformance/test-keys.ts'

const service = await serve({
  environment: { SEKISHO_KEYS: KEYS_CONFIGURATION },
  host: '127.0.0.1',
  port: 0,
  log() {},
})
afterAll(() => service.close())

const client = createClient({ baseUrl: `${service.url}/`, key: KEYS.everything })
const message = { marketplace: 'coconala', text: '詳しくはLINEで話しませんか' }

describe('against a service', () => {
  test('lints', async () => {
    expect(await client.lint({ id: 'm1', ...message })).toMatchObject({ id: 'm1', verdict: 'block' })
  })

  test('lints documents and talkrooms', async () => {
    expect(
      await client.lintDocument({ document: { marketplace: 'coconala', profile: { bio: message.text } } }),
    ).toMatchObject({
      verdict: 'block',
      findings: [{ path: 'profile.bio' }],
    })
    const thread = { marketplace: 'coconala', messages: [{ id: 'm1', role: 'seller', text: message.text }] }
    expect(await client.lintThread({ thread })).toMatchObject({
      verdict: 'block',
      findings: [{ path: 'messages[0].text' }],
    })
  })

  test('gives passports and masks', async () => {
    const passport = await client.passport({ text: message.text, marketplaces: ['coconala'] })
    expect(passport.cells.map(({ phase, report }) => [phase, report.verdict])).toEqual([
      ['before_contract', 'block'],
      ['in_contract', 'block'],
    ])
    expect(
      await client.mask({ marketplace: 'coconala', text: '宛先は tanaka@gmail.com です' }),
    ).toMatchObject({
      text: '宛先は **************** です',
    })
  })

  test('reads the rules', async () => {
    const [first] = await client.packs()
    const pack = await client.pack(first!.id)
    expect(pack.digest).toBe(first!.digest)
    const { rules } = (await client.packs()).find(({ rules }) => rules.length > 0)!
    expect((await client.rule(rules[0]!)).id).toBe(rules[0])
  })

  test('lints a batch while it is sent', async () => {
    const sent: number[] = []
    async function* submissions() {
      for (let index = 0; index < 200; index += 1) {
        sent.push(index)
        yield index % 10 === 3 ? { marketplace: 'nowhere', text: '' } : { id: String(index), ...message }
      }
    }
    const answers = []
    for await (const answer of client.lintBatch(submissions())) answers.push(answer)
    expect(answers).toHaveLength(201)
    expect(answers.slice(0, 5)).toMatchObject([
      { line: 1, report: { id: '0', verdict: 'block' } },
      { line: 2, report: { id: '1' } },
      { line: 3, report: { id: '2' } },
      { line: 4, problem: { code: 'unknown-marketplace' } },
      { line: 5, report: { id: '4' } },
    ])
    expect(answers.at(-1)).toEqual({
      summary: { lines: 200, problems: 20, verdicts: { allow: 0, warn: 0, review: 0, block: 180 } },
    })
  })

  test('a wrong request is the caller’s fault, whatever the fail policy', async () => {
    const fault = await client.lint({ marketplace: 'nowhere', text: '' }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(SekishoProblem)
    expect((fault as SekishoProblem).code).toBe('unknown-marketplace')
    const stranger = createClient({ baseUrl: service.url, key: 'nobody' })
    await expect(stranger.lint(message)).rejects.toThrow('unknown-key')
  })
})

describe('when Sekisho cannot answer', () => {
  const problem =
    (status: number, headers = {}) =>
    () =>
      Response.json({ code: status === 429 ? 'rate-limited' : 'not-ready' }, { status, headers })
  const broken = () => {
    throw new TypeError('connection refused')
  }
  const silent = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)))

  /** A client whose attempts are answered one after another, the last answer again and again. */
  function scripted(
    answers: readonly ((url: string, init: RequestInit) => Response | Promise<Response>)[],
    more: Partial<ClientOptions> = {},
  ) {
    let attempts = 0
    const asked = createClient({
      baseUrl: 'https://sekisho.example',
      timeoutMs: 50,
      ...more,
      async fetch(url, init) {
        attempts += 1
        return answers[Math.min(attempts, answers.length) - 1]!(url, init)
      },
    })
    return { asked, attempts: () => attempts }
  }
  const report = {
    verdict: 'allow',
    findings: [],
    doubts: [],
    incomplete: [],
    pack: { id: 'coconala', version: '1', digest: 'a' },
  }
  const fine = () => Response.json(report)
  const finding = {
    category: 'contact.messenger',
    action: 'block',
    confidence: 'certain',
    rule: 'a/b',
    span: { start: 4, end: 8 },
    excerpt: 'LINE',
    says: '',
    why: '',
  }

  test.each([
    ['a broken connection', broken],
    ['503', problem(503)],
    ['429 with a short wait', problem(429, { 'retry-after': '0' })],
    ['no answer in time', silent],
  ])('%s is asked again', async (_, answer) => {
    const { asked, attempts } = scripted([answer, fine])
    expect((await asked.lint(message)).verdict).toBe('allow')
    expect(attempts()).toBe(2)
  })

  const ok = (body: string) => () => new Response(body, { status: 200 })
  const reporting = (changes: object) => ok(JSON.stringify({ ...report, ...changes }))
  const ANSWERS_OF_OTHERS: [string, () => Response][] = [
    ['an empty object', ok('{}')],
    ['null', ok('null')],
    ['an empty body', ok('')],
    ['a page of a proxy', ok('<!doctype html><title>Sign in</title>')],
    ['half a report', ok(JSON.stringify(report).slice(0, -10))],
    ['a problem under 200', ok('{"code":"rate-limited","status":429}')],
    ['a refusal of somebody on the way', () => Response.json({ code: 'Forbidden' }, { status: 403 })],
    ['a page of an error', () => new Response('<h1>Not here</h1>', { status: 404 })],
  ]
  test.each<[string, () => Response]>([
    ...ANSWERS_OF_OTHERS,
    ['a report without its verdict', reporting({ verdict: undefined })],
    ['a verdict that is none', reporting({ verdict: 'ok' })],
    ['findings that are none', reporting({ findings: [{}] })],
    ['no list of what is incomplete', reporting({ incomplete: undefined })],
    ['a report of another submission', reporting({ id: 'm2' })],
    ['a report of another text', reporting({ findings: [{ ...finding, excerpt: 'LINK' }] })],
  ])('%s is no answer to lint', async (_, answer) => {
    const { asked } = scripted([answer], { retries: 0 })
    expect(await asked.lint(message)).toMatchObject({
      verdict: 'review',
      incomplete: [{ code: 'unavailable' }],
    })
    const strict = scripted([answer], { retries: 0, whenUnavailable: 'throw' }).asked
    await expect(strict.lint(message)).rejects.toThrow(SekishoUnavailable)
  })

  test.each(ANSWERS_OF_OTHERS)('%s is no answer to anything else', async (_, answer) => {
    const { asked } = scripted([answer], { retries: 0 })
    for (const call of [
      () => asked.lintDocument({ document: {} }),
      () => asked.lintThread({ thread: {} }),
      () => asked.passport({ text: '' }),
      () => asked.mask(message),
      () => asked.packs(),
      () => asked.pack('a'),
      () => asked.rule('a/b'),
    ]) {
      await expect(call()).rejects.toThrow(SekishoUnavailable)
    }
  })

  test('an answer of somebody else is asked again', async () => {
    const { asked, attempts } = scripted([ok('{}'), reporting({ verdict: 'block', findings: [finding] })])
    expect((await asked.lint(message)).verdict).toBe('block')
    expect(attempts()).toBe(2)
  })

  test('a wait that nobody would wait for is not waited for', async () => {
    const { asked, attempts } = scripted([problem(429, { 'retry-after': '60' }), fine])
    expect((await asked.lint(message)).verdict).toBe('review')
    expect(attempts()).toBe(1)
  })

  test('500 is not asked again', async () => {
    const { asked, attempts } = scripted([problem(500), fine])
    expect((await asked.lint(message)).verdict).toBe('review')
    expect(attempts()).toBe(1)
  })

  test.each([
    ['holds the message by default', {}, 'review'],
    ['lets it pass where that is chosen', { whenUnavailable: 'allow' }, 'allow'],
  ] as const)('%s', async (_, more, verdict) => {
    const { asked, attempts } = scripted([broken], { retries: 1, ...more })
    expect(await asked.lint({ id: 'm1', ...message })).toEqual({
      id: 'm1',
      verdict,
      findings: [],
      doubts: [],
      incomplete: [{ code: 'unavailable', detail: expect.any(String) }],
    })
    expect(attempts()).toBe(2)
  })

  test('throws where that is chosen, and for everything but lint', async () => {
    const { asked } = scripted([broken], { retries: 0, whenUnavailable: 'throw' })
    await expect(asked.lint(message)).rejects.toThrow(SekishoUnavailable)
    await expect(scripted([broken], { retries: 0 }).asked.mask(message)).rejects.toThrow(SekishoUnavailable)
  })

  test('a batch that is cut off is told', async () => {
    const cut = () => new Response(`${JSON.stringify({ line: 1, report })}\n`)
    const { asked } = scripted([cut])
    const read = async () => {
      for await (const _ of asked.lintBatch([message]));
    }
    await expect(read()).rejects.toThrow('cut off')
  })

  test.each([
    ['a page', '<html>\n'],
    ['half a line', '{"line":1,'],
    ['a report that is none', '{"line":1,"report":{}}\n{"summary":{"lines":1,"problems":0}}\n'],
    ['null', 'null\n'],
  ])('a line of a batch that is %s is told', async (_, body) => {
    const { asked } = scripted([ok(body)])
    const read = async () => {
      for await (const _ of asked.lintBatch([message]));
    }
    await expect(read()).rejects.toThrow(SekishoUnavailable)
  })

  test('the caller’s own abort is the caller’s', async () => {
    const { asked } = scripted([silent], { timeoutMs: 10_000 })
    const abort = new AbortController()
    const asking = asked.lint(message, { signal: abort.signal })
    abort.abort(new Error('changed my mind'))
    await expect(asking).rejects.toThrow('changed my mind')
  })
})
