import { SELF } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import worker from '../../src/runtime/worker.ts'
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
  const ask = (bindings: Record<string, string>, path: string) =>
    worker.fetch(
      new Request(`https://sekisho.example${path}`, {
        headers: { authorization: `Bearer ${KEYS.everything}` },
      }),
      bindings,
    )

  test.each([
    ['without keys', {}],
    ['with keys that are not JSON', { SEKISHO_KEYS: '{' }],
    ['with a rate that has no binding', { SEKISHO_KEYS: KEYS_CONFIGURATION }],
    ['with limits that are none', { SEKISHO_LIMITS: '{"textLength":0}' }],
  ])('%s serves no /v1', async (_, bindings) => {
    const response = await ask(bindings, '/v1/packs')
    expect({ status: response.status, answer: await response.json() }).toMatchObject({
      status: 503,
      answer: { code: 'no-keys' },
    })
    expect((await ask(bindings, '/healthz')).status).toBe(200)
  })
})
