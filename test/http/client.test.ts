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
  const fine = () => Response.json({ verdict: 'allow', findings: [], doubts: [], incomplete: [], packs: [] })

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
      packs: [],
    })
    expect(attempts()).toBe(2)
  })

  test('throws where that is chosen, and for everything but lint', async () => {
    const { asked } = scripted([broken], { retries: 0, whenUnavailable: 'throw' })
    await expect(asked.lint(message)).rejects.toThrow(SekishoUnavailable)
    await expect(scripted([broken], { retries: 0 }).asked.mask(message)).rejects.toThrow(SekishoUnavailable)
  })

  test('a batch that is cut off is told', async () => {
    const cut = () => new Response('{"line":1,"problem":{}}\n')
    const { asked } = scripted([cut])
    const read = async () => {
      for await (const _ of asked.lintBatch([message]));
    }
    await expect(read()).rejects.toThrow('cut off')
  })

  test('the caller’s own abort is the caller’s', async () => {
    const { asked } = scripted([silent], { timeoutMs: 10_000 })
    const abort = new AbortController()
    const asking = asked.lint(message, { signal: abort.signal })
    abort.abort(new Error('changed my mind'))
    await expect(asking).rejects.toThrow('changed my mind')
  })
})
