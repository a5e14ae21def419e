/**
 * A morpheme of the analysed text, in IPADIC's terms.
 *
 * Positions are UTF-16 code units, half-open, in the text that was given to the tokenizer.
 */
export interface Token {
  readonly surface: string
  readonly start: number
  readonly end: number
  /** IPADIC's part of speech: 品詞, 品詞細分類1, 2, 3; `*` where a level is empty. */
  readonly pos: readonly [string, string, string, string]
  /** Tokens of one number have the same parts of speech: a small number, or none where a tokenizer has no such. */
  readonly posNumber?: number
  /** 活用型, e.g. `五段・ラ行`; `*` for words that do not inflect. */
  readonly conjugationType: string
  /** 活用形, e.g. `連用形`; `*` for words that do not inflect. */
  readonly conjugationForm: string
  /** 基本形. For an unknown word the surface (kuromoji gives `*` there, which helps nobody). */
  readonly baseForm: string
  /** 読み in katakana where the dictionary build kept it. */
  readonly reading: string | undefined
  /** `user` for an entry of dictionaries/*.csv. */
  readonly origin: 'known' | 'unknown' | 'user'
}

/**
 * The port to morphological analysis.
 *
 * Contract: never throws on any string (lone surrogates, U+0000 included); tokens are in order, do not overlap, and
 * together cover every code unit of the text (white space included, as 記号,空白); time is linear in the length.
 */
export interface Tokenizer {
  tokenize(text: string): readonly Token[]
}
