/**
 * Bytes → lines, a chunk's at a time, so that a file of any size needs the memory of its longest line. A line break is
 * LF or CRLF in every encoding that comes here: no second byte of Shift_JIS or EUC-JP is one.
 */
import type { ByteStream } from '../io.ts'

/** A line longer than this is no message of a person; it is named and passed over. */
export const MAX_LINE_BYTES = 1_048_576

export interface ByteLine {
  /** 1-based. */
  readonly line: number
  /** Offset of its first byte. */
  readonly byte: number
  /** Offset behind its line break. */
  readonly next: number
  /** Without the line break; missing where the line is longer than the limit. */
  readonly bytes?: Uint8Array
  /** Bytes, without the line break. */
  readonly length: number
}

export interface ByteLinesOptions {
  readonly maxBytes?: number
  /** Where the stream begins, if that is not the file's beginning. */
  readonly line?: number
  readonly byte?: number
}

const LF = 0x0a
const CR = 0x0d

/** Yields the lines that a chunk completes. A last line without a break counts, an empty one does not. */
export async function* byteLines(
  chunks: ByteStream,
  { maxBytes = MAX_LINE_BYTES, line = 1, byte = 0 }: ByteLinesOptions = {},
): AsyncGenerator<ByteLine[]> {
  /** Pieces of the line that is not complete yet; none any more once it is over the limit. */
  let parts: Uint8Array[] = []
  let length = 0
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > maxBytes) parts = []
    else parts.push(part)
  }
  const finish = (breakLength: number): ByteLine => {
    const at = { line, byte, next: byte + length + breakLength }
    const whole = length > maxBytes ? undefined : parts.length === 1 ? parts[0]! : concat(parts, length)
    const bytes = whole?.at(-1) === CR ? whole.subarray(0, -1) : whole
    const made = { ...at, length: bytes?.length ?? length, ...(bytes ? { bytes } : {}) }
    line += 1
    byte = at.next
    parts = []
    length = 0
    return made
  }

  for await (const chunk of chunks) {
    const lines: ByteLine[] = []
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end))
      lines.push(finish(1))
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [finish(0)]
}

export const concat = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`
