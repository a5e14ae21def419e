/** Sentences of the plain text by position. */
import type { Span } from '../text/span.ts'

const CLOSING = new Set(['」', '』', ')', '】', '”', '"', ']'])
const ENDING = new Set(['。', '!', '?', '！', '？'])

/** Ends at 。！？ (with closing brackets behind them) and at line breaks. */
function split(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    if (unit !== '\n' && !ENDING.has(unit)) continue
    let end = at + 1
    while (end < text.length && (ENDING.has(text[end]!) || CLOSING.has(text[end]!))) end++
    sentences.push({ start, end })
    start = end
    at = end - 1
  }
  if (start < text.length || sentences.length === 0) sentences.push({ start, end: text.length })
  return sentences
}

export class SentenceIndex {
  readonly sentences: readonly Span[]

  constructor(text: string) {
    this.sentences = split(text)
  }

  /** The index of the sentence that holds the position; of the last one for positions behind the text. */
  indexAt(position: number): number {
    let low = 0
    let high = this.sentences.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.sentences[middle]!.start <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  at(position: number): Span {
    return this.sentences[this.indexAt(position)]!
  }
}
