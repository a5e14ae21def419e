/** W3C trace context: the caller's trace goes on in our log lines, and what we send on. */

export interface TraceContext {
  readonly traceId: string
  readonly parentId: string
  /** Of this request. */
  readonly spanId: string
  readonly flags: string
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/

/**
 * @param header `traceparent` as sent; anything that is not one is ignored, as the standard asks.
 * @param newSpanId 16 hexadecimal digits.
 */
export function continueTrace(header: string | undefined, newSpanId: () => string): TraceContext | undefined {
  const [, version, traceId, parentId, flags] = TRACEPARENT.exec(header ?? '') ?? []
  if (traceId === undefined || parentId === undefined || flags === undefined) return undefined
  if (version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined
  return { traceId, parentId, spanId: newSpanId(), flags }
}

/** The header for what is sent on, and for the answer. */
export const traceparent = ({ traceId, spanId, flags }: TraceContext): string =>
  `00-${traceId}-${spanId}-${flags}`
