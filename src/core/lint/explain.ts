/** What a document is made of, with every position in the text as it was submitted. */
import type { Explanation } from '../contract/explanation.ts'
import type { Document } from '../judge/document.ts'
import { type Span, slice } from '../text/span.ts'
import type { TrailStep } from '../text/view.ts'

const copy = (steps: readonly TrailStep[]): TrailStep[] =>
  steps
    .filter(({ from, to }) => from !== to)
    .map(({ step, from, to, disguise }) => ({ step, from, to, disguise }))

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
