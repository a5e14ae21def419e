/** Asks the API of the same origin; on a static site, the engine in a Web Worker of this page. */
import { engineFetch } from './site.ts'

/** The API's refusal, by its stable code; `offline` where there was no answer. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    readonly details: { readonly limit?: number; readonly retryAfter?: number } = {},
  ) {
    super(code)
    this.name = 'ApiFault'
  }
}

/** Kept in memory only: gone with the page. */
let apiKey: string | undefined

export const useApiKey = (key: string): void => {
  apiKey = key
}

/** @throws {ApiFault}; the signal's reason once it aborts. */
export async function ask<Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answer> {
  let response: Response
  try {
    response = await (engineFetch() ?? fetch)(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      signal,
    })
    if (response.ok) return (await response.json()) as Answer
  } catch (error) {
    if (signal.aborted) throw error
    throw new ApiFault('offline')
  }
  const problem = (await response.json().catch(() => ({}))) as { code?: string; limit?: number }
  signal.throwIfAborted()
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  throw new ApiFault(problem.code ?? `http-${response.status}`, {
    ...(problem.limit === undefined ? {} : { limit: problem.limit }),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  })
}
