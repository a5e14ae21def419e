/** What a document is made of, with every position in the text as it was submitted. */
import type { ExplainedStatement, Explanation } from '../contract/explanation.ts'
import type { Document } from '../judge/document.ts'
import type { Statement } from '../statement/statement.ts'
import { type Span, slice } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'

const copy = (steps: readonly TrailStep[]): TrailStep[] =>
  steps
    .filter(({ from, to }) => from !== to)
    .map(({ step, from, to, disguise }) => ({ step, from, to, disguise }))

/** A statement as plain data, by whatever way its positions go back to the text. */
export const explainStatement = (
  statement: Statement,
  original: (span: Span) => Span,
): ExplainedStatement => ({
  predicate: statement.predicate,
  acts: [...statement.acts],
  slots: statement.slots.map(({ particle, head, classes, span }) => ({
    particle,
    head,
    classes: [...classes],
    span: original(span),
  })),
  who: statement.who,
  with: statement.with,
  force: statement.force,
  positive: statement.positive,
  time: statement.time,
  frame: statement.frame,
  conditional: statement.conditional,
  verbless: statement.verbless,
  span: original(statement.span),
})

export function explain(document: Document): Explanation {
  const { plain, tokens, sentences, mentions, data } = document
  const original = ({ start, end }: Span): Span => plain.toOriginal({ start, end })
  return {
    views: [{ name: plain.name, text: plain.text }],
    tokens: tokens.map((token) => ({
      surface: slice(plain.text, token),
      span: original(token),
      pos: [...token.pos],
      conjugationType: token.conjugationType,
      conjugationForm: token.conjugationForm,
      baseForm: token.baseForm,
      ...(token.reading === undefined ? {} : { reading: token.reading }),
      origin: token.origin,
      steps: copy(plain.trail(token)),
    })),
    sentences: sentences.sentences.map(original),
    statements: document.statements.map((statement) => explainStatement(statement, original)),
    mentions: mentions.map(({ service, name, capability, form, certainty, span, trail }) => ({
      service,
      name,
      capability,
      form,
      certainty,
      span: original(span),
      steps: copy(trail),
    })),
    data: data.map(({ kind, value, span, disguised, sample, partial, trail }) => ({
      kind,
      value,
      span: original(span),
      disguised,
      sample,
      partial,
      steps: copy(trail),
    })),
  }
}
