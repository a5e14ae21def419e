/** One stretch of load, by autocannon. */
import autocannon, { type Instance } from 'autocannon'

export interface Load {
  /** Requests a second that were answered. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly not2xx: number
}

export interface LoadOptions {
  readonly url: string
  readonly bodies: readonly string[]
  readonly seconds?: number
  /** Requests in place of seconds. */
  readonly amount?: number
  readonly connections?: number
  /** Requests a second to hold; as many as can be, without it. */
  readonly overallRate?: number
}

export async function load(options: LoadOptions): Promise<Load> {
  const { url, bodies, seconds = 5, amount, connections = 16, overallRate } = options
  const times: number[] = []
  const running = autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    ...(overallRate === undefined ? {} : { overallRate: Math.max(connections, Math.floor(overallRate)) }),
    requests: bodies.map((body) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })),
  })
  // The generator's own histogram counts whole milliseconds.
  // (Its types do not know that the promise is the instance too.)
  const instance = running as unknown as Instance
  instance.on('response', (_client, _status, _bytes, time) => times.push(time))
  const result = await running
  times.sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    rate: result.requests.total / result.duration,
    p50: quantile(0.5),
    p99: quantile(0.99),
    not2xx: result.non2xx + result.errors + result.timeouts,
  }
}
