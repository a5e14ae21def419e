import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAsk } from '../../src/web/client/asking.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const asking = (...answers: (() => Response | Promise<Response>)[]) => {
  let sent = 0
  const ask = createAsk(
    async () => {
      sent += 1
      return answers[Math.min(sent, answers.length) - 1]!()
    },
    () => undefined,
  )
  return { ask: (signal = new AbortController().signal) => ask('/v1/lint', {}, signal), sent: () => sent }
}

test('over the rate nothing is sent until the server wants to hear again', async () => {
  const { ask, sent } = asking(
    () => Response.json({ code: 'rate-limited' }, { status: 429, headers: { 'retry-after': '30' } }),
    () => Response.json({ verdict: 'allow' }),
  )
  await expect(ask()).rejects.toMatchObject({ code: 'rate-limited', details: { retryAfter: 30 } })
  vi.advanceTimersByTime(12_000)
  await expect(ask()).rejects.toMatchObject({ code: 'rate-limited', details: { retryAfter: 18 } })
  expect(sent()).toBe(1)
  vi.advanceTimersByTime(18_001)
  expect(await ask()).toEqual({ verdict: 'allow' })
})

test.each([
  ['a page in place of an answer', () => new Response('<html>'), 'http-200'],
  ['null', () => new Response('null'), 'http-200'],
  ['a page of an error', () => new Response('<html>', { status: 502 }), 'http-502'],
  ['a problem', () => Response.json({ code: 'text-too-long', limit: 5 }, { status: 422 }), 'text-too-long'],
  ['no connection', () => Promise.reject(new TypeError('refused')), 'offline'],
])('%s is a fault', async (_, answer, code) => {
  await expect(asking(answer).ask()).rejects.toMatchObject({ name: 'ApiFault', code })
})

test('what does not come in time is a fault, and the person’s own abort is none', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const aborted = () => Promise.reject(new DOMException('', 'AbortError'))
  await expect(asking(aborted).ask()).rejects.toMatchObject({ code: 'slow' })
  timeout.mockRestore()
  await expect(asking(aborted).ask(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})
