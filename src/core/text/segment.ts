/**
 * What a text is made of: lines with what they are for, sentences, quotations, and questions with their answers.
 * All spans are in the text that was given (the plain view's). Linear in its length; never throws.
 */
import { classifyLines, type Line } from './lines.ts'
import { findQuotations, type Quotation } from './quotations.ts'
import { findSentences, type Sentence } from './sentences.ts'
import type { Span } from './span.ts'

/** A question and what answers it: one passage to the reader. */
export interface Faq {
  readonly question: Span
  readonly answer: Span
}

export interface Segmentation {
  /** Every line, blank ones too; together with their line ends they cover the text. */
  readonly lines: readonly Line[]
  /** In order; none crosses a line end. Lines of code have theirs too: words can hide there. */
  readonly sentences: readonly Sentence[]
  /** By their start; nested ones after the one that holds them. */
  readonly quotations: readonly Quotation[]
  readonly faqs: readonly Faq[]
}

export function segment(text: string): Segmentation {
  const lines = classifyLines(text)
  const quotations = findQuotations(text)
  return { lines, quotations, sentences: findSentences(text, lines, quotations), faqs: findFaqs(lines) }
}

/** A question runs to its answer, an answer to the next blank line, heading or question. */
function findFaqs(lines: readonly Line[]): readonly Faq[] {
  const faqs: Faq[] = []
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] as Line
    if (first.kind !== 'question') continue
    let until = at + 1
    while (until < lines.length && !ENDS_QUESTION.has((lines[until] as Line).kind)) until++
    if (lines[until]?.kind !== 'answer') continue
    let last = until
    while (last + 1 < lines.length && !ENDS_ANSWER.has((lines[last + 1] as Line).kind)) last++
    faqs.push({
      question: { start: first.span.start, end: (lines[until - 1] as Line).span.end },
      answer: { start: (lines[until] as Line).span.start, end: (lines[last] as Line).span.end },
    })
    at = last
  }
  return faqs
}

const ENDS_QUESTION: ReadonlySet<string> = new Set(['question', 'answer', 'heading'])
const ENDS_ANSWER: ReadonlySet<string> = new Set(['question', 'heading', 'blank', 'rule'])

export type { Line, LineKind } from './lines.ts'
export type { Quotation } from './quotations.ts'
export type { Sentence } from './sentences.ts'
