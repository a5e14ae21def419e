/** The service on Node, listening: what `npm start` and `sekisho serve` run. */
import { randomUUID } from 'node:crypto'
import { Problem, problemResponse } from '../http/problem.ts'
import { listen } from './listen.ts'
import { type NodeService, type NodeServiceOptions, openNodeService } from './node-service.ts'

/** Without keys nobody but this machine may reach the service. */
const LOOPBACK = '127.0.0.1'
/** Longer than any request but a very large batch; with the drain it is what orchestrators wait by default. */
const GRACE_MS = 20_000

export interface ServeOptions extends NodeServiceOptions {
  readonly port: number
  /** Where to listen; without it every interface with keys, and only this machine without. */
  readonly host?: string
  /** See `listen`. */
  readonly idleMs?: number
}

export interface Service extends Pick<NodeService, 'protected' | 'marketplaces' | 'reload'> {
  readonly url: string
  /**
   * `/readyz` says no; requests are answered for `drainSeconds` more (0 by default), then what is in flight; then it ends.
   */
  close(drainSeconds?: number): Promise<void>
}

/** @throws {KeysError | LimitsError | RulesError} and the system's errors; nothing is left running then. */
export async function serve(options: ServeOptions): Promise<Service> {
  const service = openNodeService(options)
  const host = service.protected ? (options.host ?? '0.0.0.0') : LOOPBACK
  const refuse = () => problemResponse(new Problem('bad-request'), randomUUID())
  const server = await listen(service.fetch, {
    host,
    port: options.port,
    refuse,
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
  }).catch((error: unknown) => {
    service.close()
    throw error
  })
  return {
    url: server.url,
    protected: service.protected,
    get marketplaces() {
      return service.marketplaces
    },
    reload: service.reload,
    async close(drainSeconds = 0) {
      service.stop()
      if (drainSeconds > 0) options.log({ level: 'info', event: 'draining', seconds: drainSeconds })
      const whole = await server.close(GRACE_MS, drainSeconds * 1000)
      service.close()
      options.log({ level: whole ? 'info' : 'warn', event: 'stopped', drained: whole })
    },
  }
}
