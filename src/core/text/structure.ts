/** Where in the text's structure a place stands: in whose words, under which heading, in which question. */
import { partitionPoint } from './partition-point.ts'
import type { Line, Segmentation } from './segment.ts'
import { contains, type Span } from './span.ts'

/** Parts of a text that a place can stand in: a quotation, or a line of a kind. */
export const PARTS = ['quotation', 'text', 'heading', 'item', 'reply', 'code', 'question', 'answer'] as const
export type Part = (typeof PARTS)[number]

export class Structure {
  private readonly segmentation: Segmentation

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
    return this.segmentation.quotations
      .filter((quotation) => contains(quotation.span, span))
      .map(({ inner, span: { end } }) => ({ inner, end }))
  }

  /** The answer to the question that holds the span. */
  answerTo(span: Span): Span | undefined {
    return this.segmentation.faqs.find(({ question }) => contains(question, span))?.answer
  }

  /**
   * What announces the lines that the position is among: the heading above it; for an item of a list, the line above
   * the list.
   */
  headingOf(position: number): Span | undefined {
    const { lines } = this.segmentation
    let at = this.lineIndexAt(position)
    const isItem = lines[at]!.kind === 'item'
    for (at -= 1; at >= 0; at--) {
      const line = lines[at]!
      if (line.kind === 'heading') return line.span
      if (line.kind === 'rule') return undefined
      if (isItem && line.kind !== 'item' && line.kind !== 'blank') return line.span
    }
    return undefined
  }

  /** Whether the whole span stands in such a part. */
  holds(part: Part, span: Span): boolean {
    if (part === 'quotation') return this.quotationsOf(span).length > 0
    const line = this.lineAt(span.start)
    return line.kind === part && contains(line.span, span)
  }
}
