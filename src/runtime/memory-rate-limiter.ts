/** Rate limits counted in this process's memory. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimiter } from '../http/rate-limiter.ts'

export function createMemoryRateLimiter(): RateLimiter {
  /** One counter for each rate: keys of the same rate are told apart by name inside it. */
  const counters = new Map<string, RateLimiterMemory>()
  return {
    async take(bucket, rate, weight) {
      const id = `${rate.requests}/${rate.seconds}`
      let counter = counters.get(id)
      if (counter === undefined) {
        counter = new RateLimiterMemory({ points: rate.requests, duration: rate.seconds })
        counters.set(id, counter)
      }
      try {
        return decision(true, await counter.consume(bucket, weight))
      } catch (refused) {
        // The library refuses by throwing its result.
        if (refused instanceof RateLimiterRes) return decision(false, refused)
        throw refused
      }

      function decision(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes) {
        return {
          allowed,
          rate,
          remaining: remainingPoints,
          resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
        }
      }
    },
  }
}
