/**
 * How the readings are kept. Two in five are read as two words in a row that stand in the dictionary as well (東京駅 as 東京
 * and 駅): the entry says which. Of the others neighbours begin alike, so an entry says how many kana it shares with the
 * entry before, and then the rest, a byte a kana.
 *
 * An entry begins with a byte of 0x80 or more; no byte inside it is.
 */
import { READING_STRIDE } from './dictionary-format.ts'

/** Code unit before ァ: byte 1 stands for U+30A1. */
const ORIGIN = 0x30a0
/** Kana are the bytes below. */
const KANA_LIMIT = 0x60
/** 0x80 + n: the first n kana are those of the last entry of this kind; the rest follows. */
const SHARED = 0x80
const MOST_SHARED = 30
/** COMPOUND + 4 * (length of the second word - 1) + 2 * (which word the first is, of its surface) + (which the second is). */
const COMPOUND = 0xa0
/** So many words of a surface are tried, and a second word of so many code units. */
const TRIED = 2
const LONGEST_SECOND = 23
/** The reading is the surface in katakana. */
const DERIVED = 0xff
/** The reading is not all kana: three bytes a code unit follow, six bits and one each. */
const ESCAPED = 0xfe

/** Hiragana as katakana, everything else as it is: what a quarter of the readings are. */
export function toKatakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
}

/** Whether every code unit has a byte of its own. */
function isKana(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i) - ORIGIN
    if (byte <= 0 || byte >= KANA_LIMIT) return false
  }
  return true
}

/** What a word of the dictionary is read as: of a surface the first, or the second; undefined where there is none. */
export type ReadingsOf = (surface: string, which: number) => string | undefined

/** A word that no dictionary has is read as it stands, if it is kana. */
const KANA = /^[\u3041-\u3096\u30a1-\u30ff]+$/

/** The second part of a compound: what follows its stem may be mere kana. */
const secondOf = (readingsOf: ReadingsOf, surface: string, which: number): string | undefined =>
  readingsOf(surface, which) ?? (which === 0 && KANA.test(surface) ? toKatakana(surface) : undefined)

/** The entry's byte, if the reading is that of two words in a row. */
function compoundOf(surface: string, reading: string, readingsOf: ReadingsOf): number | undefined {
  for (let length = 1; length < surface.length && length <= LONGEST_SECOND; length++) {
    const at = surface.length - length
    for (let first = 0; first < TRIED; first++) {
      const head = readingsOf(surface.slice(0, at), first)
      if (head === undefined || !reading.startsWith(head)) continue
      for (let second = 0; second < TRIED; second++)
        if (secondOf(readingsOf, surface.slice(at), second) === reading.slice(head.length))
          return COMPOUND + 4 * (length - 1) + 2 * first + second
    }
  }
  return undefined
}

/**
 * The sections `readings` and `readingIndex`; an empty reading is derived from the surface.
 *
 * @param words those of one surface in a row
 */
export function encodeReadings(words: readonly { readonly surface: string; readonly reading: string }[]): {
  readings: Uint8Array
  index: Uint32Array
} {
  const readingOf = ({ surface, reading }: (typeof words)[number]): string =>
    reading === '' ? toKatakana(surface) : reading
  const bySurface = new Map<string, string[]>()
  for (const word of words) {
    const known = bySurface.get(word.surface)
    if (known === undefined) bySurface.set(word.surface, [readingOf(word)])
    else known.push(readingOf(word))
  }
  const readingsOf: ReadingsOf = (surface, which) => bySurface.get(surface)?.[which]
  const bytes: number[] = []
  const index: number[] = []
  let last = ''
  for (const [word, { surface, reading }] of words.entries()) {
    if (word % READING_STRIDE === 0) {
      index.push(bytes.length)
      last = ''
    }
    if (reading.length > units.length) throw new RangeError(`The reading of ${surface} is too long`)
    const isDerived = reading === '' || reading === toKatakana(surface)
    const compound = isDerived ? undefined : compoundOf(surface, reading, readingsOf)
    if (isDerived) bytes.push(DERIVED)
    else if (compound !== undefined) bytes.push(compound)
    else if (isKana(reading)) {
      let shared = 0
      while (shared < MOST_SHARED && shared < reading.length && reading[shared] === last[shared]) shared++
      bytes.push(SHARED + shared)
      for (let i = shared; i < reading.length; i++) bytes.push(reading.charCodeAt(i) - ORIGIN)
      last = reading
    } else {
      bytes.push(ESCAPED)
      for (let i = 0; i < reading.length; i++) {
        const unit = reading.charCodeAt(i)
        bytes.push((unit >> 12) + 1, ((unit >> 6) & 63) + 1, (unit & 63) + 1)
      }
    }
  }
  return { readings: Uint8Array.from(bytes), index: Uint32Array.from(index) }
}

/** Reading entries one by one needs no strings for those that are passed on the way. */
const units = new Uint16Array(256)

/** What a word is read as that stands in the dictionary with this surface. */
export function decodeReading(
  { readings, index }: { readonly readings: Uint8Array; readonly index: Int32Array },
  word: number,
  surface: string,
  readingsOf: ReadingsOf,
): string {
  let at = index[Math.floor(word / READING_STRIDE)]!
  let length = 0
  for (let skip = word % READING_STRIDE; skip > 0; skip--) {
    const kind = readings[at++]!
    const isKept = kind < COMPOUND
    if (isKept) length = kind - SHARED
    for (; readings[at]! < SHARED; at++) if (isKept) units[length++] = ORIGIN + readings[at]!
  }
  const kind = readings[at++]!
  if (kind === DERIVED) return toKatakana(surface)
  if (kind >= COMPOUND && kind < ESCAPED) {
    const code = kind - COMPOUND
    const split = surface.length - 1 - (code >> 2)
    return `${readingsOf(surface.slice(0, split), (code >> 1) & 1)}${secondOf(readingsOf, surface.slice(split), code & 1)}`
  }
  length = kind === ESCAPED ? 0 : kind - SHARED
  while (readings[at]! < SHARED) {
    if (kind === ESCAPED) {
      const [high, middle, low] = [readings[at]! - 1, readings[at + 1]! - 1, readings[at + 2]! - 1]
      units[length++] = (high << 12) | (middle << 6) | low
      at += 3
    } else units[length++] = ORIGIN + readings[at++]!
  }
  return String.fromCharCode(...units.subarray(0, length))
}
