/** Sentences of the plain text by position. */
import { partitionPoint } from './partition-point.ts'
import { type Segmentation, segment } from './segment.ts'
import type { Span } from './span.ts'

export class SentenceIndex {
  /** Every position belongs to one: what stands between two sentences belongs to the first. */
  readonly sentences: readonly Span[]

  /** What lines, sentences and quotations are for. */
  readonly segmentation: Segmentation

  constructor(text: string) {
    this.segmentation = segment(text)
    const starts = this.segmentation.sentences.map((sentence) => sentence.span.start)
    if (starts[0] !== 0) starts.unshift(0)
    this.sentences = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
  }

  /** The index of the sentence that holds the position; of the last one for positions behind the text. */
  indexAt(position: number): number {
    const { sentences } = this
    return Math.max(0, partitionPoint(sentences.length, (index) => sentences[index]!.start > position) - 1)
  }

  at(position: number): Span {
    return this.sentences[this.indexAt(position)]!
  }
}
