/**
 * What a link is: its host, the service it leads to, and where it leads in truth when it carries another link inside.
 */
import type { TrailStep } from '../../text/view.ts'
import type { Draft } from '../common/draft.ts'
import type { ServiceIndex } from '../common/service-index.ts'
import type { ContactWords } from '../common/tables.ts'
import { type Host, readIp } from './host.ts'
import { hostAt } from './url-parts.ts'

export interface RawLink {
  readonly start: number
  readonly end: number
  readonly host: Host
  /** Port, path, query and fragment. */
  readonly rest: string
  /** `https://`, or empty for a bare host. */
  readonly scheme: string
  readonly steps: readonly TrailStep[]
}

const EMBEDDED = /(?:https?|ftp):\/\//gi
const QUERY_VALUE = /[?&#;][A-Za-z0-9_.[\]-]{1,40}=([^&#\s]{3,})/g
const DECODE_DEPTH = 2

/** Undoes percent encoding until nothing changes, at most twice. A broken escape leaves the text as it is. */
export const percentDecode = (text: string): string => {
  let current = text
  for (let depth = 0; depth < DECODE_DEPTH && /%[0-9A-Fa-f]{2}/.test(current); depth++) {
    try {
      current = decodeURIComponent(current)
    } catch {
      return current
    }
  }
  return current
}

/** The link that another carries in its query or path, if it leads to another host. */
const smuggled = (outer: string, rest: string, words: ContactWords, services: ServiceIndex) => {
  const decoded = percentDecode(rest)
  let last: { host: Host; rest: string; text: string } | undefined
  for (const match of decoded.matchAll(EMBEDDED)) {
    const at = match.index + match[0].length
    const hit = hostAt(decoded, at, words)
    if (hit && hit.host.ascii !== outer) {
      last = { host: hit.host, rest: decoded.slice(hit.end), text: decoded.slice(match.index) }
    }
  }
  if (last) return last
  for (const match of decoded.matchAll(QUERY_VALUE)) {
    const value = match[1]!
    const hit = hostAt(value, 0, words)
    if (!hit || hit.host.ascii === outer || hit.host.labels < 2) continue
    const after = value.slice(hit.end)
    if (services.lookup(hit.host.ascii, after) || (after.startsWith('/') && after.length > 1)) {
      return { host: hit.host, rest: after, text: value }
    }
  }
  return undefined
}

/** T00000000, B000, XXXX: what a manual writes where a key would stand; the words of a hook's path beside it. */
const PLACEHOLDER = /^(?:[TB]?0{3,12}|[TB]?[Xx]{3,40}|\*{3,40}|<[\w-]{1,30}>)$/
const HOOK_WORD = /^(?:services|api|webhooks?|hooks|workflows|triggers|v\d)$/

/** A hook with placeholders where its keys would be: nobody is reached by it. */
const isPatternOfHook = (host: string, path: string): boolean => {
  if (!/(?:^|\.)hooks?\.|webhook/i.test(`${host}${path}`)) return false
  if (/[?#]/.test(path)) return false
  const keys = path.split('/').filter((part) => part !== '' && !HOOK_WORD.test(part))
  return keys.length > 0 && keys.every((key) => PLACEHOLDER.test(key))
}

export const describeLink = (
  link: RawLink,
  { words, services }: { words: ContactWords; services: ServiceIndex },
): Draft => {
  const path = link.rest.replace(/^:\d+/, '')
  const steps = [...link.steps]
  let host = link.host
  let service = services.lookup(host.ascii, path)
  const inner = /[?#&/]/.test(path) ? smuggled(host.ascii, path, words, services) : undefined
  if (inner) {
    steps.push({ step: 'carried-link', from: `${host.ascii}${path}`, to: inner.text, disguise: false })
    host = inner.host
    service = services.lookup(host.ascii, inner.rest)
  }
  if (services.imitates(host.ascii)) {
    steps.push({ step: 'look-alike-host', from: host.ascii, to: host.ascii, disguise: true })
  }
  return {
    kind: 'url',
    start: link.start,
    end: link.end,
    value: `${link.scheme || 'https://'}${link.host.ascii}${link.rest}`,
    steps,
    sample:
      host.sample ||
      (host.ip && readIp(host.ascii)?.sample === true) ||
      (!inner && isPatternOfHook(host.ascii, path)),
    host: host.ascii,
    service: service?.service,
    capability: service?.capability,
  }
}
