/**
 * Links: with a scheme (also a broken one), and bare hosts.
 *
 * A bare host counts only with a public suffix that people use for sites, or with something more to show for it (a
 * path, `www.`, three labels, a service's host): file names, code and product names have dots too.
 */
import type { Draft } from '../common/draft.ts'
import type { ServiceIndex } from '../common/service-index.ts'
import type { ContactWords } from '../common/tables.ts'
import { trimEnd } from '../common/trim-end.ts'
import { readHost, readIp } from './host.ts'
import { describeLink } from './link.ts'
import { hostAt, tailEnd } from './url-parts.ts'

/** `https://`, and what people make of it: hxxps, ttps, h ttp, `https;//`. */
const SCHEME =
  /(?:h\s?t\s?t\s?p\s?s?|hxxps?|hxtps?|h\*\*ps?|h__ps?|htps?|hptts?|ttps?|tps|ftp)\s?[:;]\s?[/\\]\s?[/\\]\s?/giu
const PLAIN_SCHEME = /^(?:https?|ftp):\/\/$/i
const USER_INFO = /[A-Za-z0-9\-._~%!$&'+=:*]{1,100}@(?=[A-Za-z0-9[])/y
const APP_LINK = /(?<![A-Za-z0-9.+-])([A-Za-z][A-Za-z0-9-]{1,15}):\/\/[A-Za-z0-9@%~/?&=._#+-]{1,200}/g
const BARE = /[A-Za-z0-9À-ɏЀ-ӿ_.-]{4,253}/gu

export interface LinkContext {
  readonly words: ContactWords
  readonly services: ServiceIndex
}

export const findSchemeUrls = (text: string, context: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (const match of text.matchAll(SCHEME)) {
    let start = match.index
    // `h` before `ttps` belongs to a scheme that the pattern reads whole; another letter makes it a word's end.
    if (/[A-Za-z]/.test(text[start - 1] ?? '') && /^t/i.test(match[0])) continue
    if (start < (found.at(-1)?.end ?? 0)) continue
    let at = match.index + match[0].length
    const broken = !PLAIN_SCHEME.test(match[0])
    if (/^h\s/.test(match[0]) && /[A-Za-z]/.test(text[start - 1] ?? '')) start = match.index
    USER_INFO.lastIndex = at
    const userInfo = USER_INFO.exec(text)?.[0] ?? ''
    at += userInfo.length
    const hit = hostAt(text, at, context.words) ?? numericHost(text, at)
    if (!hit) continue
    const end = tailEnd(text, hit.end)
    const scheme = /f\s?t\s?p/i.test(match[0]) ? 'ftp' : /s\s?[:;]/i.test(match[0]) ? 'https' : 'http'
    const steps = []
    if (broken) {
      steps.push({ step: 'broken-link', from: match[0].trim(), to: `${scheme}://`, disguise: true })
    }
    if (userInfo !== '') {
      const disguise = /\.[a-z]{2,}/i.test(userInfo)
      steps.push({
        step: 'user-info',
        from: text.slice(at - userInfo.length, hit.end),
        to: hit.host.ascii,
        disguise,
      })
    }
    found.push(
      describeLink(
        { start, end, host: hit.host, rest: text.slice(hit.end, end), scheme: `${scheme}://`, steps },
        context,
      ),
    )
  }
  return found
}

/** Links that open an app: `line://ti/p/@name`. */
export const findAppLinks = (text: string, { words, services }: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (const match of text.matchAll(APP_LINK)) {
    const id = words.app_schemes[match[1]!.toLowerCase()]
    if (id === undefined) continue
    const service = services.byId(id)
    found.push({
      kind: 'url',
      start: match.index,
      end: match.index + match[0].length,
      value: match[0],
      service: service?.service ?? id,
      capability: service?.capability,
    })
  }
  return found
}

/** `http://3232235777/`: an address written as one number, which nobody does in good faith. */
const numericHost = (text: string, at: number) => {
  const digits = /^(?:0x[0-9a-f]{8}|\d{8,10})(?![\w.-])/i.exec(text.slice(at, at + 12))?.[0]
  if (!digits) return undefined
  return { host: { ascii: digits, suffix: '', labels: 1, ip: true, sample: false }, end: at + digits.length }
}

export const findBareUrls = (text: string, context: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (const match of text.matchAll(BARE)) {
    // What stands in the path of a link is looked at there; looking again from every part of it would be quadratic.
    if (match.index < (found.at(-1)?.end ?? 0)) continue
    const name = trimEnd(match[0].replace(/^[.-]{1,8}/, ''), '.-')
    if (!name.includes('.')) continue
    const start = match.index + match[0].indexOf(name)
    const end = start + name.length
    const before = text[start - 1] ?? ''
    if (/[@#$\\%=&?_-]/.test(before) || text[end] === '@') continue
    if (before === '/' && text[start - 2] !== '/') continue
    if (/\.\./.test(name)) continue
    const ip = readIp(name)
    const host = ip ?? readHost(name, context.words)
    if (!host) continue
    const tail = tailEnd(text, end)
    const rest = text.slice(end, tail)
    if (rest === '' && context.words.brand_hosts.includes(name.toLowerCase())) continue
    if (!isPlausible(name, host, rest, text.slice(end, end + 2), context)) continue
    found.push(describeLink({ start, end: tail, host, rest, scheme: '', steps: [] }, context))
  }
  return found
}

const isPlausible = (
  name: string,
  host: { ascii: string; suffix: string; labels: number; ip: boolean; sample: boolean },
  rest: string,
  next: string,
  { words, services }: LinkContext,
): boolean => {
  if (host.ip) return /^(?::\d+)?\//.test(rest)
  if (services.lookup(host.ascii, rest.replace(/^:\d+/, ''))) return true
  if (words.not_hosts.includes(host.ascii)) return false
  const suffixText = name.split('.').slice(-host.suffix.split('.').length).join('.')
  // `Hello.My name`: a sentence's end without its space.
  if (/^[A-Z][a-z]/.test(suffixText)) return false
  const path = /^(?::\d+)?\/[^\s]/.test(rest)
  if (/^\([A-Za-z0-9'"`)]/.test(next)) return false
  if (host.ascii.startsWith('www.')) return true
  const sld = host.ascii
    .slice(0, -host.suffix.length - 1)
    .split('.')
    .at(-1)!
  if (words.file_suffixes.includes(host.suffix)) {
    return path || (host.labels > 2 && sld.length > 2)
  }
  if (path) return true
  if (sld.length < 2 && host.labels < 3) return false
  return (
    words.common_suffixes.includes(host.suffix) || words.common_suffixes.includes(suffixText.toLowerCase())
  )
}
