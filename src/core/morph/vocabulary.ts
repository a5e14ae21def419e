/**
 * The features of the dictionary's words, with the strings of recent words kept: running text is made of few words, so
 * that most tokens need no string of their own, and equal base forms are mostly one and the same string.
 */
import type { Dictionary } from './dictionary.ts'
import type { Token } from './token.ts'

/** Words whose strings are kept: a power of two. */
const KEPT_WORDS = 8192

/** Longer surfaces are not kept: the engine may hold the whole text that they were cut out of. */
const KEPT_LENGTH = 12

interface Forms {
  readonly word: number
  readonly surface: string
  readonly baseForm: string
  reading: string | undefined
}

/** Features by the number of a word in the dictionary. The bounds are those of the word in the text. */
export class Vocabulary {
  readonly #dictionary: Dictionary
  readonly #kept: (Forms | undefined)[] = new Array(KEPT_WORDS).fill(undefined)
  /** By word class: numbers of the tuple and of the edit that makes the base form. */
  readonly #classes: Uint16Array

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
    this.#classes = dictionary.classes
  }

  isUnknown(word: number): boolean {
    return word >= this.#dictionary.firstUnknownWord
  }

  originOf(word: number): Token['origin'] {
    if (this.isUnknown(word)) return 'unknown'
    return this.#classOf(word) >= this.#dictionary.firstUserClass ? 'user' : 'known'
  }

  posOf(word: number): Token['pos'] {
    return this.#dictionary.tuples[this.#classes[4 * this.#classOf(word) + 2]!]!
  }

  posNumberOf(word: number): number {
    return this.#classes[4 * this.#classOf(word) + 2]!
  }

  /** 活用型 and 活用形. */
  conjugationOf(word: number): readonly [type: string, form: string] {
    return this.#dictionary.conjugations[this.#classes[4 * this.#classOf(word) + 2]!]!
  }

  surfaceOf(word: number, text: string, start: number, end: number): string {
    return this.isUnknown(word) ? text.slice(start, end) : this.#formsOf(word, text, start, end).surface
  }

  /** The surface, where the word is unknown. */
  baseFormOf(word: number, text: string, start: number, end: number): string {
    return this.isUnknown(word) ? text.slice(start, end) : this.#formsOf(word, text, start, end).baseForm
  }

  readingOf(word: number, text: string, start: number, end: number): string | undefined {
    if (this.isUnknown(word)) return undefined
    const forms = this.#formsOf(word, text, start, end)
    forms.reading ??= this.#dictionary.readingOf(word, forms.surface)
    return forms.reading
  }

  #formsOf(word: number, text: string, start: number, end: number): Forms {
    const place = word & (KEPT_WORDS - 1)
    const kept = this.#kept[place]
    if (kept !== undefined && kept.word === word) return kept
    const surface = text.slice(start, end)
    const [cut, append] = this.#dictionary.edits[this.#classes[4 * this.#classOf(word) + 3]!]!
    const baseForm = cut === 0 && append === '' ? surface : text.slice(start, end - cut) + append
    const forms: Forms = { word, surface, baseForm, reading: undefined }
    if (end - start <= KEPT_LENGTH) this.#kept[place] = forms
    return forms
  }

  #classOf(word: number): number {
    return this.#dictionary.words[word]! >>> 16
  }
}
