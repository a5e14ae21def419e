/** Labelled files and innocent text → their sentences, as evidence of how they speak to the reader. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseEvalItem } from '../../../cli/eval/item.ts'
import { clausesOf, saidWords, writeClause } from '../../../core/judge/manner/manner-evidence.ts'
import { FEWEST_WORDS, MANNERS, type MannerCategory } from '../../../core/judge/manner/manners.ts'
import { PieceNames } from '../../../core/judge/pieces.ts'
import type { RuleLinter } from '../../../core/lint/create-linter.ts'
import type { Span } from '../../../core/text/span.ts'
import { parseMarked } from '../../../packs/check-examples.ts'

export interface LearntSentence {
  readonly subject: string
  readonly isInnocent: boolean
  readonly text: string
  readonly evidence: readonly string[]
  /** The ways of being rude that labels give it; of none, it is civil. */
  readonly ways: ReadonlySet<MannerCategory>
}

/** The subject of what rules have for examples. */
export const EXAMPLES = 'examples'

const FAMILY = 'tone.'
const ANYWHERE = { marketplace: 'coconala', channel: 'message', role: 'buyer' } as const
const isWay = (category: string): category is MannerCategory =>
  (MANNERS as readonly string[]).includes(category)
/** A label is of a sentence where they share so much of the shorter one. */
const SHARED = 0.3

function shares(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common > SHARED * Math.min(a.end - a.start, b.end - b.start)
}

/**
 * @param isInnocent nobody is rude in the file, whether labelled or not. In others a sentence with a label of another
 * category of tone is left out: it is neither.
 * @throws {Error} with file and line where a line is no item.
 */
export function* sentencesOf(
  linter: RuleLinter,
  file: string,
  isInnocent: boolean,
): Iterable<LearntSentence> {
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const item = parseEvalItem(line, { file: basename(file), line: at + 1 }, ANYWHERE)
    if ('fault' in item) throw new Error(`${file}:${at + 1}: ${item.fault}`)
    const { text } = item.submission
    const labels = (item.expect?.findings ?? []).flatMap(({ category, excerpt }) => {
      const start = text.indexOf(excerpt)
      return start < 0 ? [] : [{ category, span: { start, end: start + excerpt.length } }]
    })
    yield* sentencesIn(linter, text, labels, { subject: basename(file, '.jsonl'), isInnocent })
  }
}

/** The examples that the rules of tone carry: what they mark is rude in their way, what they allow is not. */
export function* sentencesOfExamples(linter: RuleLinter): Iterable<LearntSentence> {
  for (const { spec } of linter.packs) {
    for (const { category, examples } of spec.rules) {
      if (!category.startsWith(FAMILY)) continue
      for (const example of [...examples.flags, ...examples.allows]) {
        const { text, spans } = parseMarked(example.text)
        const labels = spans.map((span) => ({ category, span }))
        yield* sentencesIn(linter, text, labels, { subject: EXAMPLES, isInnocent: false })
      }
    }
  }
}

function* sentencesIn(
  linter: RuleLinter,
  text: string,
  labelled: readonly { readonly category: string; readonly span: Span }[],
  of: Pick<LearntSentence, 'subject' | 'isInnocent'>,
): Iterable<LearntSentence> {
  const labels = labelled.filter(({ category }) => category.startsWith(FAMILY))
  const document = linter.document(text)
  for (const [index, sentence] of document.sentences.sentences.entries()) {
    const said = saidWords(document, index)
    if (said.words.length < FEWEST_WORDS) continue
    const span = document.plain.toOriginal({ start: sentence.start, end: sentence.end })
    const own = labels.filter((label) => shares(label.span, span))
    const ways = new Set(own.map(({ category }) => category).filter(isWay))
    if (ways.size === 0 && own.length > 0) continue
    const pieces = new PieceNames()
    const clauses = clausesOf(document, said)
    for (let clause = 0; clause < clauses.length; clause++) writeClause(pieces, said, clauses, clause)
    yield { ...of, text: text.slice(span.start, span.end), evidence: pieces.names, ways }
  }
}
