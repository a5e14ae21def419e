/**
 * Bytes as they are meant: unpacked where they are gzip, UTF-8 where they were UTF-16. Told by the first bytes, never
 * by the name.
 */
import type { ByteStream } from '../io.ts'
import { concat } from './byte-lines.ts'
import { decodeStrictly } from './detect-encoding.ts'

/** The file is broken in a way that ends the reading: `says` is for a person. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile'
}

/** Bytes of a file that is no plain UTF-8 which are looked at, to tell what it is. */
const SAMPLE = 1024

export async function* openBytes(source: ByteStream): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const head = await takeHead(chunks)
  if (head.length === 0) return
  const all = (async function* () {
    yield head
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  })()
  const wide = wideEncoding(head)
  if (isGzip(head)) yield* openBytes(gunzip(all))
  else if (wide === 'utf-32') throw new BrokenFile('UTF-32は読めません。UTF-8で保存し直してください。')
  else if (wide !== undefined) yield* transcode(all, wide)
  else yield* all
}

/** The first bytes: as many as it takes to tell what they are. They may come one at a time. */
const takeHead = async (chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> => {
  let head: Uint8Array = new Uint8Array()
  while (head.length < 4 || (head.length < SAMPLE && !isPlain(head))) {
    const more = await chunks.next()
    if (more.done) break
    head = head.length === 0 ? more.value : concat([head, more.value], head.length + more.value.length)
  }
  return head
}

const isPlain = (head: Uint8Array): boolean => {
  if (head.includes(0)) return false
  try {
    // A character may be cut in two at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Whether the bytes that `openBytes` gives are others than the file's: its offsets are then not theirs. */
export const isTransformed = async (source: ByteStream): Promise<boolean> => {
  const chunks = source[Symbol.asyncIterator]()
  const head = await takeHead(chunks)
  await chunks.return?.()
  return isGzip(head) || wideEncoding(head) !== undefined
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32'

const wideEncoding = (head: Uint8Array): Wide | undefined => {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && head.length > 4 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32'
  return withoutMark(head)
}

/**
 * Text in units of two or four bytes that does not say so: the upper bytes of its ASCII are NUL, and they all stand on
 * one side. A NUL or two in other text are not enough.
 */
const withoutMark = (head: Uint8Array): Wide | undefined => {
  const sample = head.subarray(0, head.length - (head.length % 4))
  const nul = [0, 0, 0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) nul[at % 4]! += 1
  const [a = 0, b = 0, c = 0, d = 0] = nul
  const units = sample.length / 4
  // Beyond U+FFFF nobody writes: of four bytes the two upper ones are NUL throughout.
  const isWide = (top: number, high: number, low: number) =>
    units >= 2 && top === units && high >= units * 0.9 && low < units
  if (isWide(a, b, d) || isWide(d, c, a)) return 'utf-32'
  const [even, odd] = [a + c, b + d]
  // ASCII alone is UTF-8 with a NUL beside every letter.
  const share = decodeStrictly(sample, 'utf-8') === undefined ? 0.02 : 0.5
  const many = Math.max(2, units * 2 * share)
  if (odd >= many && even === 0) return 'utf-16le'
  if (even >= many && odd === 0) return 'utf-16be'
  return undefined
}

async function* gunzip(packed: ByteStream): AsyncGenerator<Uint8Array> {
  const stream = ReadableStream.from(packed as AsyncIterable<Uint8Array<ArrayBuffer>>).pipeThrough(
    new DecompressionStream('gzip'),
  )
  try {
    for await (const chunk of stream) yield chunk
  } catch (error) {
    throw new BrokenFile(
      'gzipとして読めません。途中で切れているか壊れています。もう一度書き出してください。',
      {
        cause: error,
      },
    )
  }
}

async function* transcode(bytes: ByteStream, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}
