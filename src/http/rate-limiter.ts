/** How often a key may ask. Who counts is the deployment's: memory on Node, the platform's binding on Workers. */
import type { Rate } from './api-key.ts'
import { Problem } from './problem.ts'

export interface RateDecision {
  readonly allowed: boolean
  readonly rate: Rate
  /** What is left of the rate, where the counter tells. */
  readonly remaining?: number
  /** Seconds until the rate is whole again, where the counter tells. */
  readonly resetSeconds?: number
}

export interface RateLimiter {
  /**
   * @param bucket what is counted together: a key, or one client of the key that anybody may use.
   * @param weight how many of the rate's requests this one counts as; at most all of them.
   * @throws {Problem} `misconfigured` where nobody counts this rate.
   */
  take(bucket: string, rate: Rate, weight: number): Promise<RateDecision>
}

/**
 * The headers of draft-ietf-httpapi-ratelimit-headers: the policy, and where the caller stands in it.
 */
export function rateLimitHeaders({
  rate,
  allowed,
  remaining,
  resetSeconds,
}: RateDecision): Record<string, string> {
  const left = remaining ?? (allowed ? undefined : 0)
  const reset = resetSeconds ?? (allowed ? undefined : rate.seconds)
  const state = [
    ...(left === undefined ? [] : [`;r=${left}`]),
    ...(reset === undefined ? [] : [`;t=${reset}`]),
  ]
  return {
    'ratelimit-policy': `"key";q=${rate.requests};w=${rate.seconds}`,
    ...(state.length === 0 ? {} : { ratelimit: `"key"${state.join('')}` }),
  }
}

/** @throws {Problem} `rate-limited`, with `Retry-After`. */
export function refuseWhenOver(decision: RateDecision): void {
  if (decision.allowed) return
  const { rate, resetSeconds } = decision
  throw new Problem(
    'rate-limited',
    {
      detail: `At most ${rate.requests} texts in ${rate.seconds} s.`,
      limit: rate.requests,
      unit: 'requests',
    },
    { 'retry-after': String(resetSeconds ?? rate.seconds), ...rateLimitHeaders(decision) },
  )
}
