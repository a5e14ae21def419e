/**
 * Bytes as they are meant: unpacked where they are gzip, UTF-8 where they were UTF-16. Told by the first bytes, never
 * by the name.
 */
import type { ByteStream } from '../io.ts'

/** The file is broken in a way that ends the reading: `says` is for a person. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile'
}

export async function* openBytes(source: ByteStream): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  let head = first.value
  // The first bytes may come one at a time.
  while (head.length < 4) {
    const more = await chunks.next()
    if (more.done) break
    head = Uint8Array.from([...head, ...more.value])
  }
  const all = (async function* () {
    yield head
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  })()
  if (head[0] === 0x1f && head[1] === 0x8b) yield* openBytes(gunzip(all))
  else if (head[0] === 0xff && head[1] === 0xfe) yield* transcode(all, 'utf-16le')
  else if (head[0] === 0xfe && head[1] === 0xff) yield* transcode(all, 'utf-16be')
  else yield* all
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
