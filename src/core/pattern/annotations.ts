import { partitionPoint } from '../text/partition-point.ts'
import type { Span } from '../text/span.ts'

/** Where the words of one class stand: spans by start, sorted. */
export class Annotations {
  readonly starts: readonly number[]
  private readonly endsByStart: ReadonlyMap<number, readonly number[]>

  constructor(spans: readonly Span[]) {
    const byStart = new Map<number, number[]>()
    for (const { start, end } of spans) {
      const ends = byStart.get(start)
      if (ends === undefined) byStart.set(start, [end])
      else if (!ends.includes(end)) ends.push(end)
    }
    // Longest first: 打ち合わせ before 打ち合わ.
    for (const ends of byStart.values()) ends.sort((a, b) => b - a)
    this.endsByStart = byStart
    this.starts = [...byStart.keys()].sort((a, b) => a - b)
  }

  static readonly NONE = new Annotations([])

  /** The ends of the words that start here, longest first. */
  endsAt(start: number): readonly number[] {
    return this.endsByStart.get(start) ?? []
  }

  spans(): Span[] {
    return this.starts.flatMap((start) => this.endsAt(start).map((end) => ({ start, end })))
  }

  /** The index of the first start at or after `position`. */
  indexFrom(position: number): number {
    const { starts } = this
    return partitionPoint(starts.length, (index) => starts[index]! >= position)
  }
}
