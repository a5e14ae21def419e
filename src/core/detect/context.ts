/**
 * Contexts: what stands around a detection and changes its meaning (a refusal, a product, the past, a report …).
 * Authored in dictionaries/contexts/*.yaml as patterns with a scope; rules name them in `needs` and `unless`.
 */
import * as z from 'zod'
import { CATEGORIES } from '../contract/category.ts'
import { holdsIn, whereSchema } from '../contract/where.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'
import { findMatches, matchesAt, matchesEndingAt, matchesWithin } from './match-pattern.ts'
import { CAPABILITIES } from './mention.ts'
import type { Situation } from './situation.ts'
import { PARTS, type Part } from './structure.ts'
import type { CompiledPattern } from './vocabulary.ts'

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

/**
 * For each end, from where on a text is known to hold none of the patterns. What a long sentence lacks behind one
 * detection it lacks behind the next: without this, a sentence of many detections is searched for each to its end.
 */
const lacking = new WeakMap<Document, Map<readonly CompiledPattern[], Map<number, number>>>()

function anyWithin(
  patterns: readonly CompiledPattern[],
  document: Document,
  from: number,
  to: number,
): boolean {
  if (from >= to) return false
  const byPatterns = lacking.get(document) ?? new Map<readonly CompiledPattern[], Map<number, number>>()
  const ends = byPatterns.get(patterns) ?? new Map<number, number>()
  if (from >= (ends.get(to) ?? to)) return false
  if (patterns.some((pattern) => matchesWithin(pattern, document, from, to))) return true
  lacking.set(document, byPatterns.set(patterns, ends.set(to, from)))
  return false
}

const anyIn = (patterns: readonly CompiledPattern[], documents: readonly Document[]): boolean =>
  documents.some((document) => anyWithin(patterns, document, 0, document.folded.length))

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

/** Scopes that are the same for every detection in a text, and for every one in the same sentences. */
const SAME_IN_TEXT: ReadonlySet<Scope> = new Set(['text', 'category'])
const SAME_IN_SENTENCE: ReadonlySet<Scope> = new Set(['sentence', 'next', 'previous', 'passage'])

/**
 * What was found of a clause in a text, by the sentences of the detection: without it a text of many detections
 * would be searched from end to end for each of them.
 */
const remembered = new WeakMap<Document, Map<CompiledClause, Map<string, boolean>>>()

function matchesScope(clause: CompiledClause, candidate: Candidate, contexts: CompiledContexts): boolean {
  const { span, document } = candidate
  const { patterns, scope } = clause
  if (patterns === undefined) return true
  const index = document.sentences.indexAt(span.start)
  const last = document.sentences.indexAt(Math.max(span.start, span.end - 1))
  const key = SAME_IN_TEXT.has(scope) ? 'text' : SAME_IN_SENTENCE.has(scope) ? `${index}-${last}` : undefined
  if (key === undefined) return searchScope(clause, patterns, candidate, index, last, contexts)

  const byClause = remembered.get(document) ?? new Map<CompiledClause, Map<string, boolean>>()
  remembered.set(document, byClause)
  const known = byClause.get(clause) ?? new Map<string, boolean>()
  byClause.set(clause, known)
  let matches = known.get(key)
  if (matches === undefined) {
    matches = searchScope(clause, patterns, candidate, index, last, contexts)
    known.set(key, matches)
  }
  return matches
}

/** @param index @param last the first and the last sentence that the detection touches. */
function searchScope(
  clause: CompiledClause,
  patterns: readonly CompiledPattern[],
  candidate: Candidate,
  index: number,
  last: number,
  contexts: CompiledContexts,
): boolean {
  const { span, document, situation } = candidate
  const { scope } = clause
  const { sentences } = document.sentences
  const neighbour = (at: number): boolean => {
    const sentence = sentences[at]
    return sentence !== undefined && anyWithin(patterns, document, sentence.start, sentence.end)
  }
  const within = (place: Span | undefined): boolean =>
    place !== undefined && anyWithin(patterns, document, place.start, place.end)
  const clauseEnd = () => document.clauseAt(span.end - 1).end
  switch (scope) {
    case 'at':
      return patterns.some((pattern) => matchesAt(pattern, document, span.end))
    case 'after':
      return anyWithin(patterns, document, span.end, sentences[last]!.end)
    case 'upto':
      return patterns.some((pattern) =>
        matchesEndingAt(pattern, document, sentences[index]!.start, span.start),
      )
    case 'before':
      return anyWithin(patterns, document, sentences[index]!.start, span.start)
    case 'inside':
      return anyWithin(patterns, document, span.start, span.end)
    case 'from':
      return anyWithin(patterns, document, span.start, sentences[last]!.end)
    case 'clause':
      return anyWithin(patterns, document, document.clauseAt(span.start).start, clauseEnd())
    case 'predicate':
      return anyWithin(patterns, document, span.end, clauseEnd())
    case 'later':
      return anyWithin(patterns, document, clauseEnd(), sentences[last]!.end)
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
    case 'above':
      return anyWithin(patterns, document, 0, span.start)
    case 'text':
      return anyWithin(patterns, document, 0, document.folded.length)
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
