/** The service on Node, listening: what `npm start` and `sekisho serve` run. */
import { listen } from './listen.ts'
import { type NodeService, type NodeServiceOptions, openNodeService } from './node-service.ts'

/** Without keys nobody but this machine may reach the service. */
const LOOPBACK = '127.0.0.1'
/** Longer than any request but a very large batch. */
const GRACE_MS = 10_000

export interface ServeOptions extends NodeServiceOptions {
  readonly port: number
  /** Where to listen; without it every interface with keys, and only this machine without. */
  readonly host?: string
}

export interface Service extends Pick<NodeService, 'protected' | 'marketplaces' | 'reload'> {
  readonly url: string
  /** Answers what is in flight and ends. */
  close(): Promise<void>
}

/** @throws {KeysError | LimitsError | RulesError} and the system's errors; nothing is left running then. */
export async function serve(options: ServeOptions): Promise<Service> {
  const service = openNodeService(options)
  const host = service.protected ? (options.host ?? '0.0.0.0') : LOOPBACK
  const server = await listen(service.fetch, { host, port: options.port }).catch((error: unknown) => {
    service.stop()
    throw error
  })
  return {
    url: server.url,
    protected: service.protected,
    get marketplaces() {
      return service.marketplaces
    },
    reload: service.reload,
    async close() {
      service.stop()
      const whole = await server.close(GRACE_MS)
      options.log({ level: whole ? 'info' : 'warn', event: 'stopped', drained: whole })
    },
  }
}
