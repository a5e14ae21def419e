/**
 * Says which service a host belongs to, by the hosts in the dictionary of services.
 */
import type { Capability } from '../../services/mention.ts'
import type { DataService } from './tables.ts'

export interface ServiceHit {
  readonly service: string
  readonly capability: Capability
}

interface Entry extends ServiceHit {
  readonly path: string
}

/** Letters that look alike in a host, folded to one: `coconaIa` and `coconala` have the same skeleton. */
const skeleton = (host: string): string =>
  host.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/[i1|]/g, 'l').replace(/0/g, 'o').replace(/5/g, 's')

export class ServiceIndex {
  readonly #byHost = new Map<string, Entry[]>()
  readonly #byId = new Map<string, ServiceHit>()
  readonly #ownSkeletons = new Set<string>()

  constructor(services: readonly DataService[]) {
    for (const { id, capability, hosts } of services) {
      this.#byId.set(id, { service: id, capability })
      for (const authored of hosts) {
        const slash = authored.indexOf('/')
        const host = (slash < 0 ? authored : authored.slice(0, slash)).toLowerCase()
        const path = slash < 0 ? '' : authored.slice(slash).replace(/\/$/, '')
        const entries = this.#byHost.get(host) ?? []
        entries.push({ service: id, capability, path })
        this.#byHost.set(host, entries)
        if (capability === 'self' || capability === 'market') this.#ownSkeletons.add(skeleton(host))
      }
    }
    for (const entries of this.#byHost.values()) entries.sort((a, b) => b.path.length - a.path.length)
  }

  byId(id: string): ServiceHit | undefined {
    return this.#byId.get(id)
  }

  /**
   * The service with the longest host that is `host` or a parent of it and, among those, the longest path prefix.
   *
   * @param host ASCII, lower case
   * @param path from its first slash, or empty
   */
  lookup(host: string, path = ''): ServiceHit | undefined {
    for (let rest = host; ; ) {
      for (const entry of this.#byHost.get(rest) ?? []) {
        const next = path[entry.path.length]
        if (
          entry.path === '' ||
          (path.startsWith(entry.path) && (next === undefined || /[/?#&]/.test(next)))
        ) {
          return { service: entry.service, capability: entry.capability }
        }
      }
      const dot = rest.indexOf('.')
      if (dot < 0) return undefined
      rest = rest.slice(dot + 1)
    }
  }

  /** Whether the host is made to look like a marketplace's own (coconaIa.com) and is none. */
  imitates(host: string): boolean {
    const bare = host.replace(/^www\./, '')
    return this.lookup(host) === undefined && this.#ownSkeletons.has(skeleton(bare))
  }
}
