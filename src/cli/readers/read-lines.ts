/**
 * Bytes → lines, one at a time, so that a file of any size needs the memory of its longest line. Lines are UTF-8
 * (a byte order mark is dropped); each carries where it stands, and a line that cannot be read says why.
 */
import type { ByteStream } from '../io.ts'

/** A line longer than this is no message of a person; it is named and passed over. */
export const MAX_LINE_BYTES = 1_048_576

export type Line = { readonly line: number; readonly byte: number } & (
  | { readonly text: string }
  | { readonly fault: string }
)

const LF = 0x0a
const CR = 0x0d
const BOM = [0xef, 0xbb, 0xbf] as const

/** Yields every line without its line break (LF or CRLF); a last line without a break counts, an empty one does not. */
export async function* readLines(chunks: ByteStream, maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  let byte = 0
  /** Chunks of the line that is not complete yet; empty again once it is over the limit. */
  let parts: Uint8Array[] = []
  let length = 0

  const finish = (): Line => {
    const at = { line, byte }
    if (length > maxBytes) {
      return {
        ...at,
        fault: `1行が${mebibytes(length)}あります(上限${mebibytes(maxBytes)})。分けてください。`,
      }
    }
    let bytes = parts.length === 1 ? parts[0]! : concat(parts, length)
    if (line === 1 && BOM.every((value, index) => bytes[index] === value)) bytes = bytes.subarray(3)
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1)
    try {
      return { ...at, text: decoder.decode(bytes) }
    } catch {
      return { ...at, fault: 'UTF-8として読めません。UTF-8で保存し直してください。' }
    }
  }
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > maxBytes) parts = []
    else parts.push(part)
  }

  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end))
      yield finish()
      byte += length + 1
      line += 1
      parts = []
      length = 0
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`

const concat = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
