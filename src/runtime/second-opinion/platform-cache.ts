/** Answers kept in the cache of Workers: by data centre, for a while. Keys are digests, so addresses name no message. */
import { type Answer, answerSchema } from '../../core/contract/second-opinion.ts'
import type { AnswerCache } from '../../core/second-opinion/consult.ts'

/** What is used of the platform's cache. */
export interface PlatformCache {
  match(request: string): Promise<Response | undefined>
  put(request: string, response: Response): Promise<void>
}

/** The cache wants addresses; nobody serves this one. */
const addressOf = (key: string): string => `https://second-opinion.sekisho.invalid/${encodeURIComponent(key)}`

export const createPlatformCache = (cache: PlatformCache, seconds: number): AnswerCache => ({
  async get(key) {
    const response = await cache.match(addressOf(key))
    if (response === undefined) return undefined
    const parsed = answerSchema.safeParse(await response.json())
    return parsed.success ? parsed.data : undefined
  },
  async put(key, answer: Answer) {
    await cache.put(
      addressOf(key),
      new Response(JSON.stringify(answer), {
        headers: { 'content-type': 'application/json', 'cache-control': `max-age=${seconds}` },
      }),
    )
  },
})
