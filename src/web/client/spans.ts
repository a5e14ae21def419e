/** How spans move while a text is edited. Pure. */
import type { Span } from '../../core/text/span.ts'

/** `removed` code units at `start` gave way to `inserted` ones. */
export interface Edit {
  readonly start: number
  readonly removed: number
  readonly inserted: number
}

/** The smallest single edit that makes `after` of `before`. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail }
}

/** Where a span is after the edit: words around it move it, an edit inside stretches it; `undefined` once it is gone. */
export function moveSpan(span: Span, { start, removed, inserted }: Edit): Span | undefined {
  const end = start + removed
  const by = inserted - removed
  // Words typed right before a mark, or right behind it, are not part of it.
  if (end <= span.start) return { start: span.start + by, end: span.end + by }
  if (start >= span.end) return span
  if (start <= span.start && end >= span.end) return undefined
  if (start < span.start) return { start: start + inserted, end: span.end + by }
  if (end > span.end) return { start: span.start, end: start }
  return { start: span.start, end: span.end + by }
}
