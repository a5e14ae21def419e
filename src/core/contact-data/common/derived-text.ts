/**
 * A text with some of its characters taken out, and the way back: what is left when padding and spaces are removed.
 */
import type { Span } from '../../text/span.ts'
import type { Draft } from './draft.ts'

export class DerivedText {
  readonly text: string
  readonly #sources: Int32Array

  readonly #swapped: boolean

  /**
   * @param keep whether the code unit at an index of `source` stays
   * @param instead what stands there instead, by index
   */
  constructor(source: string, keep: (index: number) => boolean, instead?: ReadonlyMap<number, string>) {
    this.#swapped = instead !== undefined
    const sources = new Int32Array(source.length)
    let text = ''
    for (let at = 0; at < source.length; at++) {
      if (!keep(at)) continue
      sources[text.length] = at
      text += instead?.get(at) ?? source[at]
    }
    this.text = text
    this.#sources = sources.subarray(0, text.length)
  }

  /** Where a span of the derived text stands in the source. */
  place({ start, end }: Span): Span {
    return { start: this.#sources[start]!, end: this.#sources[end - 1]! + 1 }
  }

  /** What was found in the derived text, in the source; undefined where nothing was taken out of it. */
  back(draft: Draft, source: string, step: string): Draft | undefined {
    const { start, end } = this.place(draft)
    if (!this.#swapped && end - start === draft.end - draft.start) return undefined
    if (this.#swapped && source.slice(start, end) === this.text.slice(draft.start, draft.end))
      return undefined
    const steps = [
      { step, from: source.slice(start, end), to: draft.value, disguise: true },
      ...(draft.steps ?? []),
    ]
    return { ...draft, start, end, steps }
  }
}
