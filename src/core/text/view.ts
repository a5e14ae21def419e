import type { Span } from './span.ts'

/** One step of undoing a disguise, as a moderator reads it: `ら〇ん → らいん`. */
export interface TrailStep {
  /** The step's stable name, e.g. `nfkc`, `enclosed`, `confusable`, `masked-letter`. */
  readonly step: string
  /** The words before the step. */
  readonly from: string
  /** The words after it. */
  readonly to: string
  /** Whether an honest writer would hardly have written `from` (full width is no disguise, ⓁⒾⓃⒺ is). */
  readonly disguise: boolean
}

/**
 * A text derived from an original, with a way back for every position.
 *
 * Contract: for any span of `text`, `toOriginal` gives a non-empty span of `original` whose slice contains all that
 * the words were made of (a hit inside an expanded character such as ㍿ covers the whole character); it is monotone.
 */
export interface View {
  /** `plain` is the text that tokens, sentences and detections live in; other views undo more. */
  readonly name: string
  readonly original: string
  readonly text: string
  /** Maps a span of `text` to the span of `original` it came from. */
  toOriginal(span: Span): Span
  /** The steps that changed something inside the span, in the order in which they ran. */
  trail(span: Span): readonly TrailStep[]
}
