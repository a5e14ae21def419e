import { SELF } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import worker, { type Bindings } from '../../src/runtime/worker.ts'
import { accessCases, documentCases, faultCases, lintCases, readCases } from './http-cases.ts'
import { runHttpCases, type Send } from './run-http-cases.ts'
import { runSameReports } from './run-same-reports.ts'
import { KEYS, KEYS_CONFIGURATION } from './test-keys.ts'

const send: Send = (path, init) => SELF.fetch(`https://sekisho.example${path}`, init)
runHttpCases(
  'the Worker',
  [...lintCases, ...documentCases, ...faultCases, ...readCases, ...accessCases],
  send,
)
runSameReports('the Worker', send)

describe('a Worker that is not ready for the public', () => {
  const ask = (bindings: object, path: string) =>
    worker.fetch(
      new Request(`https://sekisho.example${path}`, {
        headers: { authorization: `Bearer ${KEYS.everything}` },
      }),
      bindings as Bindings,
    )

  test.each([
    ['without keys', {}, 'no-keys', 'sekisho keys new'],
    ['with keys that are not JSON', { SEKISHO_KEYS: '{' }, 'misconfigured', 'API keys'],
    ['with limits that are none', { SEKISHO_LIMITS: '{"textLength":0}' }, 'misconfigured', 'limits'],
  ])('%s serves no /v1, and says why', async (_, bindings, code, says) => {
    for (const path of ['/v1/packs', '/readyz']) {
      const response = await ask(bindings, path)
      expect({ path, status: response.status, answer: await response.json() }).toMatchObject({
        path,
        status: 503,
        answer: { code, detail: expect.stringContaining(says) },
      })
    }
    expect((await ask(bindings, '/healthz')).status).toBe(200)
  })

  test('with a rate that has no binding says which, and serves the other keys', async () => {
    const unlimited = { limit: async () => ({ success: true }) }
    const bindings = { SEKISHO_KEYS: KEYS_CONFIGURATION, RATE_6000_60: unlimited }
    const packs = (key: string) =>
      worker.fetch(
        new Request('https://sekisho.example/v1/packs', { headers: { authorization: `Bearer ${key}` } }),
        bindings as unknown as Bindings,
      )
    expect((await packs(KEYS.everything)).status).toBe(200)
    for (const response of [await packs(KEYS.twice), await ask(bindings, '/readyz')]) {
      expect({ status: response.status, answer: await response.json() }).toMatchObject({
        status: 503,
        answer: { code: 'misconfigured', detail: expect.stringContaining('RATE_2_60') },
      })
    }
  })
})
