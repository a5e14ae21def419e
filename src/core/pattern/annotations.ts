import { partitionPoint } from '../text/partition-point.ts'
import type { Span } from '../text/span.ts'

const NO_ENDS: readonly number[] = []
/** So few are looked through faster than halved. */
const FEW = 8

const byPlace = (one: Span, other: Span): number => one.start - other.start || other.end - one.end

/** Where the words of one class stand: spans by start, sorted. */
export class Annotations {
  readonly starts: readonly number[]
  /** By start: longest first, 打ち合わせ before 打ち合わ. */
  private readonly ends: readonly (readonly number[])[]

  constructor(spans: readonly Span[]) {
    const starts: number[] = []
    const ends: number[][] = []
    for (const { start, end } of spans.length < 2 ? spans : [...spans].sort(byPlace)) {
      const own = ends.at(-1)
      if (own === undefined || starts.at(-1) !== start) {
        starts.push(start)
        ends.push([end])
      } else if (own.at(-1) !== end) own.push(end)
    }
    this.starts = starts
    this.ends = ends
  }

  static readonly NONE = new Annotations([])

  /** The ends of the words that start here, longest first. */
  endsAt(start: number): readonly number[] {
    const { starts } = this
    if (starts.length > FEW) {
      const index = this.indexFrom(start)
      return starts[index] === start ? this.ends[index]! : NO_ENDS
    }
    for (let index = 0; index < starts.length; index++) if (starts[index] === start) return this.ends[index]!
    return NO_ENDS
  }

  spans(): Span[] {
    return this.starts.flatMap((start, index) => this.ends[index]!.map((end) => ({ start, end })))
  }

  /** The index of the first start at or after `position`. */
  indexFrom(position: number): number {
    const { starts } = this
    return partitionPoint(starts.length, (index) => starts[index]! >= position)
  }
}
