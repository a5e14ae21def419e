/** Where in the text's structure a place stands: in whose words, under which heading, in which question. */
import { partitionPoint } from './partition-point.ts'
import type { Line, Segmentation } from './segment.ts'
import { contains, type Span } from './span.ts'

/** Parts of a text that a place can stand in: a quotation, or a line of a kind. */
export const PARTS = ['quotation', 'text', 'heading', 'item', 'reply', 'code', 'question', 'answer'] as const
export type Part = (typeof PARTS)[number]

export class Structure {
  private readonly segmentation: Segmentation
  private headings: Int32Array | undefined

  constructor(segmentation: Segmentation) {
    this.segmentation = segmentation
  }

  private lineIndexAt(position: number): number {
    const { lines } = this.segmentation
    return Math.max(0, partitionPoint(lines.length, (index) => lines[index]!.span.start > position) - 1)
  }

  lineAt(position: number): Line {
    return this.segmentation.lines[this.lineIndexAt(position)]!
  }

  /** The quotations that hold the whole span, outermost first. */
  quotationsOf(span: Span): readonly { readonly inner: Span; readonly end: number }[] {
    const { quotations } = this.segmentation
    const found: { readonly inner: Span; readonly end: number }[] = []
    let at = partitionPoint(quotations.length, (index) => quotations[index]!.span.start > span.start) - 1
    while (at >= 0) {
      const quotation = quotations[at]!
      if (contains(quotation.span, span)) found.push({ inner: quotation.inner, end: quotation.span.end })
      at = quotation.outer
    }
    return found.reverse()
  }

  /** The answer to the question that holds the span. */
  answerTo(span: Span): Span | undefined {
    const { faqs } = this.segmentation
    const faq = faqs[partitionPoint(faqs.length, (index) => faqs[index]!.question.end >= span.end)]
    return faq !== undefined && contains(faq.question, span) ? faq.answer : undefined
  }

  /**
   * What announces the lines that the position is among: the heading above it; for an item of a list, the line above
   * the list.
   */
  headingOf(position: number): Span | undefined {
    const { lines } = this.segmentation
    this.headings ??= announcersOf(lines)
    const at = this.headings[this.lineIndexAt(position)]!
    return at < 0 ? undefined : lines[at]!.span
  }

  /** Whether the whole span stands in such a part; words that two quotations share are quoted: 「…」「…」. */
  holds(part: Part, span: Span): boolean {
    if (part === 'quotation') {
      const ends = [
        { start: span.start, end: span.start + 1 },
        { start: span.end - 1, end: span.end },
      ]
      return ends.every((end) => this.quotationsOf(end).length > 0)
    }
    const line = this.lineAt(span.start)
    return line.kind === part && contains(line.span, span)
  }
}

/** By line: the line that announces it, or -1. */
function announcersOf(lines: readonly Line[]): Int32Array {
  const announcers = new Int32Array(lines.length).fill(-1)
  /** The last line above that announces what is no item, and that which announces an item. */
  let heading = -1
  let above = -1
  for (const [at, { kind }] of lines.entries()) {
    announcers[at] = kind === 'item' ? above : heading
    if (kind === 'heading' || kind === 'rule') heading = kind === 'heading' ? at : -1
    if (kind === 'rule') above = -1
    else if (kind !== 'item' && kind !== 'blank') above = at
  }
  return announcers
}
