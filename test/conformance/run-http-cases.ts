import { describe, expect, test } from 'vitest'
import type { HttpCase } from './http-cases.ts'

/** Sends a request to the service under test; `path` begins with `/`. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** Every answer has these, whatever it says. */
const ALWAYS = { 'x-content-type-options': 'nosniff' }

export function runHttpCases(name: string, cases: readonly HttpCase[], send: Send): void {
  describe(name, () => {
    test.each(cases.map((item) => [item.says, item] as const))('%s', async (_, item) => {
      const response = await send(item.path, requestInit(item))
      const answer = (await response.json()) as Record<string, unknown>
      expect({ status: response.status, answer }).toMatchObject({
        status: item.status,
        answer: item.answer ?? {},
      })
      const headers = Object.fromEntries(response.headers)
      expect(headers).toMatchObject({ ...ALWAYS, ...item.answerHeaders })
      expect(headers['content-type']).toBe(
        item.status >= 400 ? 'application/problem+json' : 'application/json',
      )
      if (item.status >= 400) expect(answer.requestId).toBe(headers['x-request-id'])
    })
  })
}

function requestInit({ method = 'GET', headers, body }: HttpCase): RequestInit {
  if (body === undefined) return { method, headers: { ...headers } }
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  }
}
