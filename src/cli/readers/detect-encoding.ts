/** Which of the encodings of Japanese text bytes are in, told by the bytes. */
import {
  type Encoding,
  type GuessedEncoding,
  guessEncoding,
  SAMPLE_BYTES,
} from '../../core/documents/guess-encoding.ts'
import { concat } from './byte-lines.ts'

export const detectEncoding = (parts: readonly Uint8Array[]): GuessedEncoding =>
  guessEncoding(takeSample(parts), decodeStrictly)

/** `undefined` where the bytes are not in the encoding. */
export const decodeStrictly = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const BREAK = Uint8Array.of(0x0a)

/** Whole parts only, so that no character is cut in two; each a line, for ISO-2022-JP knows no two escapes in a row. */
const takeSample = (parts: readonly Uint8Array[]): Uint8Array => {
  const taken: Uint8Array[] = []
  let length = 0
  for (const part of parts) {
    if (length > 0 && length + part.length > SAMPLE_BYTES) break
    taken.push(part, BREAK)
    length += part.length + 1
  }
  return concat(taken, length)
}
