/** What an operator relies on: readiness, receipts, numbers, honest faults. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type LintReport, reportSchema } from '../../src/core/contract/report.ts'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { checkDocumentReceipt, checkReceipt } from '../../src/core/lint/receipt.ts'
import { createApp } from '../../src/http/app.ts'
import type { AppDeps } from '../../src/http/deps.ts'
import { createAnalyticsMetrics } from '../../src/runtime/analytics-metrics.ts'
import { createPrometheusMetrics } from '../../src/runtime/prometheus-metrics.ts'
import { fakeDeps } from './fake-deps.ts'
import { fakeLinter } from './fake-linter.ts'

const submission = { marketplace: 'coconala', text: 'LINE' }
const post = (app: ReturnType<typeof createApp>, path: string, body: object = submission) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const answer = async (response: Response) => ({ status: response.status, answer: await response.json() })

describe('a service that is not ready', () => {
  test.each([
    ['has no linter yet', { linter: () => undefined }],
    ['is stopping', { stopping: () => true }],
  ] satisfies [string, Partial<AppDeps>][])('%s: it says so, and is alive', async (_, changes) => {
    const app = createApp(fakeDeps(changes))
    expect(await answer(await app.request('/readyz'))).toMatchObject({
      status: 503,
      answer: { code: 'not-ready' },
    })
    expect((await app.request('/healthz')).status).toBe(200)
  })

  test('asks to be asked again', async () => {
    const response = await post(createApp(fakeDeps({ linter: () => undefined })), '/v1/lint')
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await answer(response)).toMatchObject({ status: 503, answer: { code: 'not-ready' } })
  })

  test('answers what is in flight while it is stopping', async () => {
    expect((await post(createApp(fakeDeps({ stopping: () => true })), '/v1/lint')).status).toBe(200)
  })
})

describe('receipts', () => {
  const SECRET = 'a secret'
  const app = createApp(fakeDeps({ receiptSecret: SECRET }))
  const checked = (report: LintReport, fields: object) =>
    checkReceipt(submissionSchema.parse({ ...submission, ...fields }), reportSchema.parse(report), SECRET)

  test.each([
    [
      'a document',
      '/v1/lint/document',
      { marketplace: 'coconala', document: { profile: { bio: 'LINE', 'x y': 'LINE' } } },
    ],
    [
      'a thread',
      '/v1/lint/thread',
      { thread: { marketplace: 'coconala', messages: [{ role: 'seller', text: 'LINE' }] } },
    ],
  ])('stand in the report of %s', async (_, path, asked) => {
    const report = (await (await post(app, path, asked)).json()) as LintReport
    expect(checkDocumentReceipt({ asked, report }, SECRET)).toBe('valid')
    expect(checkDocumentReceipt({ asked, report: { ...report, verdict: 'allow' } as object }, SECRET)).toBe(
      'wrong',
    )
    expect(checkDocumentReceipt({ asked: { ...asked, marketplace: 'lancers' }, report }, SECRET)).toBe(
      'wrong',
    )
    expect(checkDocumentReceipt({ asked, report }, 'another')).toBe('other-key')
    const unsigned = (await (await post(createApp(fakeDeps()), path, asked)).json()) as LintReport
    expect(checkDocumentReceipt({ asked, report: unsigned }, SECRET)).toBe('no-receipt')
  })

  test('stand in every report', async () => {
    const report = (await (await post(app, '/v1/lint')).json()) as LintReport
    expect(checked(report, {})).toBe('valid')
    const { cells } = (await (await post(app, '/v1/passport', { text: 'LINE' })).json()) as {
      cells: { channel: string; phase: string; report: LintReport }[]
    }
    expect(cells.map(({ channel, phase, report: one }) => checked(one, { channel, phase }))).toEqual([
      'valid',
      'valid',
    ])
  })

  test('do not stand where nothing signs', async () => {
    expect(await (await post(createApp(fakeDeps()), '/v1/lint')).json()).not.toHaveProperty('receipt')
  })
})

describe('faults', () => {
  const broken = () => {
    throw new TypeError('boom')
  }

  test('of our own are answered with an id that stands in the log', async () => {
    const deps = fakeDeps({ linter: () => ({ ...fakeLinter, lint: broken }) })
    const response = await post(createApp(deps), '/v1/lint')
    expect(await answer(response)).toMatchObject({
      status: 500,
      answer: { code: 'internal', requestId: 'request-1' },
    })
    expect(deps.entries).toMatchObject(
      [
        {
          level: 'error',
          event: 'fault',
          id: 'request-1',
          route: '/v1/lint',
          kind: 'TypeError',
          at: [expect.stringContaining('broken')],
        },
        { level: 'error', event: 'request', id: 'request-1', status: 500, problem: 'internal' },
      ].map((entry) => ('at' in entry ? { ...entry, at: expect.arrayContaining(entry.at!) } : entry)),
    )
    expect(JSON.stringify(deps.entries)).not.toContain('boom')
  })

  test('in one line of a batch leave the others their answers', async () => {
    const lint = (given: typeof submission & { id?: string }) =>
      given.id === '2' ? broken() : fakeLinter.lint(given as never)
    const deps = fakeDeps({ linter: () => ({ ...fakeLinter, lint: lint as typeof fakeLinter.lint }) })
    const response = await createApp(deps).request('/v1/lint/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: ['1', '2', '3'].map((id) => JSON.stringify({ ...submission, id })).join('\n'),
    })
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { report: { id: '1' } },
      { problem: { code: 'internal' } },
      { report: { id: '3' } },
      { summary: { lines: 3, problems: 1 } },
    ])
    expect(deps.entries.map(({ event }) => event).sort()).toEqual(['batch', 'fault', 'request'])
  })
})

describe('numbers', () => {
  const rich: LintReport = {
    ...fakeLinter.lint(submissionSchema.parse(submission)),
    verdict: 'review',
    incomplete: [{ code: 'rule-failed', detail: 'common/line' }],
    secondOpinion: {
      asked: true,
      model: 'm',
      outcome: 'answered',
      changed: [
        {
          change: 'raised',
          category: 'contact.exchange',
          span: { start: 0, end: 1 },
          excerpt: 'x',
          from: 'doubt',
          to: 'review',
        },
      ],
      thrownAway: ['not-in-text'],
    },
  }

  test('have the same names on Workers and for Prometheus', async () => {
    const points: { index: string; labels: number }[] = []
    const analytics = createAnalyticsMetrics({
      writeDataPoint: (point) =>
        points.push({ index: String(point?.indexes?.[0]), labels: point?.blobs?.length ?? 0 }),
    })
    const prometheus = createPrometheusMetrics({ process: false })
    for (const metrics of [analytics, prometheus]) {
      metrics.answered({
        route: '/v1/lint',
        method: 'POST',
        status: 503,
        seconds: 0.1,
        key: 'shop',
        problem: 'not-ready',
      })
      metrics.linted('coconala', rich)
      metrics.asked({ outcome: 'answered', texts: 1, characters: 2000 })
    }
    const { text } = await prometheus.exposition()
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
    expect(points.map(({ index }) => index).sort()).toEqual(names.sort())
  })

  test('count a rule that failed', async () => {
    const metrics = createPrometheusMetrics({ process: false })
    const app = createApp(fakeDeps({ metrics, linter: () => ({ ...fakeLinter, lint: () => rich }) }))
    expect(await answer(await post(app, '/v1/lint'))).toMatchObject({
      status: 200,
      answer: { verdict: 'review' },
    })
    expect(await (await app.request('/metrics')).text()).toContain(
      'sekisho_incomplete_total{code="rule-failed"} 1',
    )
  })

  test('are not served where nobody keeps them', async () => {
    expect((await createApp(fakeDeps()).request('/metrics')).status).toBe(404)
  })
})

describe('an address with nothing at it', () => {
  const web = new Hono().notFound((c) => c.html('<h1>lost</h1>', 404))
  const app = createApp(fakeDeps({ web: () => web }))
  const ask = async (path: string, accept: string, method = 'GET') => {
    const response = await app.request(path, { method, headers: { accept } })
    return [response.status, response.headers.get('content-type')?.split(';')[0]]
  }

  test('is a page for a browser, and a problem for everybody else', async () => {
    const browser = 'text/html,application/xhtml+xml,*/*;q=0.8'
    expect(await ask('/nowhere', browser)).toEqual([404, 'text/html'])
    expect(await ask('/nowhere', '*/*')).toEqual([404, 'application/problem+json'])
    expect(await ask('/v1/nowhere', browser)).toEqual([404, 'application/problem+json'])
    expect(await ask('/nowhere', browser, 'POST')).toEqual([404, 'application/problem+json'])
  })
})
