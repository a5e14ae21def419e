/**
 * A half-open range `[start, end)` of UTF-16 code units.
 *
 * Every position in Sekisho is in UTF-16 code units, the unit of JavaScript strings, LSP and SARIF's default.
 * kuromoji counts code points; nothing above `core/morph` ever sees those.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text that a span covers. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** The smallest span that covers both. */
export const hull = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
})

/** How much of two spans together is common to both: 1 where they are the same, 0 where they do not touch. */
export function shareOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
