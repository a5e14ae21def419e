/** Lines of text, decoded; each carries where it stands, and one that cannot be read says why. */
import type { ByteStream } from '../io.ts'
import { type ByteLinesOptions, byteLines, MAX_LINE_BYTES, mebibytes } from './byte-lines.ts'
import { detectEncoding, type EncodingName, encodingLabel } from './detect-encoding.ts'

export interface Line {
  /** 1-based. */
  readonly line: number
  /** Offset of its first byte. */
  readonly byte: number
  /** Offset behind its line break. */
  readonly next: number
  /** Without the line break; missing where the line cannot be read at all. */
  readonly text?: string
  /** What is wrong with the line; its text, where there is one, was read as well as it can be. */
  readonly fault?: string
}

export interface ReadLinesOptions extends ByteLinesOptions {
  /** `utf-8` takes no other encoding; by default the first bytes that are not ASCII decide. */
  readonly encoding?: EncodingName
}

const tooLong = (length: number, max: number): string =>
  `1行が${mebibytes(length)}あります(上限${mebibytes(max)})。この行は確かめていません。分けてください。`

/** Yields the lines that a chunk completes. */
export async function* readLines(chunks: ByteStream, options: ReadLinesOptions = {}): AsyncGenerator<Line[]> {
  const max = options.maxBytes ?? MAX_LINE_BYTES
  let encoding = options.encoding
  let decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: true, ignoreBOM: true })
  for await (const lines of byteLines(chunks, options)) {
    yield lines.map(({ line, byte, next, bytes, length }): Line => {
      const at = { line, byte, next }
      if (!bytes) return { ...at, fault: tooLong(length, max) }
      const body = line === 1 && byte === 0 ? withoutBom(bytes) : bytes
      if (encoding === undefined && !isAscii(body)) {
        encoding = detectEncoding(lines.flatMap((one) => (one.bytes && one.line >= line ? [one.bytes] : [])))
        decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
      }
      try {
        return { ...at, text: decoder.decode(body) }
      } catch {
        return { ...at, ...readOtherwise(body, encoding ?? 'utf-8') }
      }
    })
  }
}

/** A line in another encoding than the file's: its text is still worth looking at, and its writer worth telling. */
const readOtherwise = (bytes: Uint8Array, expected: EncodingName): { text: string; fault: string } => {
  const other = detectEncoding([bytes])
  const name = encodingLabel(expected)
  if (other !== expected) {
    try {
      return {
        text: new TextDecoder(other, { fatal: true }).decode(bytes),
        fault: `文字コードが混ざっています(ファイルは${name}、この行は${encodingLabel(other)})。${name}で保存し直してください。`,
      }
    } catch {
      // Neither: below.
    }
  }
  return {
    text: new TextDecoder(expected).decode(bytes),
    fault: `${name}として読めない文字があります。${name}で保存し直してください。`,
  }
}

const BOM = [0xef, 0xbb, 0xbf] as const

export const withoutBom = (bytes: Uint8Array): Uint8Array =>
  BOM.every((value, index) => bytes[index] === value) ? bytes.subarray(3) : bytes

const ESC = 0x1b

/** Nothing that could be another encoding; ISO-2022-JP is ASCII but for its escapes. */
const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== ESC)
