/** A fetch handler as an HTTP server on Node, and its orderly end. */

import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'

const SWEEP_MS = 50
/** One to take a connection, one to read its request, and one to spare. */
const UNREAD_TURNS = 3
/** Longer than an answer may wait for its key's rate. */
const IDLE_MS = 120_000

export interface ListenOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** A connection over which nothing comes or goes for as long is cut, though an answer may be half read: milliseconds. */
  readonly idleMs?: number
  /** Answers what is no request that could be handled: a host or an address that is none. */
  readonly refuse?: () => Response
}

export interface Listening {
  /** `http://host:port`, with the port that was taken. */
  readonly url: string
  /**
   * For `drainMs` requests are still taken, each with the word that its connection ends, until nobody sends any more.
   * Then no new connections: requests in flight end within `graceMs`, and what is left is cut.
   * Resolves to whether everything ended by itself.
   */
  close(graceMs: number, drainMs?: number): Promise<boolean>
}

/** @throws the system's error (`EADDRINUSE`, …) where the port cannot be had. */
export async function listen(
  fetch: (request: Request, env?: object) => Response | Promise<Response>,
  { host, port, idleMs = IDLE_MS, refuse = () => new Response(null, { status: 400 }) }: ListenOptions,
): Promise<Listening> {
  const answering = new Set<ServerResponse>()
  let draining = false
  // It puts a lighter Request and Response in place of the platform's, for the whole process: 7 % more requests a second.
  // A load balancer that speaks HTTP/1.0 names no host.
  const listener = getRequestListener(fetch, { hostname: 'localhost', errorHandler: refuse })
  const server = createServer(
    {
      // Slow senders hold no connection for ever: bodies have limits of their own, and a batch may take its time.
      headersTimeout: 20_000,
      requestTimeout: 0,
      keepAliveTimeout: 65_000,
    },
    (incoming, outgoing) => {
      answering.add(outgoing)
      outgoing.once('close', () => answering.delete(outgoing))
      if (draining) outgoing.shouldKeepAlive = false
      return listener(incoming, outgoing)
    },
  )
  server.timeout = idleMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    async close(graceMs, drainMs = 0) {
      draining = true
      // `Connection: close` on each answer: a client that hears it sends nothing more over that connection, and so
      // nothing that is on its way when the connection is cut.
      for (const outgoing of answering) outgoing.shouldKeepAlive = false
      if (drainMs > 0) await sleep(drainMs)
      // What has come while the process was busy has not been read yet: to Node its connection is idle.
      for (let turn = 0; turn < UNREAD_TURNS && drainMs > 0; turn += 1) await sleep(SWEEP_MS)
      return end(server, graceMs)
    },
  }
}

function end(server: Server, graceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let cut = false
    // A kept connection becomes idle only when its last answer is sent, after the server was closed.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const timer = setTimeout(() => {
      cut = true
      server.closeAllConnections()
    }, graceMs)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(timer)
      resolve(!cut)
    })
    server.closeIdleConnections()
  })
}
