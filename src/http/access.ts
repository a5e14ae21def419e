/** Who asks: the API key of a request. */
import type { ApiKey, Keyring } from './api-key.ts'
import { Problem } from './problem.ts'

/**
 * Who may use /v1: holders of keys; anyone (a server that only this machine can reach); or nobody (a public
 * deployment without keys).
 */
export type Access =
  | { readonly kind: 'keys'; readonly keyring: Keyring }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }
  /** The settings cannot be used; `says` which and why, and nothing secret. */
  | { readonly kind: 'misconfigured'; readonly says: string }

const CHALLENGE = { 'www-authenticate': 'Bearer realm="sekisho"' }

/**
 * The key of a request; `undefined` where anyone may ask.
 *
 * @throws {Problem} `no-keys`, `misconfigured`, `no-key` or `unknown-key`.
 */
export function authorize(access: Access, authorization: string | undefined): ApiKey | undefined {
  if (access.kind === 'open') return undefined
  if (access.kind === 'closed' || access.kind === 'misconfigured') throw unserved(access)
  if (authorization === undefined) {
    if (access.keyring.anonymous !== undefined) return access.keyring.anonymous
    throw new Problem('no-key', { detail: 'Send Authorization: Bearer KEY.' }, CHALLENGE)
  }
  const [, sent] = /^Bearer +([\w-]{1,200})$/i.exec(authorization) ?? []
  const key = sent === undefined ? undefined : access.keyring.find(sent)
  if (key === undefined) throw new Problem('unknown-key', {}, CHALLENGE)
  return key
}

/** Why a deployment serves no /v1. */
export const unserved = (access: Extract<Access, { kind: 'closed' | 'misconfigured' }>): Problem =>
  access.kind === 'closed'
    ? new Problem('no-keys', { detail: 'Configure SEKISHO_KEYS (see `sekisho keys new`).' })
    : new Problem('misconfigured', { detail: access.says })

/** @throws {Problem} `forbidden-marketplace` */
export function checkMarketplace(key: ApiKey | undefined, marketplace: string): void {
  if (key?.marketplaces !== undefined && !key.marketplaces.includes(marketplace)) {
    throw new Problem('forbidden-marketplace')
  }
}
