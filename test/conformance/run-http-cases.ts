import { describe, expect, test } from 'vitest'
import type { HttpCase } from './http-cases.ts'
import { KEYS } from './test-keys.ts'

/** Sends a request to the service under test; `path` begins with `/`. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** Every answer has these, whatever it says. */
const ALWAYS = { 'x-content-type-options': 'nosniff' }

export function runHttpCases(name: string, cases: readonly HttpCase[], send: Send): void {
  describe(name, () => {
    test.each(cases.map((item) => [item.says, item] as const))('%s', async (_, item) => {
      const response = await send(item.path, requestInit(item))
      const headers = Object.fromEntries(response.headers)
      const text = await response.text()
      if (item.answer === null) {
        expect({ status: response.status, text, headers }).toMatchObject({
          status: item.status,
          text: '',
          headers: { ...ALWAYS, ...item.answerHeaders },
        })
        return
      }
      const answer = JSON.parse(text)
      expect({ status: response.status, answer, headers }).toMatchObject({
        status: item.status,
        answer: item.answer ?? {},
        headers: {
          ...ALWAYS,
          'content-type': item.status >= 400 ? 'application/problem+json' : 'application/json',
          ...item.answerHeaders,
        },
      })
      if (item.status >= 400) expect(answer.requestId).toBe(headers['x-request-id'])
    })
  })
}

function requestInit({ method = 'GET', headers, body, key = KEYS.everything }: HttpCase): RequestInit {
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` }
  if (body === undefined) return { method, headers: { ...authorization, ...headers } }
  return {
    method,
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  }
}
