/** How the disguises of the services and data were undone that stand in the words of a detection. */
import { partitionPoint } from '../text/partition-point.ts'
import type { Span } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'
import type { Document } from './document.ts'

export const undoneIn = ({ mentions, data }: Document, span: Span): TrailStep[] => {
  const undone: TrailStep[] = []
  addTrails(undone, mentions, span)
  addTrails(undone, data, span)
  return undone
}

interface Thing {
  readonly span: Span
  readonly trail: readonly TrailStep[]
}

/** @param things in their order, none overlapping */
function addTrails(undone: TrailStep[], things: readonly Thing[], { start, end }: Span): void {
  let index = partitionPoint(things.length, (one) => things[one]!.span.end > start)
  for (; index < things.length && things[index]!.span.start < end; index++)
    undone.push(...things[index]!.trail)
}
