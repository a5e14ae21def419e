import { SELF } from 'cloudflare:test'
import { describe, expect, inject, test } from 'vitest'
import { bytesOf, comparable } from './fuzzed-requests.ts'
import { KEYS } from './test-keys.ts'

describe('whatever is sent', () => {
  const fuzzed = inject('fuzzed')

  test('workerd answers as Node does: status, type and bytes', async () => {
    const others: object[] = []
    for (const { request, answer } of fuzzed) {
      const body = bytesOf(request)
      const response = await SELF.fetch(`https://sekisho.example${request.path}`, {
        method: request.method,
        headers: { authorization: `Bearer ${KEYS.everything}`, ...request.headers },
        ...(body === undefined ? {} : { body }),
      })
      const text = new TextDecoder().decode(await response.arrayBuffer())
      const own = comparable(response.status, response.headers.get('content-type'), text)
      if (own !== answer)
        others.push({ request: { ...request, body: body && new TextDecoder().decode(body) }, own, answer })
    }
    expect(others).toEqual([])
  })

  test('nobody answers with a fault of their own', () => {
    expect(fuzzed.filter(({ answer }) => /^5|"code":"internal"/.test(answer))).toEqual([])
  })

  test('the requests are of every kind', () => {
    const statuses = new Set(fuzzed.map(({ answer }) => answer.slice(0, 3)))
    expect([...statuses]).toEqual(expect.arrayContaining(['200', '204', '400', '404', '405', '415', '422']))
    const codes = new Set(fuzzed.flatMap(({ answer }) => /"code":"([a-z0-9-]+)"/.exec(answer)?.[1] ?? []))
    expect([...codes]).toEqual(
      expect.arrayContaining(['not-json', 'too-deep', 'not-utf-8', 'invalid-request']),
    )
  })
})
