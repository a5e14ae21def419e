/** Spans in the order of their start, asked for those that overlap one: by halving, however many there are. */
import { partitionPoint } from './partition-point.ts'
import type { Span } from './span.ts'

export class SpanSet<T extends Span = Span> {
  /** By their start. */
  private readonly spans: T[] = []
  /** By index: the furthest end up to there. */
  private readonly reach: number[] = []

  constructor(spans: Iterable<T> = []) {
    for (const span of [...spans].sort((a, b) => a.start - b.start)) this.append(span)
  }

  /** Adds one; little work where it stands behind the others. */
  add(span: T): void {
    const { spans, reach } = this
    if (spans.length === 0 || spans.at(-1)!.start <= span.start) {
      this.append(span)
      return
    }
    const at = partitionPoint(spans.length, (index) => spans[index]!.start > span.start)
    spans.splice(at, 0, span)
    reach.splice(at, 0, 0)
    for (let index = at, furthest = reach[at - 1] ?? -1; index < spans.length; index++) {
      furthest = Math.max(furthest, spans[index]!.end)
      if (index > at && reach[index] === furthest) break
      reach[index] = furthest
    }
  }

  hasOverlap({ start, end }: Span): boolean {
    const { spans, reach } = this
    const behind = partitionPoint(spans.length, (index) => spans[index]!.start >= end)
    return behind > 0 && reach[behind - 1]! > start
  }

  /** Those that overlap, the last first. */
  *overlapping({ start, end }: Span): Iterable<T> {
    const { spans, reach } = this
    let index = partitionPoint(spans.length, (one) => spans[one]!.start >= end) - 1
    for (; index >= 0 && reach[index]! > start; index--) if (spans[index]!.end > start) yield spans[index]!
  }

  private append(span: T): void {
    this.spans.push(span)
    this.reach.push(Math.max(this.reach.at(-1) ?? -1, span.end))
  }
}
