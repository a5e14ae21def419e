/** Makes parts of a text unreadable without moving anything. */
import type { Span } from './span.ts'

const MASK = '*'

/** Each code unit of the spans becomes `*`; line breaks stay. Spans may touch, overlap and come in any order. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue
    const begin = Math.max(start, from)
    parts.push(text.slice(from, begin), text.slice(begin, end).replace(/[^\r\n]/g, MASK))
    from = end
  }
  return parts.join('') + text.slice(from)
}
