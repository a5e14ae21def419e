/**
 * What a marketplace, a caller's key or a request says may stand: the writer's own domain, the accounts of a client. Only
 * links and accounts can be allowed, only as they are (no disguise), and never a proposal that names them.
 */
import type { Category } from '../contract/category.ts'
import type { AllowEntry } from '../contract/submission.ts'
import type { Document } from '../judge/document.ts'
import { overlaps } from '../text/span.ts'
import type { Judged } from './judge.ts'

const ALLOWABLE = /^(?:link\..+|contact\.(?:social|exchange))$/

/** The entry by which a finding may stand; `undefined` where none covers all that stands in it. */
export function allowedBy(
  { rule, detection }: Judged,
  document: Document,
  entries: readonly AllowEntry[],
): AllowEntry | undefined {
  const { category, detect } = rule.spec
  if (entries.length === 0 || !ALLOWABLE.test(category satisfies Category)) return undefined
  // A rule that looks for words alone is about what is proposed, whatever address stands beside it.
  if (!detect.some((spec) => (spec as { kind?: unknown }).kind === 'datum')) return undefined
  const data = document.data.filter((datum) => !datum.sample && overlaps(datum.span, detection.span))
  const covering = data.map((datum) =>
    datum.disguised ? undefined : entries.find(({ what }) => covers(what, datum.value)),
  )
  return data.length > 0 && covering.every((entry) => entry !== undefined) ? covering[0] : undefined
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)/i

/** `example.com` is the domain and what is below it, `x.com/shop` that path and what is below it, `@shop` the account. */
function covers(what: string, value: string): boolean {
  const wanted = what.normalize('NFKC').toLowerCase().replace(/\/+$/, '')
  const given = value.normalize('NFKC').toLowerCase()
  if (!wanted.includes('.')) return given.replace(/^@/, '') === wanted.replace(/^@/, '')
  const [, host = '', path = ''] = ADDRESS.exec(given) ?? []
  const [domain = '', ...rest] = wanted.split('/')
  if (host !== domain && !host.endsWith(`.${domain}`)) return false
  const below = rest.length === 0 ? '' : `/${rest.join('/')}`
  return below === '' || path === below || path.startsWith(`${below}/`)
}
