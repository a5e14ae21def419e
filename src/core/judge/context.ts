/**
 * Contexts: what stands around a detection and changes its meaning (a refusal, a product, the past, a report …).
 * Authored in dictionaries/contexts/*.yaml as patterns with a scope; rules name them in `needs` and `unless`.
 */
import * as z from 'zod'
import { CATEGORIES } from '../contract/category.ts'
import { holdsIn, whereSchema } from '../contract/where.ts'
import type { CompiledPattern } from '../pattern/compiled-pattern.ts'
import { findMatches, matchesAt, matchesEndingAt } from '../pattern/match-pattern.ts'
import { matchesAny } from '../pattern/matches-any.ts'
import { CAPABILITIES } from '../services/mention.ts'
import type { Span } from '../text/span.ts'
import { PARTS, type Part } from '../text/structure.ts'
import type { Document } from './document.ts'
import type { Situation } from './situation.ts'

/**
 * Where a context's patterns are looked for, seen from the detection:
 * `at` right behind it · `upto` right before it · `after` from its end to the end of the sentence · `before` from the
 * start of the sentence to its start · `inside` in it · `from` from its start to the end of the sentence · `clause` the
 * clause that holds it · `predicate` from its end to the end of its clause · `later` the clauses of the sentence behind
 * its own · `sentence` · `next`, `previous` the neighbouring sentence · `passage` the sentence with both neighbours ·
 * `above` all before it · `text` · `quotation` the words between the quotation marks around it · `behind-quotation` right behind its
 * closing mark · `heading` the heading it stands under, or the line above its list · `answer` the answer to the
 * question it stands in · `asked` the other side's last message in the history · `earlier` the writer's own messages
 * there · `category` the submission's category and job title.
 */
export const SCOPES = [
  'at',
  'upto',
  'after',
  'before',
  'inside',
  'from',
  'clause',
  'predicate',
  'later',
  'sentence',
  'next',
  'previous',
  'passage',
  'above',
  'text',
  'quotation',
  'behind-quotation',
  'heading',
  'answer',
  'asked',
  'earlier',
  'category',
] as const
export type Scope = (typeof SCOPES)[number]

export const contextClauseSchema = z.strictObject({
  scope: z.enum(SCOPES).default('sentence'),
  /** Without patterns the clause is about `where`, `with` and `without` alone. */
  any: z.array(z.string()).min(1).optional(),
  /** Templates (dictionaries/templates), with `{@it}` standing for each of the capabilities in `it`. */
  from: z.array(z.string()).default([]),
  it: z.array(z.enum(CAPABILITIES)).default([]),
  where: whereSchema.optional(),
  /** The detection stands as a whole in such a part of the text. */
  in: z.array(z.enum(PARTS)).min(1).optional(),
  /** For `asked` and `earlier`: the rules find one of these categories in such a message. */
  proposed: z.array(z.enum(CATEGORIES)).min(1).optional(),
  /** Other contexts that must hold, must not hold. */
  with: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
  /** For `asked` and `earlier`: contexts of which one must hold, none may hold, at the place in that message. */
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})
/** A context holds where one of its clauses does. */
export const contextSpecSchema = z.array(contextClauseSchema).min(1)
export type ContextSpec = z.output<typeof contextSpecSchema>

export interface CompiledClause {
  readonly scope: Scope
  readonly patterns: readonly CompiledPattern[] | undefined
  readonly where: z.output<typeof whereSchema> | undefined
  readonly in: readonly Part[] | undefined
  readonly proposed: readonly string[] | undefined
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly needs: readonly string[]
  readonly unless: readonly string[]
}
export type CompiledContexts = ReadonlyMap<string, readonly CompiledClause[]>

/** A detection seen by the contexts: where it is, in which document, in which situation. */
export interface Candidate {
  readonly span: Span
  readonly document: Document
  readonly situation: Situation
}

const anyIn = (patterns: readonly CompiledPattern[], documents: readonly Document[]): boolean =>
  documents.some((document) => matchesAny(patterns, document, 0, document.folded.length))

/** Whether a pattern matches in a message of the history, at a place where the clause's `needs` and `unless` agree. */
const anyInMessages = (
  { patterns, needs, unless }: CompiledClause,
  messages: readonly Document[],
  situation: Situation,
  contexts: CompiledContexts,
): boolean =>
  needs.length + unless.length === 0
    ? anyIn(patterns ?? [], messages)
    : messages.some((document) =>
        (patterns ?? []).some((pattern) =>
          findMatches(pattern, document).some(({ span }) => {
            const is = (name: string) => holds(name, { span, document, situation }, contexts)
            return (needs.length === 0 || needs.some(is)) && !unless.some(is)
          }),
        ),
      )

function matchesScope(clause: CompiledClause, candidate: Candidate, contexts: CompiledContexts): boolean {
  const { span, document, situation } = candidate
  const { patterns, scope } = clause
  if (patterns === undefined) return true
  // The first and the last sentence that the detection touches.
  const index = document.sentences.indexAt(span.start)
  const last = document.sentences.indexAt(Math.max(span.start, span.end - 1))
  const { sentences } = document.sentences
  const neighbour = (at: number): boolean => {
    const sentence = sentences[at]
    return sentence !== undefined && matchesAny(patterns, document, sentence.start, sentence.end)
  }
  const within = (place: Span | undefined): boolean =>
    place !== undefined && matchesAny(patterns, document, place.start, place.end)
  const clauseEnd = () => document.clauseAt(span.end - 1).end
  switch (scope) {
    case 'at':
      return patterns.some((pattern) => matchesAt(pattern, document, span.end))
    case 'after':
      return matchesAny(patterns, document, span.end, sentences[last]!.end)
    case 'upto':
      return patterns.some((pattern) =>
        matchesEndingAt(pattern, document, sentences[index]!.start, span.start),
      )
    case 'before':
      return matchesAny(patterns, document, sentences[index]!.start, span.start)
    case 'inside':
      return matchesAny(patterns, document, span.start, span.end)
    case 'from':
      return matchesAny(patterns, document, span.start, sentences[last]!.end)
    case 'clause':
      return matchesAny(patterns, document, document.clauseAt(span.start).start, clauseEnd())
    case 'predicate':
      return matchesAny(patterns, document, span.end, clauseEnd())
    case 'later':
      return matchesAny(patterns, document, clauseEnd(), sentences[last]!.end)
    case 'sentence':
      return matchesAny(patterns, document, sentences[index]!.start, sentences[last]!.end)
    case 'next':
      return neighbour(last + 1)
    case 'previous':
      return neighbour(index - 1)
    case 'passage':
      return matchesAny(
        patterns,
        document,
        sentences[Math.max(0, index - 1)]!.start,
        sentences[Math.min(sentences.length - 1, last + 1)]!.end,
      )
    case 'above':
      return matchesAny(patterns, document, 0, span.start)
    case 'text':
      return matchesAny(patterns, document, 0, document.folded.length)
    case 'quotation':
      return document.structure.quotationsOf(span).some(({ inner }) => within(inner))
    case 'behind-quotation':
      return document.structure
        .quotationsOf(span)
        .some(({ end }) => patterns.some((pattern) => matchesAt(pattern, document, end)))
    case 'heading':
      return within(document.structure.headingOf(span.start))
    case 'answer':
      return within(document.structure.answerTo(span))
    case 'asked':
      return anyInMessages(clause, situation.asked(), situation, contexts)
    case 'earlier':
      return anyInMessages(clause, situation.earlier(), situation, contexts)
    case 'category':
      return anyIn(patterns, situation.about())
  }
}

function isProposed({ proposed, scope }: CompiledClause, { situation }: Candidate): boolean {
  if (proposed === undefined) return true
  const side = scope === 'earlier' ? 'earlier' : 'asked'
  return proposed.some((category) => situation.isProposed(category, side))
}

/** Whether the named context holds for the detection. An unknown name never holds (the pack check refuses it). */
export function holds(name: string, candidate: Candidate, contexts: CompiledContexts): boolean {
  return (contexts.get(name) ?? []).some(
    (clause) =>
      holdsIn(clause.where, candidate.situation.submission) &&
      (clause.in === undefined ||
        clause.in.some((part) => candidate.document.structure.holds(part, candidate.span))) &&
      matchesScope(clause, candidate, contexts) &&
      isProposed(clause, candidate) &&
      clause.with.every((other) => holds(other, candidate, contexts)) &&
      !clause.without.some((other) => holds(other, candidate, contexts)),
  )
}

/** Whether the named context may hold for any detection in such a situation: cheap, and false for most without a history. */
export function mayHold(name: string, situation: Situation, contexts: CompiledContexts): boolean {
  for (const { where, scope, with: others } of contexts.get(name) ?? []) {
    if ((scope === 'asked' || scope === 'earlier') && !situation.hasMessages(scope)) continue
    if (!holdsIn(where, situation.submission)) continue
    if (others.every((other) => mayHold(other, situation, contexts))) return true
  }
  return false
}
