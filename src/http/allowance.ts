/**
 * What one request may still take of its key's rate. A request counts by the texts that it brings: one for the request,
 * which is its first text, and one for each more.
 */
import type { ApiKey } from './api-key.ts'
import { type RateDecision, type RateLimiter, rateLimitHeaders, refuseWhenOver } from './rate-limiter.ts'

/** Seconds; whoever sends a stream waits that long for the rate, and no longer. */
const LONGEST_WAIT = 60

export interface Allowance {
  /** @throws {Problem} `rate-limited` where the rate does not hold this many texts. */
  texts(count: number): Promise<void>
  /** For the next text of a stream: waits until the rate is there. @throws {Problem} `rate-limited` */
  nextText(): Promise<void>
  /** Where the caller stands, for the answer. */
  headers(): Record<string, string>
}

/** Where nobody counts. */
export const UNLIMITED: Allowance = {
  texts: async () => {},
  nextText: async () => {},
  headers: () => ({}),
}

export interface AllowanceDeps {
  readonly rateLimiter: RateLimiter
  /** Resolves after so many seconds. */
  readonly wait: (seconds: number) => Promise<void>
}

/**
 * Takes the request's own part of the rate.
 *
 * @param client whom the address belongs to, where that is known: the key that needs none is counted by client.
 * @throws {Problem} `rate-limited`
 */
export async function openAllowance(
  { rateLimiter, wait }: AllowanceDeps,
  key: ApiKey,
  client: string | undefined,
): Promise<Allowance> {
  const bucket = key.anonymous && client !== undefined ? `${key.name} ${client}` : key.name
  const take = (weight: number): Promise<RateDecision> => rateLimiter.take(bucket, key.rate, weight)
  let last = await take(1)
  refuseWhenOver(last)
  let isFirst = true
  return {
    async texts(count) {
      // What weighs more than the whole rate takes all of it: it could never be asked otherwise.
      const more = Math.min(count, key.rate.requests) - 1
      if (more < 1) return
      last = await take(more)
      refuseWhenOver(last)
    },
    async nextText() {
      if (isFirst) {
        isFirst = false
        return
      }
      for (let waited = 0; ; ) {
        const decision = await take(1)
        if (decision.allowed) return
        const seconds = decision.resetSeconds ?? 1
        waited += seconds
        if (waited > LONGEST_WAIT) refuseWhenOver(decision)
        await wait(seconds)
      }
    },
    headers: () => rateLimitHeaders(last),
  }
}
