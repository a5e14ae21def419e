/**
 * Office files are zips. Before anybody else opens one it is unpacked here, no further than its own table of contents says
 * and a bound allows, and packed again without compression: what a small file claims to be, it then is.
 */
import { unzipSync, zipSync } from 'fflate'
import { ExtractError } from './extract-error.ts'

/** All the text of a file; pictures are passed over. */
const MAX_UNPACKED = 128 * 1_048_576
const MAX_FILES = 5000
const TEXT = /\.(?:xml|rels)$/i

/** @throws {ExtractError} where it is no zip, or too large unpacked. */
export function boundedZip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  let unpacked = 0
  let count = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1
        if (!TEXT.test(name)) return false
        unpacked += originalSize
        if (unpacked > MAX_UNPACKED || count > MAX_FILES) throw new ExtractError('too-large')
        return true
      },
    })
  } catch (error) {
    if (error instanceof ExtractError) throw error
    throw new ExtractError('unreadable', { cause: error })
  }
  return zipSync(files, { level: 0 })
}
