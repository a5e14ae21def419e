/**
 * `kind: speech`: how the writer speaks to somebody. A *frame* asks a statement (whose act, with what force, positive or
 * not, of what) and the words around it: harm that the writer announces, contempt of a person, a reproach that asks.
 *
 * Classes are those of dictionaries/words and phrases. Order, particles and inflection are not the author's business;
 * where the order of words is the meaning, a frame has a pattern in `say`.
 */
import * as z from 'zod'
import { findMatches } from '../../pattern/match-pattern.ts'
import type { Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import { type Detection, type DetectorKind, type DetectorTools, NO_DETECTIONS } from '../detector.ts'
import type { Document } from '../document.ts'
import { endOfClause, endOfPredicate, startOfClause, withClosingMarks } from '../grow-span.ts'
import { inOneShape } from '../one-shape.ts'
import { carrierOf, endOfInsistence, LONGEST_CLAUSE, withCondition } from '../speech/clause-bounds.ts'
import {
  around,
  asksStatement,
  type CompiledFrame,
  fits,
  frameSchema,
  haveAllWords,
  isSaidSo,
  statementAt,
} from '../speech/frame.ts'

const schema = z.strictObject({
  kind: z.literal('speech'),
  any: z.array(frameSchema).min(1),
  /** How far back the underline of a pattern's words reaches in its clause (UTF-16 code units). */
  before: z.int().min(0).max(120).default(60),
  marks: z.boolean().default(false),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

interface Found {
  readonly words: Span
  readonly span: Span
  readonly one: Statement | undefined
}

const NOWHERE: readonly Found[] = []
const LONGEST_PREDICATE = 24
const FRAME_KEYS = [...frameSchema.keyof().options, 'pattern'] as const

export const speechKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'speech',
  schema,
  compile(settings, tools: DetectorTools) {
    const authored = [...settings.any].sort((a, b) => Number(a.alone) - Number(b.alone))
    const frames = authored.map((frame): CompiledFrame => {
      const {
        does = [],
        except = [],
        of = [],
        to = [],
        with: beside = [],
        near = [],
        without = [],
        apart = [],
      } = frame
      const conditions = frame.if === undefined || frame.if === true ? [] : frame.if
      // Compiled for its faults, and so that the index knows the words: a class that nobody knows is the author's fault.
      for (const name of [
        ...does,
        ...except,
        ...of,
        ...to,
        ...beside,
        ...near,
        ...without,
        ...apart,
        ...conditions,
      ])
        tools.pattern(`{${name}}`)
      const pattern = frame.say === undefined ? undefined : tools.pattern(frame.say)
      return inOneShape({ ...frame, pattern }, FRAME_KEYS)
    })

    const end = (document: Document, to: number): number => {
      const limit = Math.min(document.sentenceEnd(Math.max(0, to - 1)), to + LONGEST_PREDICATE)
      const reached = endOfInsistence(document, endOfPredicate(document, to, limit))
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

    function found(document: Document, frame: CompiledFrame): readonly Found[] {
      let places: Found[] | undefined
      if (frame.pattern === undefined) {
        // Looked up once, and only where something is said as the frame asks: most texts have not the words.
        let hasWords: boolean | undefined
        for (const one of document.statements) {
          if (!isSaidSo(frame, one)) continue
          hasWords ??= haveAllWords(document, frame)
          if (!hasWords) return NOWHERE
          if (!fits(document, frame, one) || !around(document, frame, one.head.start)) continue
          places ??= []
          places.push({ words: one.head, span: one.span, one })
        }
        return places ?? NOWHERE
      }
      for (const { span, underlined } of findMatches(frame.pattern, document)) {
        const one = statementAt(document, underlined)
        if (one === undefined ? asksStatement(frame) : !fits(document, frame, one)) continue
        if (!around(document, frame, underlined.start)) continue
        places ??= []
        places.push({ words: underlined, span, one })
      }
      return places ?? NOWHERE
    }

    return {
      needs: settings.needs,
      unless: settings.unless,
      detect(document: Document): readonly Detection[] {
        if (document.tokens.length === 0) return NO_DETECTIONS
        let detections: Detection[] | undefined
        for (const frame of frames) {
          if (frame.alone && detections !== undefined) continue
          for (const { words, span, one } of found(document, frame)) {
            const underlined = inked(document, frame, words, one)
            detections ??= []
            detections.push({
              span,
              underlined: settings.marks ? withClosingMarks(document, underlined) : underlined,
              trail: [],
              ...(frame.sure === 'certain' ? {} : { confidence: frame.sure }),
            })
          }
        }
        return detections ?? NO_DETECTIONS
      },
    }
  },
}
