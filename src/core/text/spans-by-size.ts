/**
 * Spans of every size asked for those that overlap one. Each size (by powers of two) has its own set, so that one long
 * span does not make all short ones before a place be looked at.
 */
import type { Span } from './span.ts'
import { SpanSet } from './span-set.ts'

export class SpansBySize<T extends Span> {
  private readonly sets = new Map<number, SpanSet<T>>()

  add(span: T): void {
    const size = 32 - Math.clz32(span.end - span.start)
    let set = this.sets.get(size)
    if (set === undefined) {
      set = new SpanSet()
      this.sets.set(size, set)
    }
    set.add(span)
  }

  *overlapping(span: Span): Iterable<T> {
    for (const set of this.sets.values()) yield* set.overlapping(span)
  }
}
