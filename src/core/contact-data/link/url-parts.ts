/**
 * Where a host and a path end in running text, beside Japanese too.
 */

import type { ContactWords } from '../common/tables.ts'
import { trimEnd } from '../common/trim-end.ts'
import { type Host, isSuffix, readHost, readIp } from './host.ts'

const ASCII_HOST = /[A-Za-z0-9._-]{1,253}/y
const ANY_HOST = /[\p{L}\p{M}\p{N}\p{So}._-]{1,300}/uy
const IPV6 = /\[[0-9A-Fa-f:.]{2,45}\]/y
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]/u

export interface HostAt {
  readonly host: Host
  readonly end: number
}

/**
 * The host that begins at `start`. ASCII alone is preferred; where that is no host, letters of other scripts are
 * read until a public suffix ends the name (`http://日本語.jpです`).
 */
export const hostAt = (text: string, start: number, words: ContactWords): HostAt | undefined => {
  IPV6.lastIndex = start
  const v6 = IPV6.exec(text)?.[0]
  if (v6) {
    const host = { ascii: v6.toLowerCase(), suffix: '', labels: 1, ip: true, sample: v6 === '[::1]' }
    return { host, end: start + v6.length }
  }
  ASCII_HOST.lastIndex = start
  const ascii = trimEnd(ASCII_HOST.exec(text)?.[0] ?? '', '._-')
  if (ascii !== '') {
    const host = readIp(ascii) ?? readHost(ascii, words)
    if (host) return { host, end: start + ascii.length }
  }
  ANY_HOST.lastIndex = start
  const run = ANY_HOST.exec(text)?.[0] ?? ''
  if (run.length === ascii.length) return undefined
  return unicodeHost(run, start, words)
}

const unicodeHost = (run: string, start: number, words: ContactWords): HostAt | undefined => {
  const labels = run.split('.')
  let best: HostAt | undefined
  let from = 0
  for (const [index, label] of labels.entries()) {
    if (index > 0) {
      const suffix = suffixHead(label)
      if (suffix !== '') {
        const name = run.slice(0, from + suffix.length)
        const host = readHost(name, words)
        if (host) best = { host, end: start + name.length }
      }
      // A label that goes on after its suffix ends the name: `ああ.comだよね.com` is `ああ.com`.
      if (best && suffix !== label) return best
    }
    from += label.length + 1
  }
  return best
}

/** The public suffix that a label begins with: `com` of `comだよね`, `みんな` of `みんなです`. */
export const suffixHead = (label: string): string => {
  const ascii = /^[A-Za-z]{2,24}/.exec(label)?.[0]
  if (ascii) return /^[0-9_-]/.test(label.slice(ascii.length)) || !isSuffix(ascii) ? '' : ascii
  for (let end = Math.min(label.length, 12); end > 0; end--) {
    if (isSuffix(label.slice(0, end))) return label.slice(0, end)
  }
  return ''
}

/** Brackets belong to a path only in pairs. */
const PATH_ASCII = /[A-Za-z0-9\-._~%!$&'*+,;=:@/?#^]/
/** Japanese words that may not begin a path: they go on with the sentence. */
const SENTENCE = /^(?:[をにでのはがとへもや]|から|まで|より|です|こちら|など)|(?:ます|です|ください|下さい)/

/** Where the port, path, query and fragment that may follow a host at `start` end. */
export const tailEnd = (text: string, start: number): number => {
  let at = start
  const port = /^:\d{1,5}(?!\d)/.exec(text.slice(start, start + 7))?.[0]
  if (port) at += port.length
  if (!/[/?#]/.test(text[at] ?? '')) return at
  return trimTail(text, start, pathEnd(text, at))
}

/** Longer than browsers and proxies take (2,048 is the customary limit); keeps the time linear in the text. */
const LONGEST_TAIL = 2048

const pathEnd = (text: string, start: number): number => {
  let at = start
  const limit = Math.min(text.length, start + LONGEST_TAIL)
  while (at < limit) {
    const char = String.fromCodePoint(text.codePointAt(at)!)
    if (char === '(' || char === '[' || char === '{') {
      const inside = /^[([{][A-Za-z0-9\-._~%!$&'*+,;=:@/?#]{0,200}[)\]}]/.exec(text.slice(at, at + 204))
      if (!inside) return at
      at += inside[0].length
    } else if (PATH_ASCII.test(char)) {
      at++
    } else if (CJK.test(char)) {
      const end = japaneseEnd(text, start, at)
      if (end === at) return at
      at = end
    } else if (/[\p{L}\p{M}\p{N}–]/u.test(char)) {
      at += char.length
    } else return at
  }
  return at
}

/**
 * Where Japanese inside a path ends: only words set off on both sides belong to the link (`/wiki/日本の伝統色 `,
 * `?q=屋号+問い合わせ`), and only those that do not go on with the sentence.
 */
const japaneseEnd = (text: string, pathStart: number, at: number): number => {
  if (!/[/=+_-]/.test(text[at - 1] ?? '')) return at
  let end = at
  while (end < text.length && end - at < 60 && CJK.test(text[end]!)) end++
  if (!/^(?:$|[\s\])}」』】>"/&+#_%-])/.test(text.slice(end, end + 1))) return at
  const run = text.slice(at, end)
  const free = text[at - 1] === '=' || text[at - 1] === '+' || /\/wiki\/$/.test(text.slice(pathStart, at))
  if (SENTENCE.test(run) || (!free && /^[\p{Script=Hiragana}]/u.test(run))) return at
  return end
}

const trimTail = (text: string, start: number, end: number): number => {
  let at = end
  while (at > start) {
    const char = text[at - 1]!
    if (/[.,:;!?'"~*^]/.test(char)) at--
    else if (/[)\]}]/.test(char)) {
      const open = { ')': '(', ']': '[', '}': '{' }[char]!
      const body = text.slice(start, at)
      if (body.split(open).length >= body.split(char).length) return at
      at--
    } else return at
  }
  return at
}
