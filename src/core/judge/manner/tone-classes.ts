/** The classes of words of tone (dictionaries/words/tone*) by the sentence that they stand in; quoted ones are another's. */
import type { Document } from '../document.ts'

/** How the names of these classes begin. */
export const TONE_FAMILY = 'tone-'

const known = new WeakMap<Document, ToneClasses>()

/** Of a document, read once. */
export function toneClassesOf(document: Document): ToneClasses {
  let classes = known.get(document)
  if (classes === undefined) {
    classes = new ToneClasses(document)
    known.set(document, classes)
  }
  return classes
}

interface ToneWord {
  readonly name: string
  readonly start: number
}
const NONE: readonly ToneWord[] = []

class ToneClasses {
  private readonly bySentence = new Map<number, ToneWord[]>()

  constructor({ words, sentences, structure }: Document) {
    for (const [name, spans] of words) {
      if (!name.startsWith(TONE_FAMILY)) continue
      for (const span of spans) {
        if (structure.quotationsOf(span).length > 0) continue
        const { start } = span
        const sentence = sentences.indexAt(start)
        const own = this.bySentence.get(sentence)
        if (own === undefined) this.bySentence.set(sentence, [{ name, start }])
        else own.push({ name, start })
      }
    }
  }

  /** Those of a sentence. */
  in(sentence: number): readonly ToneWord[] {
    return this.bySentence.get(sentence) ?? NONE
  }
}
