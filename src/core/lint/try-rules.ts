/** What the rules weigh in a text, for people: every place with its statement, the line that reads it, and the evidence. */
import type { ExplainedStatement } from '../contract/explanation.ts'
import type { Graded, Weighed } from '../judge/detector.ts'
import type { Document } from '../judge/document.ts'
import type { Weights } from '../judge/weights.ts'
import type { Span } from '../text/span.ts'
import { explainStatement } from './explain.ts'
import type { ActionOrOff } from './policy.ts'

export interface WeighedPlace extends Weighed {
  /** `pack/rule`. */
  readonly rule: string
  readonly category: string
  /** A context of the rule's excuses it. */
  readonly isExcused: boolean
  /** What the marketplace does there about a likely finding. */
  readonly action: ActionOrOff
}

/** A place that a rule weighed. Positions are in the text as it was sent. */
export interface TriedPlace {
  readonly rule: string
  readonly category: string
  readonly span: Span
  readonly excerpt: string
  /** What it comes to by itself: of two places that overlap, the heavier stands in the report. */
  readonly comesTo: Graded | 'nothing'
  /** Log-odds. */
  readonly score: number
  readonly line?: string
  readonly excuses: readonly string[]
  readonly statement?: ExplainedStatement
  /** The heaviest pieces of evidence, with the log-odds that each adds there. */
  readonly supports: readonly (readonly [string, number])[]
  readonly opposes: readonly (readonly [string, number])[]
}

/** Pieces of evidence that a person looks at, on either side. */
const SHOWN = 6

export function tried(place: WeighedPlace, { plain, original }: Document, weights: Weights): TriedPlace {
  const { rule, category, score, line, excuses, statement, evidence, grade = 'nothing' } = place
  const toOriginal = (span: Span): Span => plain.toOriginal({ start: span.start, end: span.end })
  const span = toOriginal(place.span)
  const pieces = weights.shares(evidence)
  return {
    rule,
    category,
    span,
    excerpt: original.slice(span.start, span.end),
    comesTo: grade,
    score,
    ...(line === undefined ? {} : { line }),
    excuses,
    ...(statement === undefined ? {} : { statement: explainStatement(statement, toOriginal) }),
    supports: pieces.filter(([, weight]) => weight > 0).slice(0, SHOWN),
    opposes: pieces.filter(([, weight]) => weight < 0).slice(0, SHOWN),
  }
}
