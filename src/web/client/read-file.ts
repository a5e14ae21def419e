/** A file that somebody dropped → its text, in whichever encoding Japanese is written. */
import { type Encoding, guessEncoding, SAMPLE_BYTES } from '../../core/documents/guess-encoding.ts'

/** `undefined` where it is no text that can be read with certainty. */
export function decode(buffer: ArrayBufferLike): string | undefined {
  const bytes = new Uint8Array(buffer)
  const marked = ENCODING_OF_MARK.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) return strictly(bytes, marked.encoding)
  // Whole lines, so that no character is cut in two.
  const end = bytes.length <= SAMPLE_BYTES ? bytes.length : bytes.lastIndexOf(0x0a, SAMPLE_BYTES) + 1
  const { name, sure } = guessEncoding(bytes.subarray(0, end || bytes.length), strictly)
  const text = sure ? strictly(bytes, name) : undefined
  // What is no text has NULs.
  return text?.includes('\0') ? undefined : text
}

/** UTF-32 begins as UTF-16 does: what comes out then has NULs, and is refused. */
const ENCODING_OF_MARK = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

function strictly(bytes: Uint8Array, encoding: Encoding | 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes as Uint8Array<ArrayBuffer>)
    return encoding.startsWith('utf-16') && text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
