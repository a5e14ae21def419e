/**
 * Contexts: what stands around a detection and changes its meaning (a refusal, a product, the past, a report …).
 * Authored in dictionaries/contexts/*.yaml as patterns with a scope; rules name them in `needs` and `unless`.
 */
import { z } from 'zod'
import { holdsIn, whereSchema } from '../contract/where.ts'
import { contains, type Span } from '../text/span.ts'
import type { Document } from './document.ts'
import { matchesAt, matchesEndingAt, matchesWithin } from './match-pattern.ts'
import type { Pattern } from './pattern.ts'
import type { Situation } from './situation.ts'

/**
 * Where a context's patterns are looked for, seen from the detection:
 * `at` right behind it · `upto` right before it · `after` from its end to the end of the sentence · `before` from the start of the sentence to
 * its start · `inside` in it · `from` from its start to the end of the sentence · `sentence` · `next`, `previous` the
 * neighbouring sentence · `passage` the sentence with both neighbours · `text` · `asked` the other side's last message
 * in the history · `earlier` the writer's own messages there · `category` the submission's category and job title.
 */
export const SCOPES = [
  'at',
  'upto',
  'after',
  'before',
  'inside',
  'from',
  'sentence',
  'next',
  'previous',
  'passage',
  'text',
  'asked',
  'earlier',
  'category',
] as const
export type Scope = (typeof SCOPES)[number]

/** Parts of a text that a detection can stand in: a quotation, or a line of a kind. */
export const PARTS = ['quotation', 'text', 'heading', 'item', 'reply', 'code', 'question', 'answer'] as const
export type Part = (typeof PARTS)[number]

export const contextClauseSchema = z.strictObject({
  scope: z.enum(SCOPES).default('sentence'),
  /** Without patterns the clause is about `where`, `with` and `without` alone. */
  any: z.array(z.string()).min(1).optional(),
  where: whereSchema.optional(),
  /** The detection stands as a whole in such a part of the text. */
  in: z.array(z.enum(PARTS)).min(1).optional(),
  /** Other contexts that must hold, must not hold. */
  with: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
})
/** A context holds where one of its clauses does. */
export const contextSpecSchema = z.array(contextClauseSchema).min(1)
export type ContextSpec = z.output<typeof contextSpecSchema>

export interface CompiledClause {
  readonly scope: Scope
  readonly patterns: readonly Pattern[] | undefined
  readonly where: z.output<typeof whereSchema> | undefined
  readonly in: readonly Part[] | undefined
  readonly with: readonly string[]
  readonly without: readonly string[]
}
export type CompiledContexts = ReadonlyMap<string, readonly CompiledClause[]>

/** A detection seen by the contexts: where it is, in which document, in which situation. */
export interface Candidate {
  readonly span: Span
  readonly document: Document
  readonly situation: Situation
}

const anyWithin = (patterns: readonly Pattern[], document: Document, from: number, to: number): boolean =>
  from < to && patterns.some((pattern) => matchesWithin(pattern, document, from, to))

const anyIn = (patterns: readonly Pattern[], documents: readonly Document[]): boolean =>
  documents.some((document) => anyWithin(patterns, document, 0, document.folded.length))

const isPartOf = (part: Part, { span, document }: Candidate): boolean => {
  const { quotations, lines } = document.sentences.segmentation
  return part === 'quotation'
    ? quotations.some((quotation) => contains(quotation.span, span))
    : lines.some((line) => line.kind === part && contains(line.span, span))
}

function matchesScope(clause: CompiledClause, candidate: Candidate): boolean {
  const { span, document, situation } = candidate
  const { patterns, scope } = clause
  if (patterns === undefined) return true
  const { sentences } = document.sentences
  const index = document.sentences.indexAt(span.start)
  const last = document.sentences.indexAt(Math.max(span.start, span.end - 1))
  const neighbour = (at: number): boolean => {
    const sentence = sentences[at]
    return sentence !== undefined && anyWithin(patterns, document, sentence.start, sentence.end)
  }
  switch (scope) {
    case 'at':
      return patterns.some((pattern) => matchesAt(pattern, document, span.end))
    case 'upto':
      return patterns.some((pattern) =>
        matchesEndingAt(pattern, document, sentences[index]!.start, span.start),
      )
    case 'after':
      return anyWithin(patterns, document, span.end, sentences[last]!.end)
    case 'before':
      return anyWithin(patterns, document, sentences[index]!.start, span.start)
    case 'inside':
      return anyWithin(patterns, document, span.start, span.end)
    case 'from':
      return anyWithin(patterns, document, span.start, sentences[last]!.end)
    case 'sentence':
      return anyWithin(patterns, document, sentences[index]!.start, sentences[last]!.end)
    case 'next':
      return neighbour(last + 1)
    case 'previous':
      return neighbour(index - 1)
    case 'passage':
      return anyWithin(
        patterns,
        document,
        sentences[Math.max(0, index - 1)]!.start,
        sentences[Math.min(sentences.length - 1, last + 1)]!.end,
      )
    case 'text':
      return anyWithin(patterns, document, 0, document.folded.length)
    case 'asked':
      return anyIn(patterns, situation.asked())
    case 'earlier':
      return anyIn(patterns, situation.earlier())
    case 'category':
      return anyIn(patterns, situation.about())
  }
}

/** Whether the named context holds for the detection. An unknown name never holds (the pack check refuses it). */
export function holds(name: string, candidate: Candidate, contexts: CompiledContexts): boolean {
  return (contexts.get(name) ?? []).some(
    (clause) =>
      holdsIn(clause.where, candidate.situation.submission) &&
      (clause.in === undefined || clause.in.some((part) => isPartOf(part, candidate))) &&
      matchesScope(clause, candidate) &&
      clause.with.every((other) => holds(other, candidate, contexts)) &&
      !clause.without.some((other) => holds(other, candidate, contexts)),
  )
}
