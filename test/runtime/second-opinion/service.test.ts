/** The service with a second opinion, over a local server that speaks the documented shapes, with every fault. */
import { afterEach, describe, expect, it } from 'vitest'
import type { LintReport } from '../../../src/core/contract/report.ts'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import type { AskedOnce } from '../../../src/core/second-opinion/consult.ts'
import { createApp } from '../../../src/http/app.ts'
import type { LogEntry } from '../../../src/http/deps.ts'
import { createMemoryCache } from '../../../src/runtime/second-opinion/memory-cache.ts'
import { openConsultant } from '../../../src/runtime/second-opinion/open-consultant.ts'
import { readOpinionSettings } from '../../../src/runtime/second-opinion/opinion-settings.ts'
import { type FakeWord, fakeLinter } from '../../cli/memory-io.ts'
import { fakeDeps } from '../../http/fake-deps.ts'
import { fakeLinter as httpLinter } from '../../http/fake-linter.ts'
import { testLinter } from '../../support/linter.ts'
import { type Behaviour, completion, json, type ReaderServer, says, startReader } from './reader-server.ts'

const WORDS: readonly FakeWord[] = [
  { words: 'そちらで', category: 'contact.messenger', action: 'review', confidence: 'likely' },
  { words: 'あれで', category: 'contact.exchange', action: 'block', doubt: true },
]
const linter = { ...httpLinter, ...fakeLinter(WORDS), packs: testLinter().packs }
const HOLD = JSON.stringify({
  verdict: 'hold',
  findings: [{ category: 'contact.exchange', words: 'あれで', reason: '外の手段です。' }],
})
const PASS = JSON.stringify({ verdict: 'pass', findings: [] })
const SECRET_TEXT = 'ひみつの文、あれで'

let server: ReaderServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const service = async (behave: Behaviour, settings: object = {}, key?: string) => {
  server = await startReader(behave)
  const counted: AskedOnce[] = []
  const entries: LogEntry[] = []
  const clock = () => performance.now()
  const consult = openConsultant(
    readOpinionSettings({
      SEKISHO_SECOND_OPINION_URL: server.url,
      SEKISHO_SECOND_OPINION_MODEL: 'reader',
      ...(key === undefined ? {} : { SEKISHO_SECOND_OPINION_KEY: key }),
      SEKISHO_SECOND_OPINION_SETTINGS: JSON.stringify({ seconds: 0.5, ...settings }),
    })!,
    {
      fetch: (url, init) => fetch(url, init),
      cache: (seconds) => createMemoryCache({ entries: 100, seconds }, clock),
      clock,
      asked: (one) => counted.push(one),
      log: (entry) => entries.push(entry),
    },
  )
  const deps = fakeDeps({ linter: () => linter, consult, log: (entry) => entries.push(entry) })
  const app = createApp(deps)
  const post = async <T>(path: string, body: object): Promise<T> => {
    const response = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }
  const lint = (text: string): Promise<LintReport> => post('/v1/lint', { marketplace: 'coconala', text })
  return { lint, post, counted, entries }
}

describe('a reader that answers', () => {
  it('is asked in the documented shape, and its answer is weighed', async () => {
    const { lint, counted } = await service(says(HOLD), {}, 'sk-1')
    const report = await lint('では、あれでお願いします')
    expect(report).toMatchObject({
      verdict: 'review',
      secondOpinion: { model: 'reader', outcome: 'answered' },
    })
    const [{ headers, body }] = server!.asked as [ReaderServer['asked'][number]]
    expect(headers.authorization).toBe('Bearer sk-1')
    expect(body).toMatchObject({
      model: 'reader',
      stream: false,
      temperature: 0,
      messages: [{ role: 'system' }, { role: 'user' }],
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'second_opinion',
          strict: true,
          schema: { type: 'object', additionalProperties: false },
        },
      },
    })
    expect(counted).toMatchObject([{ outcome: 'answered', texts: 1 }])
  })

  it.each([
    ['prose around the JSON', `もちろんです。\n\`\`\`json\n${HOLD}\n\`\`\`\nご確認ください。`],
    ['parts of a content', [{ type: 'text', text: HOLD }]],
  ])('is understood with %s', async (_, content) => {
    const { lint } = await service(says(content))
    expect((await lint('あれで')).verdict).toBe('review')
  })

  it('is told what its server wants, and not what it does not', async () => {
    const { lint } = await service(says(PASS), {
      format: 'json_object',
      body: { temperature: null, max_completion_tokens: 500 },
    })
    await lint('あれで')
    const { body } = server!.asked[0]!
    expect(body).toMatchObject({ response_format: { type: 'json_object' }, max_completion_tokens: 500 })
    expect(body).not.toHaveProperty('temperature')
  })

  it('is asked once for the same message', async () => {
    const { lint } = await service(says(PASS))
    const first = await lint('そちらで')
    expect(first).toMatchObject({ verdict: 'allow', findings: [] })
    expect(await lint('そちらで')).toEqual(first)
    expect(server!.asked).toHaveLength(1)
  })

  it('is asked for no passport, no mask and nothing decided', async () => {
    const { lint, post } = await service(says(PASS))
    await lint('こんにちは')
    await post('/v1/mask', { marketplace: 'coconala', text: 'あれで' })
    await post('/v1/passport', { text: 'あれで', channels: ['message'] })
    expect(server!.asked).toEqual([])
  })

  it('is asked about the short fields of a document together, each by its own place', async () => {
    const { post } = await service((response, body) => {
      const [, { content }] = body.messages as [unknown, { content: string }]
      const answers = JSON.parse(content).文章.map(({ n, 本文: text }: { n: number; 本文: string }) => ({
        n,
        ...JSON.parse(text.includes('良') ? PASS : HOLD),
      }))
      says(JSON.stringify({ answers }))(response, body)
    })
    const report = await post<Record<string, unknown>>('/v1/lint/document', {
      marketplace: 'coconala',
      document: {
        portfolio: [
          { title: '良い、あれで', description: '悪い、あれで' },
          { title: 'こんにちは', description: 'そちらで、良' },
        ],
      },
    })
    expect(server!.asked).toHaveLength(1)
    expect(report).toMatchObject({
      findings: [{ path: 'portfolio[0].description', rule: 'second-opinion/reader' }],
      secondOpinions: [
        { path: 'portfolio[0].title', outcome: 'answered' },
        { path: 'portfolio[0].description', changed: [{ change: 'raised', span: { start: 3, end: 6 } }] },
        { path: 'portfolio[1].description', changed: [{ change: 'lowered' }] },
      ],
    })
  })
})

describe('a talkroom', () => {
  it('is asked about by message, each with those before it', async () => {
    const { post } = await service((response, body) => {
      const [, { content }] = body.messages as [unknown, { content: string }]
      const { 文章: texts } = JSON.parse(content)
      expect(texts.map((one: Record<string, unknown>) => [one.本文, one.前のやり取り])).toEqual([
        ['あれで進めます', undefined],
        ['そちらで大丈夫です', ['出品者(受注者): あれで進めます']],
      ])
      says(JSON.stringify({ answers: [1, 2].map((n) => ({ n, ...JSON.parse(n === 1 ? HOLD : PASS) })) }))(
        response,
        body,
      )
    })
    const report = await post<Record<string, unknown>>('/v1/lint/thread', {
      marketplace: 'coconala',
      thread: {
        messages: [
          { id: 'a', role: 'seller', sentAt: '2026-06-01', text: 'あれで進めます' },
          { id: 'b', role: 'buyer', sentAt: '2026-06-02', text: 'そちらで大丈夫です' },
        ],
      },
    })
    expect(report).toMatchObject({
      findings: [{ path: 'messages[0].text', rule: 'second-opinion/reader' }],
      secondOpinions: [
        { path: 'messages[0].text' },
        { path: 'messages[1].text', changed: [{ change: 'lowered' }] },
      ],
    })
  })
})

describe('a reader that does not', () => {
  const FAULTS: readonly [string, Behaviour, string][] = [
    ['is slow', () => {}, 'late'],
    ['stops in the middle', (response) => void response.writeHead(200).write('{"choices":['), 'late'],
    ['breaks the connection', (response) => void response.destroy(), 'unavailable'],
    ['is busy', json(429, { error: { message: SECRET_TEXT } }, { 'retry-after': '1' }), 'unavailable'],
    ['is broken', json(500, 'あれで'), 'unavailable'],
    ['is away', json(503, {}), 'unavailable'],
    ['does not know the key', json(401, {}), 'unavailable'],
    ['sends elsewhere', json(302, {}, { location: 'http://127.0.0.1:1/' }), 'unavailable'],
    ['cuts its JSON', says(HOLD.slice(0, -9)), 'unusable'],
    ['cuts the envelope', json(200, JSON.stringify(completion(HOLD)).slice(0, -30)), 'unusable'],
    ['answers in prose', says('違反です。'), 'unusable'],
    ['answers by another schema', says('{"result":"block"}'), 'unusable'],
    ['answers with another verdict', says('{"verdict":"block","findings":[]}'), 'unusable'],
    ['says nothing', says(''), 'unusable'],
    ['refuses', json(200, completion(null, { refusal: 'no' })), 'unusable'],
    ['sends nothing', json(200, ''), 'unusable'],
    ['sends another envelope', json(200, { output: HOLD }), 'unusable'],
    ['answers without end', says(`${HOLD}${' '.repeat(30_000)}`), 'unusable'],
    ['sends without end', says(HOLD + 'x'.repeat(1_000_000)), 'unusable'],
  ]

  it.each(FAULTS)('and %s leaves the rules’ verdict, never a milder one', async (_, behave, outcome) => {
    const { lint, entries, counted } = await service(behave)
    const alone = linter.lint(
      submissionSchema.parse({ marketplace: 'coconala', text: `そちらで、${SECRET_TEXT}` }),
    )
    const started = performance.now()
    const { secondOpinion, ...report } = await lint(`そちらで、${SECRET_TEXT}`)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(report).toEqual(alone)
    expect(report.verdict).toBe('review')
    expect(secondOpinion).toEqual({ asked: true, model: 'reader', outcome, changed: [], thrownAway: [] })
    expect(counted).toMatchObject([{ outcome }])
    expect(JSON.stringify(entries)).not.toMatch(/ひみつ|あれで/)
  })

  it('is left alone once it has failed again and again', async () => {
    const { lint } = await service(json(500, ''), { failures: 3, restSeconds: 60 })
    const outcomes: unknown[] = []
    for (let index = 0; index < 5; index += 1) {
      const { secondOpinion } = await lint(`あれで${index}`)
      outcomes.push([secondOpinion!.outcome, secondOpinion!.asked])
    }
    expect(outcomes).toEqual([
      ...Array(3).fill(['unavailable', true]),
      ...Array(2).fill(['not-asked', false]),
    ])
    expect(server!.asked).toHaveLength(3)
  })

  it('is not sent more than it may have at once', async () => {
    const { lint } = await service(() => {}, { concurrency: 2 })
    const reports = await Promise.all([0, 1, 2, 3].map((index) => lint(`あれで${index}`)))
    expect(reports.map(({ secondOpinion }) => secondOpinion!.outcome).sort()).toEqual([
      'late',
      'late',
      'not-asked',
      'not-asked',
    ])
    expect(server!.asked).toHaveLength(2)
  })
})
