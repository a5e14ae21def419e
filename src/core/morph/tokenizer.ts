/**
 * The tokenizer over a compiled dictionary: tokens as objects whose features are looked up when they are asked for.
 */
import type { Dictionary } from './dictionary.ts'
import { Lattice, type LatticeOptions } from './lattice.ts'
import type { Token, Tokenizer } from './token.ts'

/** Not reentrant, like any synchronous function; the tokens it gives are independent of later calls. */
export function createTokenizer(
  dictionary: Dictionary,
  options: LatticeOptions = { userEntries: true },
): Tokenizer {
  const lattice = new Lattice(dictionary, options)
  return {
    tokenize(text) {
      lattice.analyse(text)
      const { starts, words, count } = lattice
      const tokens = new Array<Token>(count)
      for (let i = 0; i < count; i++) {
        const end = i + 1 < count ? starts[i + 1]! : text.length
        tokens[i] = new DictionaryToken(dictionary, text, starts[i]!, end, words[i]!)
      }
      return tokens
    },
  }
}

class DictionaryToken implements Token {
  readonly start: number
  readonly end: number
  readonly #dictionary: Dictionary
  readonly #text: string
  readonly #word: number

  constructor(dictionary: Dictionary, text: string, start: number, end: number, word: number) {
    this.start = start
    this.end = end
    this.#dictionary = dictionary
    this.#text = text
    this.#word = word
  }

  get surface(): string {
    return this.#text.slice(this.start, this.end)
  }

  get pos(): Token['pos'] {
    return this.#dictionary.tuples[this.#dictionary.classes[this.#class * 4 + 2]!]!
  }

  get conjugationType(): string {
    return this.#dictionary.conjugations[this.#dictionary.classes[this.#class * 4 + 2]!]![0]
  }

  get conjugationForm(): string {
    return this.#dictionary.conjugations[this.#dictionary.classes[this.#class * 4 + 2]!]![1]
  }

  get baseForm(): string {
    if (this.#word >= this.#dictionary.firstUnknownWord) return this.surface
    const [cut, append] = this.#dictionary.edits[this.#dictionary.classes[this.#class * 4 + 3]!]!
    return this.#text.slice(this.start, this.end - cut) + append
  }

  get reading(): string | undefined {
    if (this.#word >= this.#dictionary.firstUnknownWord) return undefined
    return this.#dictionary.readingOf(this.#word, this.surface)
  }

  get origin(): Token['origin'] {
    if (this.#word >= this.#dictionary.firstUnknownWord) return 'unknown'
    return this.#class >= this.#dictionary.firstUserClass ? 'user' : 'known'
  }

  get #class(): number {
    return this.#dictionary.words[this.#word]! >>> 16
  }
}
