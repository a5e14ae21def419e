/** A file that somebody dropped → its text: UTF-8, EUC-JP or Shift_JIS, with or without a byte order mark. */

/** In this order: text in Shift_JIS is hardly ever valid EUC-JP, but not the other way round. */
const ENCODINGS = ['utf-8', 'euc-jp', 'shift_jis'] as const

/** `undefined` where none of the encodings fits. */
export function decode(bytes: ArrayBuffer): string | undefined {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding may fit.
    }
  }
  return undefined
}
