/** Cuts a text at the borders of its marks, so that overlapping marks can be drawn. Pure. */
import type { Action } from '../../core/contract/report.ts'
import type { Span } from '../../core/text/span.ts'

export interface Mark {
  readonly span: Span
  readonly action: Action
  /** The finding's place in its list. */
  readonly finding: number
}

export interface Segment extends Span {
  /** The hardest action of the marks that cover it; `undefined` where none does. */
  readonly action: Action | undefined
  /** The findings that cover it. */
  readonly findings: readonly number[]
}

const HARDNESS: readonly Action[] = ['note', 'warn', 'review', 'block']

/**
 * The segments of `[start, end)`, in order and without gaps.
 *
 * @param marks in the order of their starts
 */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const here = marks.filter(({ span }) => span.start < end && span.end > start)
  const cuts = new Set([start, end])
  for (const { span } of here) {
    cuts.add(Math.max(start, span.start))
    cuts.add(Math.min(end, span.end))
  }
  const borders = [...cuts].sort((a, b) => a - b)
  const segments: Segment[] = []
  let next = 0
  let over: Mark[] = []
  for (const [index, to] of borders.slice(1).entries()) {
    const from = borders[index]!
    over = over.filter(({ span }) => span.end > from)
    while (next < here.length && here[next]!.span.start <= from) over.push(here[next++]!)
    const action = HARDNESS.findLast((one) => over.some((mark) => mark.action === one))
    segments.push({ start: from, end: to, action, findings: over.map(({ finding }) => finding) })
  }
  return segments
}
