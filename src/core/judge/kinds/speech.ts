/**
 * `kind: speech`: how the writer speaks to somebody. A *frame* asks a statement (whose act, with what force, positive or
 * not, of what) and the words around it: harm that the writer announces, contempt of a person, a reproach that asks.
 *
 * Classes are those of dictionaries/words and phrases. Order, particles and inflection are not the author's business;
 * where the order of words is the meaning, a frame has a pattern in `say`.
 */
import * as z from 'zod'
import { CONFIDENCES } from '../../contract/report.ts'
import type { Token } from '../../morph/token.ts'
import { anyPossible, findMatches } from '../../pattern/match-pattern.ts'
import type { CompiledPattern } from '../../pattern/vocabulary.ts'
import { FORCES, FRAMES, PARTIES, type Statement, TIMES } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import type { Detection, DetectorKind, DetectorTools } from '../detector.ts'
import type { Document } from '../document.ts'
import { endOfClause, endOfPredicate, startOfClause, withClosingMarks } from '../grow-span.ts'

const className = z.string().min(1).max(60)
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)])

const frameSchema = z.strictObject({
  /** A pattern: the words that are the matter. Without it every statement is looked at. */
  say: z.string().min(1).optional(),
  /** A class that the statement's predicate is of. */
  does: oneOrMore(className).optional(),
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
type Frame = z.output<typeof frameSchema>

const schema = z.strictObject({
  kind: z.literal('speech'),
  any: z.array(frameSchema).min(1),
  /** How far back the underline of a pattern's words reaches in its clause (UTF-16 code units). */
  before: z.int().min(0).max(120).default(60),
  marks: z.boolean().default(false),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

interface CompiledFrame extends Frame {
  readonly pattern: CompiledPattern | undefined
}

const NOTHING: readonly Detection[] = []
const LONGEST_PREDICATE = 24
const LONGEST_CLAUSE = 60

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
function statementAt(document: Document, { start, end }: Span): Statement | undefined {
  let found: Statement | undefined
  for (const one of document.statements) {
    if (one.head.start >= end && found !== undefined) break
    if (one.head.end > start && one.head.start < end) found = one
    else if (found === undefined && one.head.start >= end && one.span.start < end) return one
  }
  return found
}

/** A condition by its form, also where the statement is read as a wish: 直していただけ*ないなら*. */
const isCondition = (document: Document, { conditional, head }: Statement): boolean =>
  conditional || CONDITION.test(document.folded.slice(head.end, head.end + 12))

const CONDITION =
  /^(?:いただけ|頂け|もらえ|くださら|くれ)?(?:ない|なかっ|ませ)(?:なら|の|よう|場合|限り|たら|んで?したら|れば)/u

const isOneOf = <T>(value: T, wanted: readonly T[] | undefined): boolean =>
  wanted === undefined || wanted.includes(value)

function hasCondition(document: Document, statement: Statement, wanted: true | readonly string[]): boolean {
  return document.statements.some(
    (one) =>
      isCondition(document, one) &&
      one !== statement &&
      one.sentence === statement.sentence &&
      one.head.start < statement.head.start &&
      (wanted === true || stands(document, wanted, { start: one.span.start, end: statement.head.start })),
  )
}

/** What the frame asks of the statement. */
function fits(document: Document, frame: CompiledFrame, one: Statement): boolean {
  if (!isOneOf(one.who, frame.who) || !isOneOf(one.force, frame.force)) return false
  if (!isOneOf(one.frame, frame.frame) || !isOneOf(one.time, frame.time)) return false
  if (frame.positive !== undefined && frame.positive !== one.positive) return false
  if (frame.conditional !== undefined && frame.conditional !== one.conditional) return false
  const nouns = { start: clauseStart(document, one), end: one.head.start }
  if (frame.does !== undefined && !endsIn(document, frame.does, nouns.start, widened(document, one.head)))
    return false
  if (frame.of !== undefined && !stands(document, frame.of, nouns)) return false
  if (frame.to !== undefined && !stands(document, frame.to, nouns)) return false
  if (frame.frame === undefined && frame.pattern === undefined && one.frame !== 'own') return false
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

/** Where the clause of a statement begins: not before the condition that it hangs on. */
function clauseStart(document: Document, one: Statement): number {
  const start = startOfClause(document, one.span.start, LONGEST_CLAUSE)
  let floor = start
  for (const other of document.statements) {
    if (other.head.start >= one.head.start) break
    if (other.conditional && other.sentence === one.sentence)
      floor = Math.max(floor, endOfCondition(document, other))
  }
  return Math.min(floor, one.head.start)
}

/** The end of the predicate that carries the words before the position: 公開することに*なり*ます, かかると*思っ*てください. */
function carrierOf(document: Document, position: number): number | undefined {
  const { tokens, folded } = document
  const joint = /^(?:こと|の)?(?:に|も|が|は|を|と)/u.exec(folded.slice(position, position + 4))
  if (joint === null) return undefined
  const token = tokens[document.tokenIndexFrom(position + joint[0].length)]
  return token !== undefined && CARRIERS.has(token.baseForm) ? token.end : undefined
}

const CARRIERS: ReadonlySet<string> = new Set(['なる', 'ある', 'できる', '考える', '思う', '検討', '存じる'])

/** The start of the clause, or of the condition before it where the clause alone says little: 届かなければ訴えます. */
function withCondition(document: Document, one: Statement): number {
  const start = clauseStart(document, one)
  const length = one.head.end - start
  for (const other of document.statements) {
    if (
      !isCondition(document, other) ||
      other.sentence !== one.sentence ||
      other.head.start >= one.head.start
    )
      continue
    const from = clauseStart(document, other)
    if (start - from > length && start - from <= LONGEST_CLAUSE && endOfCondition(document, other) === start)
      return from
  }
  return start
}

/** Behind the condition and what closes it: 〜場合は、 */
function endOfCondition(document: Document, { head }: Statement): number {
  const { tokens } = document
  let index = document.tokenIndexFrom(head.end)
  while (index < tokens.length && isClosing(tokens[index]!)) index++
  return tokens[index]?.start ?? head.end
}

const isClosing = ({ pos, surface }: Token): boolean =>
  (pos[0] === '動詞' && pos[1] !== '自立') ||
  pos[0] === '助詞' ||
  pos[0] === '記号' ||
  pos[0] === '助動詞' ||
  CONDITION_NOUNS.has(surface)

const CONDITION_NOUNS: ReadonlySet<string> = new Set(['場合', '際', '時', 'とき', 'の', 'よう'])

/** The predicate with the whole of its last token: a class's word ends with one. */
function widened(document: Document, { start, end }: Span): Span {
  const token = document.tokens[document.tokenIndexFrom(end) - 1]
  return { start, end: Math.max(end, token?.end ?? end) }
}

function around(document: Document, frame: CompiledFrame, position: number): boolean {
  const sentence = passage(document, position, 0)
  if (frame.with !== undefined && !stands(document, frame.with, sentence)) return false
  if (frame.without !== undefined && stands(document, frame.without, sentence)) return false
  if (frame.near === undefined && frame.apart === undefined) return true
  const wide = passage(document, position, 1)
  if (frame.near !== undefined && !stands(document, frame.near, wide)) return false
  return frame.apart === undefined || !stands(document, frame.apart, wide)
}

export const speechKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'speech',
  schema,
  compile(settings, tools: DetectorTools) {
    const authored = [...settings.any].sort((a, b) => Number(a.alone) - Number(b.alone))
    const frames = authored.map((frame): CompiledFrame => {
      const { does = [], of = [], to = [], with: beside = [], near = [], without = [], apart = [] } = frame
      const conditions = frame.if === undefined || frame.if === true ? [] : frame.if
      // Compiled for its faults, and so that the index knows the words: a class that nobody knows is the author's fault.
      for (const name of [...does, ...of, ...to, ...beside, ...near, ...without, ...apart, ...conditions])
        tools.pattern(`{${name}}`)
      return { ...frame, pattern: frame.say === undefined ? undefined : tools.pattern(frame.say) }
    })

    const end = (document: Document, to: number): number => {
      const limit = Math.min(document.sentenceEnd(Math.max(0, to - 1)), to + LONGEST_PREDICATE)
      const reached = endOfPredicate(document, to, limit)
      const carrier = carrierOf(document, reached)
      return carrier === undefined ? reached : endOfPredicate(document, carrier, limit + LONGEST_PREDICATE)
    }

    function inked(document: Document, frame: CompiledFrame, words: Span, one: Statement | undefined): Span {
      switch (frame.ink) {
        case 'words':
          return words
        case 'head':
          return { start: words.start, end: end(document, Math.max(words.end, one?.head.end ?? 0)) }
        case 'clause':
          return {
            start: startOfClause(document, words.start, settings.before),
            end: endOfClause(document, words.end, LONGEST_CLAUSE),
          }
        default:
          return {
            start: Math.min(
              words.start,
              one === undefined
                ? startOfClause(document, words.start, settings.before)
                : withCondition(document, one),
            ),
            end: end(document, Math.max(words.end, one?.head.end ?? 0)),
          }
      }
    }

    function* found(
      document: Document,
      frame: CompiledFrame,
    ): Iterable<{ words: Span; span: Span; one?: Statement }> {
      if (frame.pattern === undefined) {
        for (const one of document.statements) {
          if (!fits(document, frame, one) || !around(document, frame, one.head.start)) continue
          yield { words: one.head, span: one.span, one }
        }
        return
      }
      if (!anyPossible([frame.pattern], document)) return
      for (const { span, underlined } of findMatches(frame.pattern, document)) {
        const one = statementAt(document, underlined)
        if (one === undefined ? asksStatement(frame) : !fits(document, frame, one)) continue
        if (around(document, frame, underlined.start))
          yield { words: underlined, span, ...(one === undefined ? {} : { one }) }
      }
    }

    return {
      needs: settings.needs,
      unless: settings.unless,
      *detect(document: Document): Iterable<Detection> {
        if (document.tokens.length === 0) return NOTHING
        let hasFound = false
        for (const frame of frames) {
          if (frame.alone && hasFound) continue
          for (const { words, span, one } of found(document, frame)) {
            const underlined = inked(document, frame, words, one)
            hasFound = true
            yield {
              span,
              underlined: settings.marks ? withClosingMarks(document, underlined) : underlined,
              trail: [],
              ...(frame.sure === 'certain' ? {} : { confidence: frame.sure }),
            }
          }
        }
      },
    }
  },
}

/** Whether the frame asks anything of a statement: then words without one do not fit. */
const asksStatement = (frame: Frame): boolean =>
  frame.does !== undefined ||
  frame.of !== undefined ||
  frame.to !== undefined ||
  frame.who !== undefined ||
  frame.force !== undefined ||
  frame.time !== undefined ||
  frame.positive !== undefined ||
  frame.if !== undefined
