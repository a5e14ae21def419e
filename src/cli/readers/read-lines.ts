/** Lines of text, decoded; each carries where it stands, and one that cannot be read says why. */
import { type Encoding, encodingLabel } from '../../core/documents/guess-encoding.ts'
import type { ByteStream } from '../io.ts'
import { type ByteLinesOptions, byteLines, type LineEnding, MAX_LINE_BYTES, mebibytes } from './byte-lines.ts'
import { decodeStrictly, detectEncoding } from './detect-encoding.ts'

export interface Line {
  /** 1-based. */
  readonly line: number
  /** Offset of its first byte. */
  readonly byte: number
  /** Offset behind its line break. */
  readonly next: number
  readonly ending: LineEnding
  /** Without the line break; missing where the line cannot be read at all. */
  readonly text?: string
  /** What is wrong with the line; its text, where there is one, was read as well as it can be. */
  readonly fault?: string
}

export interface ReadLinesOptions extends ByteLinesOptions {
  /** `utf-8` takes no other encoding; by default the first bytes that are not ASCII decide. */
  readonly encoding?: Encoding
}

const tooLong = (length: number, max: number): string =>
  `1行が${mebibytes(length)}あります(上限${mebibytes(max)})。この行は確かめていません。分けてください。`

/** Yields the lines that a chunk completes. */
export async function* readLines(chunks: ByteStream, options: ReadLinesOptions = {}): AsyncGenerator<Line[]> {
  const max = options.maxBytes ?? MAX_LINE_BYTES
  let encoding = options.encoding
  for await (const lines of byteLines(chunks, options)) {
    yield lines.map(({ line, byte, next, bytes, length, ending }): Line => {
      const at = { line, byte, next, ending }
      if (!bytes) return { ...at, fault: tooLong(length, max) }
      const body = line === 1 && byte === 0 ? withoutBom(bytes) : bytes
      let doubt: string | undefined
      if (encoding === undefined && !isAscii(body)) {
        const rest = lines.flatMap((one) => (one.bytes && one.line >= line ? [one.bytes] : []))
        const guessed = detectEncoding(rest)
        encoding = guessed.name
        if (!guessed.sure) doubt = notSure(guessed.name)
      }
      const text = decodeStrictly(body, encoding ?? 'utf-8')
      const read = text === undefined ? readOtherwise(body, encoding ?? 'utf-8') : { text }
      const fault =
        ('fault' in read ? read.fault : undefined) ?? doubt ?? (body.includes(0) ? NUL : undefined)
      return { ...at, ...read, ...(fault === undefined ? {} : { fault }) }
    })
  }
}

const NUL = '見えない文字(NUL)があります。文字のファイルか確かめてください。読めるところは確かめました。'

export const notSure = (name: Encoding): string =>
  `文字コードが分かりません。${encodingLabel(name)}として読みました。UTF-8で保存し直してください。`

/** A line in another encoding than the file's: its text is still worth looking at, and its writer worth telling. */
const readOtherwise = (bytes: Uint8Array, expected: Encoding): { text: string; fault: string } => {
  const { name: other, sure } = detectEncoding([bytes])
  const name = encodingLabel(expected)
  const text = other === expected || !sure ? undefined : decodeStrictly(bytes, other)
  if (text !== undefined) {
    const says = `文字コードが混ざっています(ファイルは${name}、この行は${encodingLabel(other)})。`
    return { text, fault: `${says}${name}で保存し直してください。` }
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
