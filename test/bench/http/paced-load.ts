/**
 * Requests at an even rate, each sent when it is due whether or not earlier ones were answered, and its time counted
 * from then: what a marketplace's many senders look like. (Autocannon holds a rate by bursts: each second it sends as
 * fast as it is answered until the second's share is used up.)
 */
import { Agent, request } from 'node:http'

export interface PacedLoad {
  /** Milliseconds from when a request was due to the end of its answer. */
  readonly p50: number
  readonly p99: number
  readonly not2xx: number
}

export interface PacedLoadOptions {
  readonly url: string
  readonly bodies: readonly string[]
  /** Requests a second. */
  readonly rate: number
  readonly seconds: number
}

/** More are never open at once at half of a server's maximum, and one that stalls must not be waited for. */
const SOCKETS = 64

export async function pacedLoad({ url, bodies, rate, seconds }: PacedLoadOptions): Promise<PacedLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
  const payloads = bodies.map((body) => Buffer.from(body))
  const times: number[] = []
  let not2xx = 0
  const send = (due: number, payload: Buffer) =>
    new Promise<void>((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': payload.length }
      const done = (isRight: boolean) => {
        if (!isRight) not2xx += 1
        times.push(performance.now() - due)
        resolve()
      }
      request(url, { agent, method: 'POST', headers }, (response) => {
        const { statusCode = 0 } = response
        response.on('end', () => done(statusCode >= 200 && statusCode < 300)).resume()
      })
        .on('error', () => done(false))
        .end(payload)
    })

  const started = performance.now()
  const total = Math.floor(rate * seconds)
  const sent: Promise<void>[] = []
  while (sent.length < total) {
    const now = performance.now()
    for (;;) {
      const due = started + (sent.length * 1000) / rate
      if (due > now || sent.length === total) break
      sent.push(send(due, payloads[sent.length % payloads.length]!))
    }
    // A millisecond at the most: a loop without rest would take a core from the server.
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(sent)
  agent.destroy()
  times.sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: quantile(0.5), p99: quantile(0.99), not2xx }
}
