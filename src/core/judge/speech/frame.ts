/** What a frame of `kind: speech` asks of a statement and of the words around it. */
import * as z from 'zod'
import { CONFIDENCES } from '../../contract/report.ts'
import { FORCES, FRAMES, PARTIES, TIMES } from '../../contract/said.ts'
import type { CompiledPattern } from '../../pattern/compiled-pattern.ts'
import type { Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import { clauseStart, conditionsIn, endOfConditionIn } from './clause-bounds.ts'

const className = z.string().min(1).max(60)
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)])

export const frameSchema = z.strictObject({
  /** A pattern: the words that are the matter. Without it every statement is looked at. */
  say: z.string().min(1).optional(),
  /** A class that the statement's predicate is of. */
  does: oneOrMore(className).optional(),
  /** Classes of which its predicate is none: the harmless acts among all that may follow a condition. */
  except: oneOrMore(className).optional(),
  /** Classes that its nouns have, each by one of these. */
  of: oneOrMore(className).optional(),
  /** A further class that its nouns have. */
  to: oneOrMore(className).optional(),
  who: oneOrMore(z.enum(PARTIES)).optional(),
  force: oneOrMore(z.enum(FORCES)).optional(),
  /** Without a pattern only the writer's own words are looked at, if nothing is said. */
  frame: oneOrMore(z.enum(FRAMES)).optional(),
  time: oneOrMore(z.enum(TIMES)).optional(),
  positive: z.boolean().optional(),
  /** Whether it is, or is not, the condition of something. */
  conditional: z.boolean().optional(),
  /** A condition stands before it in its sentence: 断るなら, 直らなければ; of one of these classes, where given. */
  if: z.union([z.literal(true), oneOrMore(className)]).optional(),
  /** Classes of which one stands in the sentence; in the sentence or its neighbours. */
  with: oneOrMore(className).optional(),
  near: oneOrMore(className).optional(),
  /** Classes of which none stands in the sentence; in the sentence or its neighbours. */
  without: oneOrMore(className).optional(),
  apart: oneOrMore(className).optional(),
  /** What is underlined: the statement from its first noun, the predicate or the words alone, the clause. */
  ink: z.enum(['statement', 'head', 'words', 'clause']).default('statement'),
  sure: z.enum(CONFIDENCES).default('certain'),
  /** It counts only where no other frame of the detector finds anything in the text: hints, closing words. */
  alone: z.boolean().default(false),
})
export type Frame = z.output<typeof frameSchema>

export interface CompiledFrame extends Frame {
  readonly pattern: CompiledPattern | undefined
}

const stands = (document: Document, classes: readonly string[], { start, end }: Span): boolean =>
  classes.some((name) => {
    const annotations = document.annotations(name)
    for (let i = annotations.indexFrom(start); i < annotations.starts.length; i++) {
      const from = annotations.starts[i]!
      if (from >= end) return false
      if (annotations.endsAt(from).some((to) => to <= end)) return true
    }
    return false
  })

/** The sentence of a position, with so many neighbours on each side. */
function passage(document: Document, position: number, neighbours: number): Span {
  const { sentences } = document.sentences
  const index = document.sentences.indexAt(position)
  return {
    start: sentences[Math.max(0, index - neighbours)]!.start,
    end: sentences[Math.min(sentences.length - 1, index + neighbours)]!.end,
  }
}

/** The statement in whose predicate the words end, or that takes them as its nouns. */
export function statementAt(document: Document, { start, end }: Span): Statement | undefined {
  let found: Statement | undefined
  for (const one of document.statements) {
    if (one.head.start >= end && found !== undefined) break
    if (one.head.end > start && one.head.start < end) found = one
    else if (found === undefined && one.head.start >= end && one.span.start < end) return one
  }
  return found
}

const isOneOf = <T>(value: T, wanted: readonly T[] | undefined): boolean =>
  wanted === undefined || wanted.includes(value)

function hasCondition(document: Document, statement: Statement, wanted: true | readonly string[]): boolean {
  const start = document.sentenceStart(statement.head.start)
  const end = endOfConditionIn(document, start, statement.head.start)
  if (end !== undefined && (wanted === true || stands(document, wanted, { start, end }))) return true
  return conditionsIn(document, statement.sentence).some(
    ({ statement: one }) =>
      one !== statement &&
      one.head.start < statement.head.start &&
      (wanted === true || stands(document, wanted, { start: one.span.start, end: statement.head.start })),
  )
}

/** Whether words of the classes stand anywhere in the text. */
const haveWords = (document: Document, classes: readonly string[] | undefined): boolean => {
  if (classes === undefined) return true
  for (const name of classes) if (document.annotations(name).starts.length > 0) return true
  return false
}

/** Whether the text has the words without which no statement of it can be what the frame asks for. */
export const haveAllWords = (document: Document, { does, of, to }: CompiledFrame): boolean =>
  haveWords(document, does) && haveWords(document, of) && haveWords(document, to)

/** Whether the statement is said as the frame asks, whatever its words are. */
export const isSaidSo = (frame: CompiledFrame, one: Statement): boolean =>
  isOneOf(one.who, frame.who) &&
  isOneOf(one.force, frame.force) &&
  isOneOf(one.frame, frame.frame) &&
  isOneOf(one.time, frame.time) &&
  (frame.positive === undefined || frame.positive === one.positive) &&
  (frame.conditional === undefined || frame.conditional === one.conditional) &&
  (frame.frame !== undefined || frame.pattern !== undefined || one.frame === 'own')

/** What the frame asks of the statement. */
export function fits(document: Document, frame: CompiledFrame, one: Statement): boolean {
  if (!isSaidSo(frame, one)) return false
  const nouns = { start: clauseStart(document, one), end: one.head.start }
  if (frame.does !== undefined && !endsIn(document, frame.does, nouns.start, widened(document, one.head)))
    return false
  if (frame.except !== undefined && endsIn(document, frame.except, nouns.start, widened(document, one.head)))
    return false
  if (frame.of !== undefined && !stands(document, frame.of, nouns)) return false
  if (frame.to !== undefined && !stands(document, frame.to, nouns)) return false
  return frame.if === undefined || hasCondition(document, one, frame.if)
}

/** Whether a word of the classes ends in the predicate: 迷惑がかかる begins before it. */
const endsIn = (document: Document, classes: readonly string[], from: number, head: Span): boolean =>
  classes.some((name) => {
    const annotations = document.annotations(name)
    for (let i = annotations.indexFrom(from); i < annotations.starts.length; i++) {
      const start = annotations.starts[i]!
      if (start >= head.end) return false
      if (annotations.endsAt(start).some((end) => end > head.start && end <= head.end)) return true
    }
    return false
  })

/** The predicate with the whole of its last token: a class's word ends with one. */
function widened(document: Document, { start, end }: Span): Span {
  const token = document.tokens[document.tokenIndexFrom(end) - 1]
  return { start, end: Math.max(end, token?.end ?? end) }
}

export function around(document: Document, frame: CompiledFrame, position: number): boolean {
  const sentence = passage(document, position, 0)
  if (frame.with !== undefined && !stands(document, frame.with, sentence)) return false
  if (frame.without !== undefined && stands(document, frame.without, sentence)) return false
  if (frame.near === undefined && frame.apart === undefined) return true
  const wide = passage(document, position, 1)
  if (frame.near !== undefined && !stands(document, frame.near, wide)) return false
  return frame.apart === undefined || !stands(document, frame.apart, wide)
}

/** Whether the frame asks anything of a statement: then words without one do not fit. */
export const asksStatement = (frame: Frame): boolean =>
  frame.does !== undefined ||
  frame.except !== undefined ||
  frame.of !== undefined ||
  frame.to !== undefined ||
  frame.who !== undefined ||
  frame.force !== undefined ||
  frame.time !== undefined ||
  frame.positive !== undefined ||
  frame.if !== undefined
