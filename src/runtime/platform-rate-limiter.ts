/** Rate limits by the platform of Workers, which counts for all isolates of a place. */
import type { RateLimit } from '@cloudflare/workers-types'
import type { Rate } from '../http/api-key.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'

/** The binding for a rate (wrangler.toml): its name says what it holds, for the platform does not tell. */
export const rateBinding = ({ requests, seconds }: Rate): string => `RATE_${requests}_${seconds}`

/** @param bindings the Worker's environment; a rate without a binding refuses everything. */
export function createPlatformRateLimiter(bindings: Readonly<Record<string, unknown>>): RateLimiter {
  return {
    async take({ name, rate }) {
      const binding = bindings[rateBinding(rate)] as RateLimit | undefined
      if (binding === undefined) throw new Error(`no binding ${rateBinding(rate)} in wrangler.toml`)
      const { success } = await binding.limit({ key: name })
      return { allowed: success, rate }
    },
  }
}
