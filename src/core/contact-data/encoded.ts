/**
 * Data in tokens that are encoded: hex, base64, percent, HTML entities, `\u` escapes, eight bits a letter, ROT13.
 *
 * A token is decoded once, and counts only where what comes out is clean text that holds a datum: licence keys and
 * hashes come out as noise.
 */
import { mayBeEncoded } from '../text/encoded.ts'
import type { CueFinder } from './common/cue-finder.ts'
import type { Draft } from './common/draft.ts'
import { trimEnd } from './common/trim-end.ts'

/** How far from a code one may be asked to decode it, UTF-16 code units. */
const REACH = 60

interface Encoding {
  readonly step: string
  readonly token: RegExp
  decode(token: string): string | undefined
}

/** UTF-8 bytes as text; undefined where they are none. */
const utf8 = (bytes: readonly number[]): string | undefined => {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

/** Bytes written as so many digits each, with or without marks between; undefined where a byte is not whole. */
const bytesOf = (token: string, digits: number, radix: number): string | undefined => {
  const bytes = token.split(/[ :,-]/).flatMap((group) => {
    const count = Math.ceil(group.length / digits)
    return Array.from({ length: count }, (_, at) => group.slice(at * digits, (at + 1) * digits))
  })
  if (bytes.length < 6 || bytes.some((byte) => byte.length !== digits)) return undefined
  return utf8(bytes.map((byte) => Number.parseInt(byte, radix)))
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const base64 = (token: string): string | undefined => {
  const text = trimEnd(token, '=').replace(/-/g, '+').replace(/_/g, '/')
  if (text.length % 4 === 1) return undefined
  const bytes: number[] = []
  let buffer = 0
  let bits = 0
  for (const char of text) {
    buffer = ((buffer << 6) | BASE64.indexOf(char)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((buffer >> bits) & 0xff)
  }
  return utf8(bytes)
}

const code = (value: number): string => (value > 0 && value < 0x110000 ? String.fromCodePoint(value) : '�')

const ENCODINGS: readonly Encoding[] = [
  {
    step: 'entities',
    token: /[A-Za-z0-9@._/:&#;-]{6,}/g,
    decode: (token) =>
      token
        .replace(/&#x([0-9A-Fa-f]{1,6});/gi, (_, hex: string) => code(Number.parseInt(hex, 16)))
        .replace(/&#(\d{1,6});/g, (_, decimal: string) => code(Number(decimal))),
  },
  {
    step: 'escapes',
    token: /[A-Za-z0-9@._/:\\-]{6,}/g,
    decode: (token) =>
      token.replace(/\\[ux]([0-9A-Fa-f]{4}|[0-9A-Fa-f]{2})/g, (_, hex: string) =>
        code(Number.parseInt(hex, 16)),
      ),
  },
  {
    step: 'percent',
    token: /[A-Za-z0-9@._~/:%-]{6,}/g,
    decode: (token) => {
      if (!/%(?:40|2[Ee])|%[0-9A-Fa-f]{2}[^%]{0,20}%[0-9A-Fa-f]{2}/.test(token)) return undefined
      try {
        return decodeURIComponent(token)
      } catch {
        return undefined
      }
    },
  },
  {
    step: 'binary',
    token: /[01 ,-]{48,960}/g,
    decode: (token) => bytesOf(token, 8, 2),
  },
  {
    step: 'hex',
    token: /[0-9A-Fa-f :,-]{12,}/g,
    decode: (token) => bytesOf(token, 2, 16),
  },
  { step: 'base64', token: /[A-Za-z0-9+/_-]{12,}={0,2}/g, decode: base64 },
]

const CLEAN = /^[\x20-\x7e\n　-ヿ一-鿿＀-￯]+$/
const SWAPPED = /(?<![A-Za-z0-9._@-])[A-Za-z0-9._-]{2,40}@[A-Za-z0-9._-]{2,40}(?![A-Za-z0-9@-])/g

const rot13 = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })

/**
 * @param find what looks for data in decoded text
 * @param decodes words that ask to decode
 * @param providers domains of mail boxes: a shifted or reversed address is told by them
 */
export const findEncodedData = (
  text: string,
  folded: string,
  find: (decoded: string) => readonly Draft[],
  providers: ReadonlySet<string>,
  decodes: CueFinder,
): Draft[] => {
  // A shifted or reversed address has its sign.
  if (!text.includes('@') && !mayBeEncoded(text)) return []
  const found: Draft[] = []
  /** A reserved sample in a code is meant where the reader is asked to decode it. */
  const isAsked = (start: number, end: number): boolean =>
    decodes.within(folded, Math.max(0, start - REACH), Math.min(folded.length, end + REACH))
  const add = (start: number, token: string, step: string, decoded: string | undefined) => {
    if (decoded === undefined || decoded === token || decoded.length < 5 || !CLEAN.test(decoded)) return
    const inner = find(decoded).find((draft) => !draft.partial)
    if (!inner || (inner.sample && !isAsked(start, start + token.length))) return
    const steps = [{ step, from: token, to: decoded, disguise: true }, ...(inner.steps ?? [])]
    found.push({ ...inner, sample: false, start, end: start + token.length, steps })
  }
  for (const { step, token, decode } of ENCODINGS) {
    for (const match of text.matchAll(token)) {
      const whole = trimEnd(match[0], ' :,-')
      const token = whole.replace(/^[ :,-]{1,40}/, '')
      add(match.index + whole.length - token.length, token, step, decode(token))
    }
  }
  for (const match of text.matchAll(SWAPPED)) {
    for (const [step, decoded] of [
      ['rot13', rot13(match[0])],
      ['reversed', [...match[0]].reverse().join('')],
    ] as const) {
      const isKnown = providers.has(decoded.slice(decoded.indexOf('@') + 1).toLowerCase())
      if (isKnown || isAsked(match.index, match.index + match[0].length))
        add(match.index, match[0], step, decoded)
    }
  }
  return found
}
