/** One stretch of load, by autocannon. */
import autocannon from 'autocannon'

export interface Load {
  /** Requests a second that were answered. */
  readonly rate: number
  readonly not2xx: number
}

export interface LoadOptions {
  readonly url: string
  readonly bodies: readonly string[]
  readonly seconds?: number
  /** Requests in place of seconds. */
  readonly amount?: number
  readonly connections?: number
}

export async function load(options: LoadOptions): Promise<Load> {
  const { url, bodies, seconds = 5, amount, connections = 16 } = options
  const posts = bodies.map((body) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body,
  }))
  let clients = 0
  const { requests, duration, non2xx, errors, timeouts } = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: posts,
    // Each connection begins elsewhere: in step, they would send one text many times in a row, which is read only once.
    setupClient: (client) => {
      const first = Math.floor((clients++ * posts.length) / connections)
      client.setRequests([...posts.slice(first), ...posts.slice(0, first)])
    },
  })
  return { rate: requests.total / duration, not2xx: non2xx + errors + timeouts }
}
