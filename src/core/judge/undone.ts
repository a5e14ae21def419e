/** How the disguises of the services and data were undone that stand in the words of a detection. */
import { overlaps, type Span } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'
import type { Document } from './document.ts'

export const undoneIn = ({ mentions, data }: Document, span: Span): TrailStep[] =>
  [...mentions, ...data].filter((thing) => overlaps(thing.span, span)).flatMap(({ trail }) => trail)
