/** Which YouTube videos inputs link to, found before anything is linted, so that all are asked for at once. */
import { findVideoLinks } from '../../core/documents/video-link.ts'
import { isFileError } from '../fault.ts'
import type { Io } from '../io.ts'
import { byteLines } from '../readers/byte-lines.ts'
import { BrokenFile, openBytes } from '../readers/open-bytes.ts'

/** Metadata that an export carries: asking for it would only cost. */
const CARRIED = /"id"\s*:\s*"([\w-]{11})"/g

/** Ids in the order in which they are linked first. Encodings do not matter: links are ASCII in all of them. */
export const scanForVideos = async (
  inputs: readonly string[],
  io: Pick<Io, 'files'>,
): Promise<readonly string[]> => {
  const linked = new Set<string>()
  const carried = new Set<string>()
  const decoder = new TextDecoder()
  const scan = async (input: string) => {
    for await (const lines of byteLines(openBytes(io.files.read(input)), { maxBytes: 64 * 1_048_576 })) {
      for (const { bytes } of lines) {
        if (!bytes) continue
        // JSON may write a slash as \/.
        const text = decoder.decode(bytes).replaceAll('\\/', '/')
        for (const { site, id } of findVideoLinks(text)) {
          if (site === 'youtube' && id !== undefined) linked.add(id)
        }
        for (const [, id] of text.matchAll(CARRIED)) carried.add(id!)
      }
    }
  }
  for (const input of inputs) {
    try {
      await scan(input)
    } catch (error) {
      // What cannot be read is named when it is linted.
      if (!isFileError(error) && !(error instanceof BrokenFile)) throw error
    }
  }
  return [...linked].filter((id) => !carried.has(id))
}
