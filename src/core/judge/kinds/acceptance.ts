/**
 * `kind: acceptance`: the answer to the other side's last unanswered proposal of the rule's category. Each sentence of
 * the text is weighed; without such a proposal in the history nothing is looked at.
 */
import * as z from 'zod'
import type { CompiledPattern } from '../../pattern/compiled-pattern.ts'
import { matchesWithin } from '../../pattern/match-pattern.ts'
import type { Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import { type Detection, type DetectorKind, NO_DETECTIONS, type Weighed } from '../detector.ts'
import type { Document } from '../document.ts'
import { underlineOf } from '../grow-span.ts'
import { PieceNames, type Pieces } from '../pieces.ts'
import type { Situation } from '../situation.ts'
import { undoneIn } from '../undone.ts'
import { gradeOf } from './statement.ts'

const schema = z.strictObject({
  kind: z.literal('acceptance'),
  /** The phrase of a line that closes any message: it answers nothing where something else is said. */
  closes: z.string(),
  /** That of one that opens it: it never answers. */
  greets: z.string(),
})

/** Longer sentences say more than yes. */
const MOST_WORDS = 30

/** An emoji or a row of marks says nothing. */
const WORDED = /\p{L}/u
interface Answer {
  readonly span: Span
  readonly statement: Statement | undefined
  write(pieces: Pieces): void
}

interface Lines {
  readonly closing: CompiledPattern
  readonly greeting: CompiledPattern
}

function* answersOf(document: Document, category: string, { closing, greeting }: Lines): Iterable<Answer> {
  const is = (line: CompiledPattern, { start, end }: Span) => matchesWithin(line, document, start, end)
  const all = document.sentences.sentences.filter(({ start, end }) =>
    WORDED.test(document.folded.slice(start, end)),
  )
  const said = all.filter((sentence) => !is(closing, sentence))
  const sentences = said.length === 0 ? all : said
  for (const [number, sentence] of sentences.entries()) {
    const { start, end } = sentence
    if (is(greeting, sentence)) continue
    const own = document.statements.filter(({ head }) => head.start >= start && head.end <= end)
    const main = own.at(-1)
    // ・お電話とFAXの番号: an item of a list without a verb is what is spoken about.
    if (main?.verbless === true && document.structure.holds('item', sentence)) continue
    yield {
      span: main?.span ?? sentence,
      statement: main,
      write(pieces) {
        pieces.add('accept')
        pieces.add('accept|', category)
        const at = number === 0 ? 'first' : number === sentences.length - 1 ? 'last' : 'middle'
        pieces.add('accept|at:', at)
        const words = ofWords(pieces, document, sentence)
        if (main === undefined) pieces.add('accept|none')
        else ofStatements(pieces, own, main)
        pieces.add('accept|words:', words < 7 ? 'few' : words < 16 ? 'some' : 'many')
        const { length } = document.original
        pieces.add('accept|text:', length < 40 ? 'short' : length < 150 ? 'middle' : 'long')
      },
    }
  }
}

/** The sentence's words, alone and in runs. Gives how many there are. */
function ofWords(pieces: Pieces, document: Document, { start, end }: Span): number {
  const { tokens } = document
  const first = document.tokenIndexFrom(start)
  let behind = first
  while (behind < tokens.length && tokens[behind]!.start < end && behind - first < MOST_WORDS) behind++
  const words = document.wordsBetween(first, behind)
  for (const [i, word] of words.entries()) {
    pieces.add('accept|w1:', word)
    if (i > 0) pieces.add('accept|w2:', words[i - 1]!, ' ', word)
    if (i > 1) pieces.add('accept|w3:', words[i - 2]!, ' ', words[i - 1]!, ' ', word)
  }
  return words.length
}

function ofStatements(pieces: Pieces, own: readonly Statement[], main: Statement): void {
  pieces.add('accept|force:', main.force, main.positive ? '+' : '-')
  pieces.add('accept|time:', main.time)
  pieces.add('accept|frame:', main.frame)
  for (const one of own) {
    for (const act of one.acts) pieces.add('accept|act:', act)
    for (const slot of one.slots) for (const name of slot.classes) pieces.add('accept|slot:', name)
    if (!one.positive) pieces.add('accept|negative')
  }
}

export const acceptanceKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'acceptance',
  schema,
  compile({ closes, greets }, { category, weights, pattern }) {
    const lines = { closing: pattern(`{${closes}}`), greeting: pattern(`{${greets}}`) }
    const weigh = function* (document: Document, situation: Situation): Iterable<Weighed> {
      if (!situation.isProposed(category, 'asked')) return
      for (const { span, statement, write } of answersOf(document, category, lines)) {
        const pieces = new PieceNames()
        write(pieces)
        const tally = weights.tally()
        write(tally)
        const { score } = tally
        yield {
          span,
          evidence: pieces.names,
          score,
          isRead: false,
          isNamed: false,
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
      detect(document, situation) {
        if (!situation.isProposed(category, 'asked')) return NO_DETECTIONS
        const found: Detection[] = []
        for (const { span, write } of answersOf(document, category, lines)) {
          const tally = weights.tally()
          write(tally)
          const { score } = tally
          const grade = gradeOf(score, weights)
          if (grade === undefined) continue
          const underlined = underlineOf(document, span)
          found.push({
            span,
            underlined,
            trail: undoneIn(document, span),
            confidence: grade,
            score,
            logOdds: score,
          })
        }
        return found
      },
    }
  },
}
