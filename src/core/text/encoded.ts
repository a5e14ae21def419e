/**
 * Finds what was written in a code that machines read (percent, HTML entities, escapes, Base64, hex, binary, octal, calls
 * that make characters, Morse)
 * and reads it. One pass: what a block holds may be encoded again, so callers ask again, once or twice.
 */
import type { Span } from './span.ts'

export type Codec = 'percent' | 'entity' | 'escape' | 'base64' | 'hex' | 'binary' | 'morse' | 'octal' | 'call'

export interface EncodedBlock {
  readonly span: Span
  readonly codec: Codec
  /** What the block holds: well-formed text, printable, never empty. */
  readonly decoded: string
}

interface Reader {
  readonly codec: Codec
  /** Each pattern is a plain repetition of one class of characters or one fixed form: linear. */
  readonly pattern: RegExp
  read(found: string): string | undefined
}

const READERS: readonly Reader[] = [
  { codec: 'percent', pattern: /(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~-]){2,}/g, read: readPercent },
  {
    codec: 'entity',
    pattern: /(?:&#\d{1,7};?|&#[xX][0-9A-Fa-f]{1,6};?|&[a-z]{2,8};|[A-Za-z0-9])+/g,
    read: readEntities,
  },
  {
    codec: 'escape',
    pattern:
      /(?:\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|U\+[0-9A-Fa-f]{4,6}[ ,]?|[A-Za-z0-9])+/g,
    read: readEscapes,
  },
  {
    codec: 'binary',
    pattern: /[01]{8}(?:[ ,]?[01]{8})+/g,
    read: (found) => readBytes(found.replace(/[ ,]/g, ''), 2),
  },
  { codec: 'hex', pattern: /(?:0x)?[0-9A-Fa-f]{2}(?:[ :,-]?(?:0x)?[0-9A-Fa-f]{2}){3,}/g, read: readHex },
  {
    codec: 'octal',
    pattern: /(?:0o|\\)[0-7]{3}(?:[ ,]?(?:0o|\\)[0-7]{3}){2,80}/g,
    read: (found) => readPoints(found, /[0-7]{3}/g, 8),
  },
  {
    codec: 'call',
    pattern:
      /(?:chr|char|fromCharCode)\(\d{2,3}\)(?: ?[+&.,]? ?(?:chr|char|fromCharCode)\(\d{2,3}\)){2,80}/gi,
    read: (found) => readPoints(found, /\d{2,3}/g, 10),
  },
  {
    codec: 'base64',
    pattern: /[A-Za-z0-9+/_-]{10,}={0,2}/g,
    // A short one has its padding.
    read: (found) => (found.length < 12 ? undefined : readBase64(found)),
  },
  {
    codec: 'morse',
    pattern: /[.・•·‧･−ー－–—_-]{1,6}(?:[ 　/|][.・•·‧･−ー－–—_-]{1,6}){2,}/g,
    read: readMorse,
  },
]

/** A code that any text has, for a reader that looks for nothing else; keeps the cost of ordinary text low. */
const HINT: Readonly<Partial<Record<Codec, RegExp>>> = {
  percent: /%[0-9A-Fa-f]{2}/,
  entity: /&#?[0-9A-Za-z]/,
  escape: /\\[ux]|U\+/,
  octal: /0o|\\[0-7]/,
  call: /ch(?:r|ar|arcode)\(/i,
}

const NO_BLOCKS: readonly EncodedBlock[] = []

const CHAIN = 1
const CODE_MARK = 2
const HEX = 4
const BETWEEN_HEX = 8
const DOT_OR_DASH = 16
const LETTER_GAP = 32
const CLASSES = new Uint8Array(0x10000)
const classify = (characters: string, bit: number): void => {
  for (const character of characters) CLASSES[character.charCodeAt(0)]! |= bit
}
classify('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-', CHAIN)
classify('%&\\', CODE_MARK)
classify('0123456789ABCDEFabcdef', HEX)
classify(' :,-x', BETWEEN_HEX)
classify('.・•·‧･−ー－–—_-', DOT_OR_DASH)
classify(' 　/|', LETTER_GAP)

/** What the shortest block of Base64, of bytes in digits is made of at least; letters of Morse. */
const SHORTEST_CHAIN = 10
const FEWEST_DIGITS = 8
const FEWEST_LETTERS = 3

/** Whether anything in the text may be encoded: one look at each code unit, and false for most texts. */
export function mayBeEncoded(text: string): boolean {
  let chain = 0
  let digits = 0
  let letters = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const own = CLASSES[text.charCodeAt(at)]!
    // chr(76), fromCharCode(76)
    if (text[at] === '(' && /[er]/i.test(text[at - 1] ?? '')) return true
    if (own === 0) {
      chain = 0
      digits = 0
      letters = 0
      before = 0
      continue
    }
    if ((own & CODE_MARK) !== 0) return true
    // 0o114
    if (text[at] === 'o' && text[at - 1] === '0') return true
    // U+3042
    if ((own & CHAIN) === 0) chain = 0
    else if (++chain >= SHORTEST_CHAIN || (text[at] === '+' && text[at - 1] === 'U')) return true
    if ((own & HEX) !== 0) digits++
    else if ((own & BETWEEN_HEX) === 0) digits = 0
    if (digits >= FEWEST_DIGITS) return true
    if ((own & DOT_OR_DASH) !== 0) {
      if ((before & DOT_OR_DASH) === 0) letters++
    } else if ((own & LETTER_GAP) === 0) letters = 0
    if (letters >= FEWEST_LETTERS) return true
    before = own
  }
  return false
}

/** In order of their start; those of one codec do not overlap, those of several may. */
export function findEncoded(text: string): readonly EncodedBlock[] {
  if (!mayBeEncoded(text)) return NO_BLOCKS
  const blocks: EncodedBlock[] = []
  for (const { codec, pattern, read } of READERS) {
    if (HINT[codec]?.test(text) === false) continue
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const decoded = read(found)
      if (decoded === undefined || decoded === '' || !isReadable(decoded)) continue
      blocks.push({ span: { start: index, end: index + found.length }, codec, decoded })
    }
  }
  return blocks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Words of people: no control characters, no holes, no letters of scripts that random bytes make. */
/** A NUL within is nothing to a reader. */
const isReadable = (text: string): boolean =>
  text.isWellFormed() &&
  !/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\p{Co}\p{Cn}]/u.test(text) &&
  /[\p{L}\p{N}\u2460-\u24ff\u{1f100}-\u{1f1ff}]/u.test(text)

function readPercent(found: string): string | undefined {
  if ((found.match(/%/g)?.length ?? 0) < 2) return undefined
  try {
    return decodeURIComponent(found)
  } catch {
    return undefined
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  colon: ':',
  sol: '/',
  num: '#',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
}

function readEntities(found: string): string | undefined {
  const count = found.match(/&(?:#|[a-z])/g)?.length ?? 0
  if (count === 0 || (count < 2 && !found.includes('&#') && !found.includes('&commat'))) return undefined
  return found.replace(
    /&#(\d{1,7});?|&#[xX]([0-9A-Fa-f]{1,6});?|&([a-z]{2,8});/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10))
    },
  )
}

function readEscapes(found: string): string | undefined {
  if ((found.match(/\\[ux]|U\+/g)?.length ?? 0) < 2) return undefined
  return found.replace(
    /\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|U\+([0-9A-Fa-f]{4,6})[ ,]?/g,
    (_, braced, four, two, named) => character(Number.parseInt(braced ?? four ?? two ?? named, 16)),
  )
}

const character = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')

function readPoints(found: string, figures: RegExp, base: 8 | 10): string {
  return found
    .match(figures)!
    .map((point) => character(Number.parseInt(point, base)))
    .join('')
}

function readHex(found: string): string | undefined {
  const digits = found.replace(/0x|[ :,-]/g, '')
  // Without a letter, without a separator: a number.
  if (!/[A-Fa-f]/.test(digits) && digits.length < 16 && !/[ :,-]/.test(found)) return undefined
  return digits.length % 2 === 0 ? readBytes(digits, 16) : undefined
}

function readBytes(digits: string, base: 2 | 16): string | undefined {
  const width = base === 2 ? 8 : 2
  const bytes: number[] = []
  for (let at = 0; at + width <= digits.length; at += width) {
    bytes.push(Number.parseInt(digits.slice(at, at + width), base))
  }
  return utf8(bytes)
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SIXTETS = new Map([...BASE64].map((digit, value) => [digit, value]))

function readBase64(found: string): string | undefined {
  const digits = found.replace(/=/g, '').replace(/-/g, '+').replace(/_/g, '/')
  if (digits.length % 4 === 1) return undefined
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits) {
    held = (held << 6) | (SIXTETS.get(digit) as number)
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
    held &= 0xfff
  }
  return utf8(bytes)
}

/** Strict UTF-8: whatever is not quite text was not meant as text. */
function utf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

const MORSE =
  'A.- B-... C-.-. D-.. E. F..-. G--. H.... I.. J.--- K-.- L.-.. M-- N-. O--- P.--. Q--.- R.-. S... T- U..- V...- W.-- X-..- Y-.-- Z--.. 0----- 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----. @.--.-. ..-.-.-'
const MORSE_LETTERS = new Map(MORSE.split(' ').map((entry) => [entry.slice(1), entry[0] as string]))

function readMorse(found: string): string | undefined {
  let letters = ''
  for (const group of found.split(/[ 　/|]/)) {
    const letter = MORSE_LETTERS.get(group.replace(/[・•·‧･]/g, '.').replace(/[−ー－–—_]/g, '-'))
    if (letter === undefined) return undefined
    letters += letter
  }
  // Rules and dotted lines are no letters.
  return new Set(letters).size > 1 ? letters : undefined
}
