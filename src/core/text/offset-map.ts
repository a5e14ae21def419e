/**
 * The way back from an edited text to the text it was made from.
 *
 * Every code unit of the edited text carries the half-open range of source units it was made of. So a hit inside a
 * character that was expanded (㍿ → 株式会社) covers the whole character, and positions are carried, never searched.
 */
import type { Span } from './span.ts'

export class OffsetMap {
  /**
   * @param starts for each unit of the edited text, where its source begins
   * @param ends for each unit of the edited text, where its source ends (exclusive); both never decrease
   * @param sourceLength the length of the source in UTF-16 code units
   */
  constructor(
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    readonly sourceLength: number,
  ) {}

  /** The length of the edited text in UTF-16 code units. */
  get length(): number {
    return this.starts.length
  }

  startOf(unit: number): number {
    return this.starts[unit] ?? this.sourceLength
  }

  endOf(unit: number): number {
    return this.ends[unit] ?? this.sourceLength
  }

  /**
   * The source of a span. Out of range is clamped; an empty span stands for the unit at its place, so that the answer
   * is empty only where the source is.
   */
  toSource(span: Span): Span {
    const length = this.starts.length
    if (length === 0) return { start: 0, end: this.sourceLength }
    const first = Math.min(Math.max(span.start, 0), length - 1)
    const last = Math.min(Math.max(span.end - 1, first), length - 1)
    return { start: this.startOf(first), end: this.endOf(last) }
  }

  /** This map followed by `next`, the map of the text that this map's source was made from. */
  through(next: OffsetMap): OffsetMap {
    const starts = new Int32Array(this.length)
    const ends = new Int32Array(this.length)
    for (let unit = 0; unit < this.length; unit++) {
      const source = next.toSource({ start: this.startOf(unit), end: this.endOf(unit) })
      starts[unit] = source.start
      ends[unit] = source.end
    }
    return new OffsetMap(starts, ends, next.sourceLength)
  }
}
