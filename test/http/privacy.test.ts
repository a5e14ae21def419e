/** Plants words everywhere in requests, and looks for them in everything that the service says about itself. */
import { expect, test } from 'vitest'
import type { LintReport } from '../../src/core/contract/report.ts'
import { createApp } from '../../src/http/app.ts'
import type { LogEntry } from '../../src/http/deps.ts'
import { createAnalyticsMetrics } from '../../src/runtime/analytics-metrics.ts'
import { createPrometheusMetrics } from '../../src/runtime/prometheus-metrics.ts'
import { fakeDeps } from './fake-deps.ts'
import { fakeLinter } from './fake-linter.ts'

const PLANTED = 'ひみつのことばLINEsecret@example.org'

/** What was said: logs, metrics, and the answers to requests that failed. */
async function everythingSaid(): Promise<string> {
  const said: unknown[] = []
  const log = (entry: LogEntry) => said.push(entry)
  const prometheus = createPrometheusMetrics({ process: false })
  const analytics = createAnalyticsMetrics({ writeDataPoint: (point) => said.push(point) })
  const metrics = {
    ...prometheus,
    answered(request: Parameters<typeof prometheus.answered>[0]) {
      prometheus.answered(request)
      analytics.answered(request)
    },
    linted(marketplace: string, report: LintReport) {
      prometheus.linted(marketplace, report)
      analytics.linted(marketplace, report)
    },
  }
  const app = createApp(fakeDeps({ log, metrics }))
  const failing = createApp(
    fakeDeps({
      log,
      metrics,
      linter: () => ({
        ...fakeLinter,
        lint: ({ text }) => {
          throw new Error(`no rule for ${text}`, { cause: new TypeError(text) })
        },
      }),
    }),
  )

  const submission = {
    marketplace: 'coconala',
    id: PLANTED,
    recipientName: PLANTED,
    jobText: PLANTED,
    text: PLANTED,
  }
  const bodies: unknown[] = [
    submission,
    { ...submission, history: [{ role: 'buyer', text: PLANTED }] },
    { ...submission, marketplace: PLANTED },
    { ...submission, channel: PLANTED },
    { ...submission, text: { [PLANTED]: PLANTED } },
    { ...submission, text: PLANTED.repeat(2000) },
    `{"text":"${PLANTED}`,
    `"${PLANTED}"`,
  ]
  const paths = [
    '/v1/lint',
    '/v1/mask',
    '/v1/passport',
    '/v1/lint/document',
    '/v1/lint/thread',
    '/v1/lint/batch',
  ]
  for (const service of [app, failing]) {
    for (const path of paths) {
      for (const body of bodies) {
        const response = await service.request(`${path}?${encodeURIComponent(PLANTED)}`, {
          method: 'POST',
          headers: {
            'content-type': path.endsWith('batch') ? 'application/x-ndjson' : 'application/json',
            authorization: `Bearer ${encodeURIComponent(PLANTED)}`,
            traceparent: encodeURIComponent(PLANTED),
            'user-agent': encodeURIComponent(PLANTED),
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        })
        const answer = await response.text()
        // A good answer names the words it is about; nothing else may repeat them.
        if (response.status >= 400) said.push(answer)
        if (service === failing && path.endsWith('batch')) said.push(answer)
      }
    }
    await service.request(`/${PLANTED}`)
    await service.request(`/v1/packs/${PLANTED}`)
    await service.request(`/v1/rules/${PLANTED}`)
  }
  said.push((await prometheus.exposition()).text)
  return JSON.stringify(said)
}

test('no word of a message, and nothing else that a caller wrote, stands in logs, metrics or faults', async () => {
  const said = await everythingSaid()
  expect(said).toContain('"event":"request"')
  expect(said).toContain('"event":"fault"')
  expect(said).toContain('sekisho_requests_total')
  expect(said).toContain('common/line')
  const words = [PLANTED, encodeURIComponent(PLANTED), 'ひみつ', 'secret@', encodeURIComponent('ひみつ')]
  expect(words.filter((word) => said.includes(word))).toEqual([])
})
