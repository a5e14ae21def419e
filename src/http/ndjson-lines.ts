/** The lines of a byte stream, one after another, within bounds: what NDJSON is read with. */
import { inTime } from './in-time.ts'
import type { Limits } from './limits.ts'

export type NdjsonLine = {
  /** From 1. */
  readonly line: number
  /** The offset of its first byte. */
  readonly byte: number
} & ({ readonly text: string } | { readonly fault: 'not-utf-8' | 'body-too-large' | 'body-too-slow' })

const LINE_FEED = 0x0a
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Blank lines are passed over but counted. A line over `bodyBytes` is named and not kept in memory.
 * Reads only as far as the consumer asks (back pressure); a consumer that stops cancels the stream. A sender that takes
 * longer than `bodySeconds` over a line, or sends nothing for as long, ends it, with a fault as the last line.
 */
export async function* ndjsonLines(
  stream: ReadableStream<Uint8Array>,
  { bodyBytes, bodySeconds }: Pick<Limits, 'bodyBytes' | 'bodySeconds'>,
): AsyncGenerator<NdjsonLine, void, undefined> {
  const reader = stream.getReader()
  let line = 0
  let byte = 0
  let kept: Uint8Array[] = []
  let size = 0
  /** Seconds spent on waiting for the line; the time that others take over the lines before is not the sender's. */
  let waited = 0
  const take = (part: Uint8Array) => {
    size += part.length
    if (size <= bodyBytes) kept.push(part)
    else kept = []
  }
  const finish = (): NdjsonLine | undefined => {
    line += 1
    const at = { line, byte }
    const parts = kept
    const tooLarge = size > bodyBytes
    byte += size + 1
    kept = []
    size = 0
    if (tooLarge) return { ...at, fault: 'body-too-large' }
    try {
      const text = utf8.decode(parts.length === 1 ? parts[0] : join(parts))
      return text.trim() === '' ? undefined : { ...at, text }
    } catch {
      return { ...at, fault: 'not-utf-8' }
    }
  }
  try {
    for (;;) {
      const before = performance.now()
      const read = await inTime(reader.read(), Math.max(0, bodySeconds - waited))
      waited += (performance.now() - before) / 1000
      if (read === 'late') {
        yield { line: line + 1, byte, fault: 'body-too-slow' }
        return
      }
      if (read.done) break
      const chunk = read.value
      let from = 0
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
        take(chunk.subarray(from, at))
        from = at + 1
        const finished = finish()
        waited = 0
        if (finished !== undefined) yield finished
      }
      if (from < chunk.length) take(chunk.subarray(from))
    }
    const last = size > 0 ? finish() : undefined
    if (last !== undefined) yield last
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
