/**
 * Takes into a span the bracket beside it whose partner stands inside: what is underlined holds both of a pair or none.
 */
import type { Span } from './span.ts'

const OPENING = '「『【([{〈《“'
const CLOSING = '」』】)]}〉》”'
/** Longer spans are sentences, whose brackets are their own business. */
const LONGEST = 200

export function balanced<T extends Span>(text: string, span: T): T {
  let { start, end } = span
  if (end - start > LONGEST) return span
  const open: number[] = []
  /** Closing brackets that nothing in the span opens. */
  const missing: number[] = []
  for (let at = start; at < end; at++) {
    const pair = OPENING.indexOf(text[at]!)
    if (pair >= 0) {
      open.push(pair)
      continue
    }
    const closed = CLOSING.indexOf(text[at]!)
    if (closed < 0) continue
    if (open.at(-1) === closed) open.pop()
    else missing.push(closed)
  }
  while (open.length > 0 && CLOSING.indexOf(text[end] ?? ' ') === open.at(-1)) {
    open.pop()
    end++
  }
  // The one furthest to the right was opened nearest to the span.
  while (missing.length > 0 && OPENING.indexOf(text[start - 1] ?? '。') === missing[0]) {
    missing.shift()
    start--
  }
  return start === span.start && end === span.end ? span : { ...span, start, end }
}
