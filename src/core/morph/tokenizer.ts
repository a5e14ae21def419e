/**
 * The tokenizer over a compiled dictionary: tokens as objects whose features are looked up when they are asked for.
 */
import type { Dictionary } from './dictionary.ts'
import { Lattice, type LatticeOptions } from './lattice.ts'
import type { Token, Tokenizer } from './token.ts'
import { Vocabulary } from './vocabulary.ts'

/** Not reentrant, like any synchronous function; the tokens it gives are independent of later calls. */
export function createTokenizer(
  dictionary: Dictionary,
  options: LatticeOptions = { userEntries: true },
): Tokenizer {
  const lattice = new Lattice(dictionary, options)
  const vocabulary = new Vocabulary(dictionary)
  return {
    tokenize(text) {
      lattice.analyse(text)
      const { starts, words, count } = lattice
      const tokens = new Array<Token>(count)
      for (let i = 0; i < count; i++) {
        const end = i + 1 < count ? starts[i + 1]! : text.length
        tokens[i] = new DictionaryToken(vocabulary, text, starts[i]!, end, words[i]!)
      }
      return tokens
    },
  }
}

class DictionaryToken implements Token {
  readonly start: number
  readonly end: number
  readonly #vocabulary: Vocabulary
  readonly #text: string
  readonly #word: number
  // Many readers ask each token: what it says is looked up once.
  #surface: string | undefined
  #baseForm: string | undefined
  #pos: Token['pos'] | undefined

  constructor(vocabulary: Vocabulary, text: string, start: number, end: number, word: number) {
    this.start = start
    this.end = end
    this.#vocabulary = vocabulary
    this.#text = text
    this.#word = word
  }

  get surface(): string {
    this.#surface ??= this.#vocabulary.surfaceOf(this.#word, this.#text, this.start, this.end)
    return this.#surface
  }

  get pos(): Token['pos'] {
    this.#pos ??= this.#vocabulary.posOf(this.#word)
    return this.#pos
  }

  get posNumber(): number {
    return this.#vocabulary.posNumberOf(this.#word)
  }

  get conjugationType(): string {
    return this.#vocabulary.conjugationOf(this.#word)[0]
  }

  get conjugationForm(): string {
    return this.#vocabulary.conjugationOf(this.#word)[1]
  }

  get baseForm(): string {
    this.#baseForm ??= this.#vocabulary.baseFormOf(this.#word, this.#text, this.start, this.end)
    return this.#baseForm
  }

  get reading(): string | undefined {
    return this.#vocabulary.readingOf(this.#word, this.#text, this.start, this.end)
  }

  get origin(): Token['origin'] {
    return this.#vocabulary.originOf(this.#word)
  }
}
