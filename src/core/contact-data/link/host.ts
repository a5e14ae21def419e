/**
 * What is a host name that the public can reach: labels by RFC 1123 (and underscores in subdomains, which exist),
 * public suffixes by the Public Suffix List (tldts), names of other scripts turned to ASCII (RFC 3492).
 */
import punycode from 'punycode.js'
import { parse } from 'tldts'
import type { ContactWords } from '../common/tables.ts'

export interface Host {
  /** ASCII, lower case. */
  readonly ascii: string
  /** The public suffix: `co.jp`; empty for an IP address or a local name. */
  readonly suffix: string
  readonly labels: number
  readonly ip: boolean
  readonly sample: boolean
}

const LABEL = /^[\p{L}\p{M}\p{N}\p{So}](?:[\p{L}\p{M}\p{N}\p{So}_-]*[\p{L}\p{M}\p{N}\p{So}])?$/u
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const PRIVATE_IP = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./

const options = { allowPrivateDomains: false, extractHostname: false, validateHostname: false } as const

/** An IPv4 address, or undefined. */
export const readIp = (text: string): Host | undefined => {
  if (!IPV4.test(text) || text.split('.').some((part) => Number(part) > 255)) return undefined
  return { ascii: text, suffix: '', labels: 4, ip: true, sample: PRIVATE_IP.test(text) }
}

/**
 * Reads a whole host name; undefined where it is none that the public can reach. Reserved names (example.com,
 * localhost, foo.test) are read and marked as samples.
 */
export const readHost = (text: string, words: ContactWords): Host | undefined => {
  const labels = text.split('.')
  if (text.length > 253 || labels.some((label) => label.length > 63 || !LABEL.test(label))) return undefined
  let ascii: string
  try {
    ascii = punycode.toASCII(text.toLowerCase())
  } catch {
    return undefined
  }
  if (/(?:^|\.)xn--[^.]*[^a-z0-9.-]/.test(text.toLowerCase())) return undefined
  if (ascii === 'localhost') return { ascii, suffix: '', labels: 1, ip: false, sample: true }
  if (labels.length < 2) return undefined
  if (ascii.split('.').some((label) => label.length > 63)) return undefined
  const last = labels.at(-1)!.toLowerCase()
  if (words.sample_suffixes.includes(last)) {
    return { ascii, suffix: last, labels: labels.length, ip: false, sample: true }
  }
  const parsed = parse(ascii, options)
  if (!parsed.isIcann || !parsed.domain || !parsed.publicSuffix) return undefined
  if (parsed.domain.slice(0, -parsed.publicSuffix.length).includes('_')) return undefined
  const sample = words.sample_domains.includes(parsed.domain)
  return { ascii, suffix: parsed.publicSuffix, labels: labels.length, ip: false, sample }
}

/** Whether `label` alone is a public suffix such as `com`, `みんな`. */
export const isSuffix = (label: string): boolean => {
  const parsed = parse(`x.${punycode.toASCII(label.toLowerCase())}`, options)
  return parsed.isIcann === true && parsed.domain !== null
}
