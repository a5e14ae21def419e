/** The sites as the build left them (src/tools/build-sites.mjs), and which page an address is. */
import built from '../../build/sites.json'
import type { Site, SitePage } from './site-schema.ts'

export const SITES = built as unknown as readonly Site[]

export interface FoundPage {
  readonly site: Site
  readonly page: SitePage | undefined
}

/** `undefined` where the address belongs to none of the sites. */
export function pageAt(address: string, sites: readonly Site[] = SITES): FoundPage | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, pathname, search } = new URL(address)
  const site = sites.find(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  )
  if (site === undefined) return undefined
  const path = pathname + search
  const page = site.pages.find(({ address: patterns }) =>
    patterns.some((source) => new RegExp(source, 'u').test(path)),
  )
  return { site, page }
}
