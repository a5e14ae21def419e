/**
 * `kind: acceptance`: the answer to the other side's last unanswered proposal of the rule's category. Each sentence of
 * the text is weighed; without such a proposal in the history nothing is looked at.
 */
import * as z from 'zod'
import type { Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import type { DetectorKind, Weighed } from '../detector.ts'
import type { Document } from '../document.ts'
import type { Situation } from '../situation.ts'
import { undoneIn } from '../undone.ts'
import { gradeOf } from './statement.ts'

const schema = z.strictObject({ kind: z.literal('acceptance') })

/** Longer sentences say more than yes. */
const MOST_WORDS = 30

interface Answer {
  readonly span: Span
  readonly statement: Statement | undefined
  readonly evidence: readonly string[]
}

function* answersOf(document: Document, category: string): Iterable<Answer> {
  const { sentences } = document.sentences
  const { tokens, statements } = document
  for (const [number, { start, end }] of sentences.entries()) {
    const first = document.tokenIndexFrom(start)
    const evidence = [
      'accept',
      `accept|${category}`,
      `accept|at:${number === 0 ? 'first' : number === sentences.length - 1 ? 'last' : 'middle'}`,
    ]
    let behind = first
    while (behind < tokens.length && tokens[behind]!.start < end && behind - first < MOST_WORDS) behind++
    const words = document.wordsBetween(first, behind)
    for (const [i, word] of words.entries()) {
      evidence.push(`accept|w1:${word}`)
      if (i > 0) evidence.push(`accept|w2:${words[i - 1]} ${word}`)
      if (i > 1) evidence.push(`accept|w3:${words[i - 2]} ${words[i - 1]} ${word}`)
    }
    const own = statements.filter(({ head }) => head.start >= start && head.end <= end)
    const main = own.at(-1)
    if (main !== undefined) {
      evidence.push(
        `accept|force:${main.force}${main.positive ? '+' : '-'}`,
        `accept|time:${main.time}`,
        `accept|frame:${main.frame}`,
      )
      for (const one of own) {
        for (const act of one.acts) evidence.push(`accept|act:${act}`)
        for (const slot of one.slots) for (const name of slot.classes) evidence.push(`accept|slot:${name}`)
        if (!one.positive) evidence.push('accept|negative')
      }
    } else evidence.push('accept|none')
    evidence.push(`accept|words:${words.length < 7 ? 'few' : words.length < 16 ? 'some' : 'many'}`)
    evidence.push(
      `accept|text:${document.original.length < 40 ? 'short' : document.original.length < 150 ? 'middle' : 'long'}`,
    )
    yield { span: main?.span ?? { start, end }, statement: main, evidence }
  }
}

export const acceptanceKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'acceptance',
  schema,
  compile(_, { category, weights }) {
    const weigh = function* (document: Document, situation: Situation): Iterable<Weighed> {
      if (!situation.isProposed(category, 'asked')) return
      for (const { span, evidence, statement } of answersOf(document, category)) {
        const score = weights.score(evidence)
        yield {
          span,
          evidence,
          score,
          isRead: false,
          grade: gradeOf(score, weights),
          excuses: [],
          ...(statement === undefined ? {} : { statement }),
        }
      }
    }
    return {
      needs: [],
      unless: [],
      weigh,
      *detect(document, situation) {
        for (const { span, score, grade } of weigh(document, situation)) {
          if (grade === undefined) continue
          yield { span, underlined: span, trail: undoneIn(document, span), confidence: grade, score }
        }
      },
    }
  },
}
