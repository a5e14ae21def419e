/**
 * How the readings are kept: neighbours in the dictionary (東京, 東京駅, 東京駅前) begin alike, so an entry says how many
 * kana it shares with the entry before, and then the rest, a byte a kana.
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

/** The sections `readings` and `readingIndex`; an empty reading is derived from the surface. */
export function encodeReadings(words: readonly { readonly surface: string; readonly reading: string }[]): {
  readings: Uint8Array
  index: Uint32Array
} {
  const bytes: number[] = []
  const index: number[] = []
  let last = ''
  for (const [word, { surface, reading }] of words.entries()) {
    if (word % READING_STRIDE === 0) {
      index.push(bytes.length)
      last = ''
    }
    if (reading.length > units.length) throw new RangeError(`The reading of ${surface} is too long`)
    if (reading === '' || reading === toKatakana(surface)) bytes.push(DERIVED)
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

/** The stored reading of a word; undefined where it is derived from the surface. */
export function decodeReading(readings: Uint8Array, index: Int32Array, word: number): string | undefined {
  let at = index[Math.floor(word / READING_STRIDE)]!
  let length = 0
  for (let skip = word % READING_STRIDE; skip > 0; skip--) {
    const kind = readings[at++]!
    if (kind < ESCAPED) length = kind - SHARED
    for (; readings[at]! < SHARED; at++) if (kind < ESCAPED) units[length++] = ORIGIN + readings[at]!
  }
  const kind = readings[at++]!
  if (kind === DERIVED) return undefined
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
