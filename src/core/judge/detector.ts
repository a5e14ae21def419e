/** What every kind of detector is, and how it comes from the settings in a rule. */
import type * as z from 'zod'
import type { Because, Confidence } from '../contract/report.ts'
import type { CompiledPattern } from '../pattern/compiled-pattern.ts'
import type { Statement } from '../statement/statement.ts'
import type { Span } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'
import type { Document } from './document.ts'
import type { Manners } from './manner/manners.ts'
import type { Situation } from './situation.ts'
import type { Weights } from './weights.ts'

/** How sure a detection is; a doubt becomes no finding. */
export type Graded = Confidence | 'doubt'

/** A hit in the plain text (a *finding* is one in the original, judged). */
export interface Detection {
  /** What contexts look around: all that was matched. */
  readonly span: Span
  /** The words to underline. */
  readonly underlined: Span
  /** How a disguise was undone that is not in the plain view's own trail. */
  readonly trail: readonly TrailStep[]
  /** Replaces the rule's fix where the edit depends on the words. */
  readonly replacement?: string
  /** How sure it is; `certain` where a kind says nothing. */
  readonly confidence?: Graded
  /** Where it was weighed: of two that overlap the heavier stands, and what a frame reads is the heavier one. */
  readonly score?: number
  /** What it weighs by itself. */
  readonly logOdds?: number
  readonly because?: Because
  /** It gives way to what another kind finds of tone in the same words. */
  readonly yields?: boolean
}

/** What most detectors find in most texts. */
export const NO_DETECTIONS: readonly Detection[] = []

/** A place that a detector weighs, whatever comes of it: what the weights are learnt from. */
export interface Weighed {
  readonly span: Span
  readonly evidence: readonly string[]
  readonly score: number
  /** Whether a frame reads it and nothing speaks against it. */
  readonly isRead: boolean
  /** Whether it names a service as what it goes by. */
  readonly isNamed: boolean
  /** What it comes to; `undefined` is nothing. */
  readonly grade: Graded | undefined
  /** The line of the rule that reads it, as authored. */
  readonly line?: string
  /** What speaks against it, by name. */
  readonly excuses: readonly string[]
  readonly statement?: Statement
}

export interface Detector {
  detect(document: Document, situation: Situation): readonly Detection[]
  /** Contexts of this detector beside its rule's. */
  readonly needs: readonly string[]
  readonly unless: readonly string[]
  weigh?(document: Document, situation: Situation): Iterable<Weighed>
}

/** What a kind gets to compile its settings with. */
export interface DetectorTools {
  /** The rule's category. */
  readonly category: string
  readonly weights: Weights
  readonly manners: Manners
  /** Tells the author where no dictionary has a class of the name. */
  knowsClass(name: string): void
  pattern(source: string): CompiledPattern
  /** The patterns of a template (dictionaries/templates), `{@it}` not yet filled in. */
  template(name: string): readonly string[]
  /** The words of a class (dictionaries/words) as authored, normalised. */
  words(name: string): readonly string[]
  normalize(text: string): string
}

/** A kind of detector: the schema of its settings, and how to make one. */
export interface DetectorKind<Settings = unknown> {
  readonly kind: string
  readonly schema: z.ZodType<Settings>
  compile(settings: Settings, tools: DetectorTools): Detector
}
