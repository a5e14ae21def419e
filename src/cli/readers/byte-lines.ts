/**
 * Bytes → lines, a chunk's at a time, so that a file of any size needs the memory of its longest line. A line break is
 * LF, CRLF or CR alone (old Excel for Mac) in every encoding that comes here: no second byte of Shift_JIS, EUC-JP,
 * ISO-2022-JP or GB18030 is one.
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
  /** The line break itself; empty at the end of the file. */
  readonly ending: LineEnding
}

export type LineEnding = '' | '\n' | '\r\n' | '\r'

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
  const finish = (ending: LineEnding): ByteLine => {
    const at = { line, byte, next: byte + length + ending.length, length, ending }
    const bytes = length > maxBytes ? undefined : parts.length === 1 ? parts[0]! : concat(parts, length)
    line += 1
    byte = at.next
    parts = []
    length = 0
    return { ...at, ...(bytes ? { bytes } : {}) }
  }
  /** A chunk ended in CR: the next byte tells which break it is. */
  let afterCr = false

  for await (const chunk of chunks) {
    const lines: ByteLine[] = []
    let start = 0
    if (afterCr && chunk.length > 0) {
      afterCr = false
      const isCrLf = chunk[0] === LF
      lines.push(finish(isCrLf ? '\r\n' : '\r'))
      if (isCrLf) start = 1
    }
    let cr = chunk.indexOf(CR, start)
    let lf = chunk.indexOf(LF, start)
    while (cr >= 0 || lf >= 0) {
      const isCr = cr >= 0 && (lf < 0 || cr < lf)
      const end = isCr ? cr : lf
      add(chunk.subarray(start, end))
      start = end + 1
      if (isCr && start === chunk.length) {
        afterCr = true
        break
      }
      const isCrLf = isCr && chunk[start] === LF
      if (isCrLf) start += 1
      lines.push(finish(isCrLf ? '\r\n' : isCr ? '\r' : '\n'))
      // Only what was used up is searched for again: a file without CR is searched for it once a chunk.
      if (isCr) cr = chunk.indexOf(CR, start)
      if (lf >= 0 && lf < start) lf = chunk.indexOf(LF, start)
    }
    if (start < chunk.length) add(chunk.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (afterCr) yield [finish('\r')]
  else if (length > 0) yield [finish('')]
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
