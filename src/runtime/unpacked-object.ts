/** A gzip object of a bucket, unpacked beside it: only of plain bytes can a chunk be read by itself. */
import type { R2Bucket, R2UploadedPart } from '@cloudflare/workers-types'

/** Where unpacked objects are until their job is done. */
export const UNPACKED = 'unpacked/'

export interface ReadableObject {
  readonly key: string
  readonly size: number
  readonly etag: string
}

/** The platform wants all parts but the last of one size, and none smaller than 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024

/** The object itself where it is plain. Unpacking twice gives the same bytes under the same name. */
export async function unpackedObject(
  bucket: R2Bucket,
  object: ReadableObject,
): Promise<ReadableObject | 'outdated'> {
  if (object.size < 2) return object
  const onlyIf = { etagMatches: object.etag }
  const head = await bucket.get(object.key, { range: { offset: 0, length: 2 }, onlyIf })
  if (head === null || !('body' in head)) return 'outdated'
  const [first, second] = new Uint8Array(await head.arrayBuffer())
  if (first !== 0x1f || second !== 0x8b) return object
  const packed = await bucket.get(object.key, { onlyIf })
  if (packed === null || !('body' in packed)) return 'outdated'
  const plain = (packed.body as unknown as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
    new DecompressionStream('gzip'),
  )
  return write(bucket, `${UNPACKED}${object.key}/${object.etag}.ndjson`, plain)
}

async function write(
  bucket: R2Bucket,
  key: string,
  stream: ReadableStream<Uint8Array>,
): Promise<ReadableObject> {
  const upload = await bucket.createMultipartUpload(key)
  const parts: R2UploadedPart[] = []
  const buffer = new Uint8Array(PART_BYTES)
  let filled = 0
  const flush = async () => {
    parts.push(await upload.uploadPart(parts.length + 1, buffer.slice(0, filled)))
    filled = 0
  }
  try {
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      for (let at = 0; at < read.value.length; ) {
        const taken = read.value.subarray(at, at + PART_BYTES - filled)
        buffer.set(taken, filled)
        filled += taken.length
        at += taken.length
        if (filled === PART_BYTES) await flush()
      }
    }
    if (filled > 0 || parts.length === 0) await flush()
    const { size, etag } = await upload.complete(parts)
    return { key, size, etag }
  } catch (error) {
    await upload.abort()
    throw error
  }
}
