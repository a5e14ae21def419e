/** Tokens with what the lexicon and the findings of other rooms know of them. */
import type { Token } from '../morph/token.ts'
import { GONE, type Lexicon, type LexiconEntry, START } from './lexicon.ts'

/** Something that another room found in the text: a service (`@messenger`), a datum (`#email`). In order, none overlapping. */
export interface Named {
  readonly start: number
  readonly end: number
  readonly classes: ReadonlySet<string>
}

export const NO_CLASSES: ReadonlySet<string> = new Set()

export const union = (one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> =>
  other.size === 0 ? one : one.size === 0 ? other : new Set([...one, ...other])

/** In small letters; words of kana and kanji alone, nearly all of them, are so already. */
function lower(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    if (unit < 0x3000 || unit > 0x9fff) return word.toLowerCase()
  }
  return word
}

const LETTERS = /^[a-z]{2,}$/

/** More tokens than this no entry of the lexicon has. */
const LONGEST_ENTRY = 7

export interface Found {
  readonly entry: LexiconEntry
  readonly count: number
}

/** The features of all tokens, read once: a dictionary's token looks each up when it is asked. */
export class Words {
  readonly surface: string[]
  readonly base: string[]
  readonly pos: string[]
  readonly detail: string[]
  readonly form: string[]
  readonly start: Int32Array
  readonly end: Int32Array
  /** The thing that begins with the token or holds it, or -1. */
  readonly named: Int32Array
  readonly count: number

  constructor(
    tokens: readonly Token[],
    readonly things: readonly Named[],
    readonly lexicon: Lexicon,
  ) {
    this.count = tokens.length
    this.surface = new Array(tokens.length)
    this.base = new Array(tokens.length)
    this.pos = new Array(tokens.length)
    this.detail = new Array(tokens.length)
    this.form = new Array(tokens.length)
    this.start = new Int32Array(tokens.length)
    this.end = new Int32Array(tokens.length)
    this.named = new Int32Array(tokens.length).fill(-1)
    let thing = 0
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      const { surface, baseForm } = token
      const small = lower(surface)
      const { pos } = token
      this.surface[i] = small
      this.base[i] = baseForm === surface ? small : lower(baseForm)
      // QR and the like are exclamations to IPADIC.
      const isName = pos[0] === '感動詞' && LETTERS.test(small)
      this.pos[i] = isName ? '名詞' : pos[0]
      this.detail[i] = isName ? '一般' : pos[1]
      this.form[i] = token.conjugationForm
      this.start[i] = token.start
      this.end[i] = token.end
      while (thing < things.length && things[thing]!.end <= token.start) thing++
      if (thing < things.length && things[thing]!.start < token.end) this.named[i] = thing
    }
  }

  /** The longest entry that begins with the token; its last token may be inflected. */
  longest(from: number, to: number): Found | undefined {
    const { surface, base, lexicon } = this
    let found: Found | undefined
    /** Where the tokens so far lead, and those without お and ご before them. */
    let whole = START
    let plain = GONE
    const limit = Math.min(to, from + LONGEST_ENTRY)
    for (let i = from; i < limit; i++) {
      const word = surface[i]!
      const lemma = base[i]!
      const isFirst = i === from
      const inflected =
        lemma === word
          ? undefined
          : (lexicon.at(lexicon.through(whole, lemma)) ??
            lexicon.at(isFirst ? lexicon.behindHonorific(lemma) : lexicon.through(plain, lemma)))
      plain = isFirst ? lexicon.behindHonorific(word) : lexicon.through(plain, word)
      whole = lexicon.through(whole, word)
      const entry = lexicon.at(whole) ?? lexicon.at(plain) ?? inflected
      if (entry !== undefined) found = { entry, count: i - from + 1 }
      if (!lexicon.goesOn(whole) && !(isFirst && (word === 'お' || word === 'ご'))) break
    }
    return found
  }

  isNoun(i: number): boolean {
    return this.pos[i] === '名詞' || this.named[i]! >= 0
  }

  /** A noun that makes a predicate with する. */
  isVerbal(i: number): boolean {
    return this.pos[i] === '名詞' && this.detail[i] === 'サ変接続'
  }

  isPause(i: number): boolean {
    return this.pos[i] === '記号' && this.detail[i] !== '空白' && this.detail[i] !== 'アルファベット'
  }
}
