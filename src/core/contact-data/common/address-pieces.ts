/**
 * Cuts a text into what addresses are made of when they are not written plainly: names, signs and words for signs
 * (あっと, ドット, スラッシュ), providers (ジーメール), tails of hosts (コム), letters that are read out.
 */
import { SpelledLetters } from './spelled-letters.ts'
import type { ContactWords, NumberWords } from './tables.ts'
import { WordMatcher } from './word-matcher.ts'

export type PieceKind = 'name' | 'at' | 'dot' | 'slash' | 'provider' | 'suffix' | 'other'

export interface Piece {
  readonly kind: PieceKind
  readonly start: number
  readonly end: number
  /** What it stands for: the name in ASCII, the provider's domain, `.`. */
  readonly value: string
  /** The sign itself, a sign that is surely meant so, or one that may be mere punctuation. */
  readonly form: 'plain' | 'sure' | 'weak'
  /** White space before it. */
  readonly gap: number
}

interface Meaning {
  readonly kind: PieceKind
  readonly value: string
  readonly form: 'plain' | 'sure' | 'weak'
}

const NAME = /[A-Za-z0-9_](?:[A-Za-z0-9_+%-]{0,80}[A-Za-z0-9_])?/y
const nameAt = (text: string, at: number): string | undefined => {
  NAME.lastIndex = at
  return NAME.exec(text)?.[0]
}
const BRACKETED = /[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,40}[A-Za-z0-9_])?/y
const bracketedAt = (text: string, at: number): string | undefined => {
  BRACKETED.lastIndex = at
  return BRACKETED.exec(text)?.[0]
}
const OPEN = '「『【([{<"“〔〈《〖［｛'
const CLOSE = '」』】)]}>"”〕〉》〗］｝'

const IN_LETTERS = /[ぁ-んァ-ヶ一-龠a-z]/i

/** Kana and kanji: no name in ASCII, no bracket, no mark. */
const isOrdinary = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff)

export class AddressPieces {
  readonly #signs: WordMatcher<Meaning>
  readonly #kana: WordMatcher<Meaning>
  readonly #letters: SpelledLetters
  readonly #providers: ReadonlyMap<string, string>
  /** Without Latin letters a text has one of these, or none of its pieces is a name that an address could have. */
  readonly names: readonly string[]

  constructor(words: ContactWords, numbers: NumberWords) {
    const of = (list: readonly string[], kind: PieceKind, value: string, form: Meaning['form']) =>
      list.map((word): [string, Meaning] => [word, { kind, value, form: word === value ? 'plain' : form }])
    const kanaOnly = (list: readonly string[]) => list.filter((word) => !/^[\x20-\x7e]+$/.test(word))
    this.#signs = new WordMatcher([
      ...of(words.at.sure, 'at', '@', 'sure'),
      ...of(words.dot.sure, 'dot', '.', 'sure'),
      ...of(words.slash, 'slash', '/', 'sure'),
      ...of(
        words.hyphen.filter((word) => word.length > 1),
        'name',
        '-',
        'sure',
      ),
      ...of(
        words.underscore.filter((word) => word.length > 1),
        'name',
        '_',
        'sure',
      ),
      ...of(
        words.at.weak.filter((word) => !/^[a-z]+$/.test(word)),
        'at',
        '@',
        'weak',
      ),
      ...of(
        words.dot.weak.filter((word) => !/^[a-z]+$/.test(word)),
        'dot',
        '.',
        'weak',
      ),
    ])
    const providers = words.mail_providers.flatMap(({ domain, words: names }) =>
      names.map((name): [string, string] => [name, domain]),
    )
    const kana: [string, Meaning][] = [
      ...providers
        .filter(([word]) => kanaOnly([word]).length > 0 || /[ -]/.test(word))
        .map(([word, domain]): [string, Meaning] => [
          word,
          { kind: 'provider', value: domain, form: 'sure' },
        ]),
      ...Object.entries({ ...words.host_words, ...words.spoken_hosts }).flatMap(([label, names]) =>
        names.map((word): [string, Meaning] => [word, { kind: 'name', value: label, form: 'sure' }]),
      ),
      ...Object.entries(words.suffix_words).flatMap(([suffix, names]) =>
        kanaOnly(names).map((word): [string, Meaning] => [
          word,
          { kind: 'suffix', value: suffix, form: 'sure' },
        ]),
      ),
    ]
    this.#kana = new WordMatcher(kana)
    this.names = [...kana.map(([word]) => word), ...Object.values(words.letters).flat()]
    this.#providers = new Map(providers.map(([word, domain]) => [word.toLowerCase(), domain]))
    this.#letters = new SpelledLetters(words, numbers)
  }

  /** The domain behind a provider's plain name: `gmail` → `gmail.com`. */
  provider(name: string): string | undefined {
    return this.#providers.get(name.toLowerCase())
  }

  cut(text: string, folded: string): Piece[] {
    const pieces: Piece[] = []
    let gap = 0
    const push = (kind: PieceKind, start: number, end: number, value: string, form: Piece['form']) => {
      pieces.push({ kind, start, end, value, form, gap })
      gap = 0
    }
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at)
      if (isOrdinary(unit) && !this.#mayBegin(folded, at)) {
        let end = at + 1
        while (end < text.length && isOrdinary(text.charCodeAt(end)) && !this.#mayBegin(folded, end)) end++
        push('other', at, end, text.slice(at, end), 'plain')
        at = end
        continue
      }
      // 「ビット、ピリオド、エルワイ」: a mark beside a word for a sign parts what is read out.
      if ((unit === 0x3001 || unit === 0x2c) && this.#isBesideWord(folded, at, pieces.at(-1))) {
        gap++
        at++
        continue
      }
      const sign = this.#signAt(text, folded, at)
      if (sign !== undefined) {
        push(sign.kind, at, at + sign.length, sign.value, sign.form)
        at += sign.length
        continue
      }
      // [career.sugi] [at] [outlook]: a bracket around a name alone says nothing.
      const bracketed =
        !isOrdinary(unit) && '「『【[{'.includes(text[at]!) ? bracketedAt(text, at + 1) : undefined
      if (bracketed !== undefined && CLOSE.includes(text[at + 1 + bracketed.length] ?? ' ')) {
        push('name', at, at + bracketed.length + 2, bracketed, 'sure')
        at += bracketed.length + 2
        continue
      }
      // A word for a sign may have its own line.
      const isLine = unit === 0x0a && this.#isOnItsLine(text, folded, at, pieces.at(-1))
      if (isLine || unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0x2b) {
        gap++
        at++
        continue
      }
      const name = unit < 0x80 ? nameAt(text, at) : undefined
      if (name) {
        const meant = this.#kana.longest(folded, at)
        if (meant && meant.length >= name.length) {
          push(meant.value.kind, at, at + meant.length, meant.value.value, 'sure')
          at += meant.length
          continue
        }
        push('name', at, at + name.length, name, 'plain')
        at += name.length
        continue
      }
      const word = this.#kana.longest(folded, at)
      const letters = this.#letters.read(text, folded, at)
      // Behind a dot エルワイ is a suffix, whatever could be read on behind it.
      const isSuffix = word?.value.kind === 'suffix' && pieces.at(-1)?.kind === 'dot'
      if (word && (isSuffix || !(letters && letters.end > at + word.length))) {
        push(word.value.kind, at, at + word.length, word.value.value, word.value.form)
        at += word.length
      } else if (letters) {
        push('name', at, letters.end, letters.value, 'sure')
        at = letters.end
      } else {
        const length = text.codePointAt(at)! > 0xffff ? 2 : 1
        push('other', at, at + length, text.slice(at, at + length), 'plain')
        at += length
      }
    }
    return pieces
  }

  /** A sign or a word for one, by itself or in brackets of any kind, 【アットマーク】, (ドット): there any word for it is sure. */
  #signAt(text: string, folded: string, at: number): (Meaning & { readonly length: number }) | undefined {
    const sign = this.#signs.longest(folded, at)
    if (sign && !(sign.value.kind === 'at' && this.#isWord(text, at, sign.length)))
      return { ...sign.value, length: sign.length }
    if (isOrdinary(text.charCodeAt(at))) return undefined
    const inner = OPEN.includes(text[at] ?? ' ') ? this.#signs.longest(folded, at + 1) : undefined
    if (!inner || !CLOSE.includes(text[at + 1 + inner.length] ?? ' ')) return undefined
    return inner.value.form === 'weak' && !IN_LETTERS.test(text[at + 1]!)
      ? undefined
      : { ...inner.value, form: 'sure', length: inner.length + 2 }
  }

  /** Whether the line that ends at `at`, or the next one, is a word for a sign and nothing else. */
  #isOnItsLine(text: string, folded: string, at: number, before: Piece | undefined): boolean {
    const isSign = (piece: Pick<Meaning, 'kind' | 'form'>): boolean =>
      (piece.kind === 'at' || piece.kind === 'dot') && piece.form === 'sure'
    if (before?.end === at && isSign(before) && (text[before.start - 1] ?? '\n') === '\n') return true
    const next = this.#signAt(text, folded, at + 1)
    return next !== undefined && isSign(next) && (text[at + 1 + next.length] ?? '\n') === '\n'
  }

  /** Whether any word that is looked for may begin at `at`. */
  #mayBegin(folded: string, at: number): boolean {
    return (
      this.#signs.mayBegin(folded, at) ||
      this.#kana.mayBegin(folded, at) ||
      this.#letters.mayBegin(folded, at)
    )
  }

  #isBesideWord(folded: string, at: number, before: Piece | undefined): boolean {
    const isWord = (kind: PieceKind | undefined, form: string | undefined, length: number): boolean =>
      (kind === 'dot' || kind === 'slash' || kind === 'at') && form === 'sure' && length > 1
    if (
      before !== undefined &&
      before.end === at &&
      isWord(before.kind, before.form, before.end - before.start)
    )
      return true
    const next = this.#signs.longest(folded, at + 1)
    return isWord(next?.value.kind, next?.value.form, next?.length ?? 0)
  }

  /** あっと of あっという間 and どっと疲れた are words, told by the hiragana they go on with. */
  #isWord(text: string, at: number, length: number): boolean {
    return (
      /^あっ?と$/.test(text.slice(at, at + length)) &&
      /^(?:い[うえお]|お[どど]|驚|言|思)/.test(text.slice(at + length))
    )
  }
}
