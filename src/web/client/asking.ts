/** Asks an API, in time, and not before it wants to be asked again. */

/** The API's refusal, by its stable code; `offline` where there was no answer, `slow` where none came in time. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    readonly details: { readonly limit?: number; readonly retryAfter?: number } = {},
  ) {
    super(code)
    this.name = 'ApiFault'
  }
}

/** Milliseconds. The longest text takes a fraction of it; whoever still waits is told, and asked again. */
const LONGEST_MS = 20_000

export type Ask = <Answer>(path: string, body: unknown, signal: AbortSignal) => Promise<Answer>

/**
 * @param send as `fetch`
 * @param key the API key, where the person has given one
 */
export function createAsk(
  send: (path: string, init: RequestInit) => Promise<Response>,
  key: () => string | undefined,
): Ask {
  /** Until then the server wants to hear nothing: milliseconds, as `performance.now()` counts them. */
  let silentUntil = 0

  return async <Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answer> => {
    const silence = Math.ceil((silentUntil - performance.now()) / 1000)
    if (silence > 0) throw new ApiFault('rate-limited', { retryAfter: silence })
    const apiKey = key()
    const late = AbortSignal.timeout(LONGEST_MS)
    let response: Response
    let answer: unknown
    try {
      response = await send(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.any([signal, late]),
      })
      answer = parsed(await response.text())
    } catch (error) {
      if (signal.aborted) throw error
      throw new ApiFault(late.aborted ? 'slow' : 'offline')
    }
    signal.throwIfAborted()
    const isObject = typeof answer === 'object' && answer !== null
    if (response.ok && isObject) return answer as Answer
    const { code, limit } = (isObject ? answer : {}) as { code?: string; limit?: number }
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
    if (response.status === 429 && Number.isFinite(retryAfter)) {
      silentUntil = performance.now() + retryAfter * 1000
    }
    throw new ApiFault(code ?? `http-${response.status}`, {
      ...(limit === undefined ? {} : { limit }),
      ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
    })
  }
}

/** `undefined` where it is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
