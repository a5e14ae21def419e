/** Rate limits by the platform of Workers, which counts for all isolates of a place. */
import type { RateLimit } from '@cloudflare/workers-types'
import type { Rate } from '../http/api-key.ts'
import { Problem } from '../http/problem.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'

/** The binding for a rate (wrangler.toml): its name says what it holds, for the platform does not tell. */
export const rateBinding = ({ requests, seconds }: Rate): string => `RATE_${requests}_${seconds}`

/** For who deploys: what wrangler.toml lacks. */
export const withoutBinding = (rates: readonly Rate[]): string =>
  `wrangler.toml has no binding ${[...new Set(rates.map(rateBinding))].join(', ')} for the rate of an API key.`

/** @param bindings the Worker's environment; a key whose rate has no binding is refused as misconfigured, and the others are not. */
export function createPlatformRateLimiter(bindings: Readonly<Record<string, unknown>>): RateLimiter {
  return {
    async take(bucket, rate, weight) {
      const binding = bindings[rateBinding(rate)] as RateLimit | undefined
      if (binding === undefined) throw new Problem('misconfigured', { detail: withoutBinding([rate]) })
      // The platform takes one at a time; where it counts is near, so that a few hundred are no wait.
      for (let taken = 0; taken < weight; taken += 1) {
        const { success } = await binding.limit({ key: bucket })
        if (!success) return { allowed: false, rate }
      }
      return { allowed: true, rate }
    },
  }
}
