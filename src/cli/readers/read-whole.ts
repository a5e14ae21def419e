/** A file that only makes sense as a whole (JSON, text), up to a size that fits in memory. */
import type { ByteStream } from '../io.ts'
import { concat, mebibytes } from './byte-lines.ts'
import { BrokenFile } from './open-bytes.ts'

/** @throws {BrokenFile} where there is more than `maxBytes`. */
export const readWhole = async (bytes: ByteStream, maxBytes: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of bytes) {
    length += part.length
    if (length > maxBytes) {
      throw new BrokenFile(`${mebibytes(maxBytes)}より大きいため読めません。分けてください。`)
    }
    parts.push(part)
  }
  return concat(parts, length)
}
