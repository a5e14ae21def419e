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
const SENDERS = 16

/** Sends one request; resolves to whether its answer is 2xx. */
const post = (agent: Agent, url: string, payload: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': payload.length }
    request(url, { agent, method: 'POST', headers }, (response) => {
      const { statusCode = 0 } = response
      response.on('end', () => resolve(statusCode >= 200 && statusCode < 300)).resume()
    })
      .on('error', () => resolve(false))
      .end(payload)
  })

/** Requests a second where each of so many senders sends again as soon as it is answered: the most that this client gets. */
export async function saturatedRate({
  url,
  bodies,
  seconds,
}: Omit<PacedLoadOptions, 'rate'>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS })
  const payloads = bodies.map((body) => Buffer.from(body))
  const started = performance.now()
  let answered = 0
  const sender = async () => {
    while (performance.now() - started < seconds * 1000) {
      await post(agent, url, payloads[answered % payloads.length]!)
      answered++
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  agent.destroy()
  return (answered * 1000) / (performance.now() - started)
}

export async function pacedLoad({ url, bodies, rate, seconds }: PacedLoadOptions): Promise<PacedLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
  const payloads = bodies.map((body) => Buffer.from(body))
  const times: number[] = []
  let not2xx = 0
  const send = async (due: number, payload: Buffer) => {
    if (!(await post(agent, url, payload))) not2xx += 1
    times.push(performance.now() - due)
  }

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
