/**
 * E-mail addresses that are told part by part: 「nagare の後ろは渦まき、その次は jcom、点を打って、終わりは
 * home.ne.jp」, 「まえが「すずめのおやど」をローマ字にしたもの、うしろが「アウトルック・ドット・ジェーピー」」,
 * 「tanaka（このあとに @gmail.com を付けてください）」.
 *
 * A chain of parts with nothing between them but words that join parts. It is an address when it has a name, the sign
 * or a word for what stands behind a name, and a provider or a host at its end.
 */
import { toRomaji } from 'wanakana'
import type { Draft } from '../common/draft.ts'
import type { SpelledLetters } from '../common/spelled-letters.ts'
import type { ContactWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { readHost } from '../link/host.ts'
import type { Kind, Part } from './composed-part.ts'

/** Particles join words of any sentence; only other joints say that something is put together. */
const PARTICLE = /^[にをのはがとでも]$|^(?:です|ください|して|まで)$/
const SHAPED = /[._\d-]/
/** A word, no mark. */
const SAID = /[\p{L}]/u
const NAME = /[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,40}[A-Za-z0-9_])?/y
/** 「すずめのおやど」をローマ字にしたもの, 苗字(ローマ字), もち をローマ字で */
const IN_ROMAJI =
  /[「『"]?([ぁ-んァ-ヶー一-龠]{1,16})[」』"]?\s?(?:を|の|は|\()?\s?(?:ローマ字|アルファベット|英字)\)?(?:に(?:した|直した|変えた)(?:もの|やつ|の)?|に(?:して|直して|変えて)?|で|表記)?/y
/** アルファのA, メモリのm, 司書のsisho: a word that tells how a letter is to be heard. */
const TOLD_LETTER = /[ぁ-んァ-ヶー一-龠]{1,8}の(?=[A-Za-z]{1,12}(?![A-Za-z]))/y
const FIGURES = /(?:数字の|数字で)\s?(?=[0-9０-９])/y
const MARKS = /[\s、,。+＋・:：「」『』()（）"'→/]/
const MAX_PARTS = 24
/** 「info ではなく shop のほう」 */
const INSTEAD = ['ではなく', 'ではなくて', 'じゃなくて', 'じゃなく', 'でなく']
/** 「前は shop、うしろは …」: the words before a name that stands before the sign. */
const HEAD = /(?:^|[^以午直手目])(?:前|まえ|頭|あたま)(?:は|が)\s?$/
const TELLING: ReadonlySet<Kind> = new Set(['at', 'behind', 'provider'])
const LONGEST = 160

/** 「g から始まる無料メール」 is written with a space as often as without. */
const spaced = (name: string): string[] => [name, name.replace(/^([a-z])(?=[ぁ-ん])/i, '$1 ')]

const isInWords = (text: string, { kind, start, end }: Part): boolean =>
  kind === 'told-letter' || (kind !== 'joint' && /[^\x20-\x7e]/.test(text.slice(start, end)))

export class ComposedEmails {
  readonly #words: ContactWords
  readonly #parts: WordMatcher<{ kind: Kind; value: string }>
  readonly #letters: SpelledLetters
  /** Words that say that what follows stands before the sign. */
  readonly #heads: WordMatcher<true>
  readonly #providers: ReadonlyMap<string, string>
  readonly #domains: ReadonlyMap<string, string>
  /**
   * One of these stands in every text with an address of the kind: a sign, a word for it, a provider or a word for what
   * stands behind the name.
   */
  readonly needed: readonly string[]

  constructor(words: ContactWords, letters: SpelledLetters) {
    const of = (list: readonly string[], kind: Kind, value: string) =>
      list.map((word): [string, { kind: Kind; value: string }] => [word, { kind, value }])
    const japanese = (list: readonly string[]) => list.filter((word) => /[^\x20-\x7e]/.test(word))
    this.#words = words
    this.#letters = letters
    this.#domains = new Map(words.mail_providers.map(({ domain }) => [domain, domain]))
    this.#heads = new WordMatcher(words.before_at_cues.map((word) => [word, true] as const))
    this.#providers = new Map(
      words.mail_providers.flatMap(({ domain, words: names }) =>
        names.filter((name) => /^[\x20-\x7e]+$/.test(name)).map((name): [string, string] => [name, domain]),
      ),
    )
    const parts = [
      ...of(['@', ...japanese(words.at.sure), 'あっと', 'アット', 'まるあ'], 'at', '@'),
      ...of(
        ['.', ...japanese([...words.dot.sure, ...words.dot.weak]).filter((word) => SAID.test(word))],
        'dot',
        '.',
      ),
      ...of(japanese(words.hyphen), 'mark', '-'),
      ...of(japanese(words.underscore), 'mark', '_'),
      ...words.mail_providers.flatMap(({ domain, words: names }) =>
        of(japanese(names).flatMap(spaced), 'provider', domain),
      ),
      ...Object.entries(words.suffix_words).flatMap(([suffix, names]) =>
        of(japanese(names), 'suffix', suffix),
      ),
      ...of(
        [
          ...words.composing_joints,
          ...words.before_at_cues.map((cue) => `${cue}は`),
          ...words.before_at_cues.map((cue) => `${cue}が`),
        ],
        'joint',
        '',
      ),
      ...of([...words.composing_behind, ...words.after_at_cues.map((cue) => `${cue}は`)], 'behind', ''),
      ...of(words.name_parts, 'told-name', ''),
      ...of(INSTEAD, 'instead', ''),
    ]
    this.#parts = new WordMatcher(parts)
    this.needed = [
      ...parts.filter(([, { kind }]) => TELLING.has(kind)).map(([word]) => word),
      ...this.#providers.keys(),
      ...this.#domains.keys(),
    ]
  }

  find(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      const start = this.#beginsAt(text, folded, at)
      if (!start) continue
      const chain = this.#chain(text, folded, at)
      const draft = chain.length < 3 ? undefined : this.#address(text, chain)
      if (draft !== undefined) {
        found.push(draft)
        at = draft.end - 1
      } else if (chain.length > 0) at = Math.max(at, chain[0]!.end - 1)
    }
    return found
  }

  /** Whether a name may begin here: Latin letters, a described name, letters read out, or 「まえが」. */
  #beginsAt(text: string, folded: string, at: number): boolean {
    if (/[A-Za-z0-9]/.test(text[at]!)) return !/[A-Za-z0-9._@/+-]/.test(text[at - 1] ?? '')
    const word = this.#parts.longest(folded, at)?.value
    if (word?.kind === 'told-name') return true
    if (word?.kind === 'joint' && this.#heads.longest(folded, at) !== undefined) return true
    IN_ROMAJI.lastIndex = at
    return /[「『"]/.test(text[at]!) ? IN_ROMAJI.test(text) : this.#isToldLetter(text, at)
  }

  #isToldLetter(text: string, at: number): boolean {
    TOLD_LETTER.lastIndex = at
    return !/[ぁ-んァ-ヶー一-龠]/.test(text[at - 1] ?? '') && TOLD_LETTER.test(text)
  }

  #chain(text: string, folded: string, from: number): Part[] {
    const parts: Part[] = []
    let at = from
    while (at < text.length && at - from < LONGEST && parts.length < MAX_PARTS) {
      const part = this.#partAt(text, folded, at)
      if (part !== undefined) {
        parts.push(part)
        at = part.end
      } else if (MARKS.test(text[at]!) && (text[at] !== '\n' || this.#isBesideSign(text, folded, at, parts)))
        at++
      else break
    }
    return parts
  }

  /** A sign or the word for it may have its own line. */
  #isBesideSign(text: string, folded: string, at: number, parts: readonly Part[]): boolean {
    const isSign = (part: Pick<Part, 'kind'> | undefined): boolean =>
      part?.kind === 'at' || part?.kind === 'dot'
    const open = MARKS.test(text[at + 1] ?? ' ') ? 1 : 0
    return isSign(parts.at(-1)) || isSign(this.#parts.longest(folded, at + 1 + open)?.value)
  }

  #partAt(text: string, folded: string, at: number): Part | undefined {
    const end = (length: number) => at + length
    IN_ROMAJI.lastIndex = at
    const romaji = IN_ROMAJI.exec(text)
    if (romaji !== null) {
      const isKana = /^[ぁ-んァ-ヶー]+$/.test(romaji[1]!)
      const value = isKana ? toRomaji(romaji[1]!).replace(/[^a-z]/g, '') : romaji[1]!
      return { kind: isKana ? 'name' : 'told-name', value, start: at, end: end(romaji[0].length) }
    }
    const word = this.#parts.longest(folded, at)
    const letters = this.#letters.read(text, folded, at)
    if (letters !== undefined && letters.spelled >= 3 && letters.end > at + (word?.length ?? 0))
      return { kind: 'name', value: letters.value, start: at, end: letters.end }
    FIGURES.lastIndex = at
    const figures = FIGURES.exec(text)?.[0].length
    if (figures !== undefined) return { kind: 'joint', value: '', start: at, end: end(figures) }
    if (word !== undefined) return { ...word.value, start: at, end: end(word.length) }
    NAME.lastIndex = at
    const name = NAME.exec(text)?.[0]
    if (name !== undefined) {
      const domain = this.#providers.get(name.toLowerCase()) ?? this.#domains.get(name.toLowerCase())
      return domain === undefined
        ? { kind: 'name', value: name, start: at, end: end(name.length) }
        : { kind: 'provider', value: domain, start: at, end: end(name.length) }
    }
    TOLD_LETTER.lastIndex = at
    const told = TOLD_LETTER.exec(text)?.[0].length
    return told === undefined ? undefined : { kind: 'told-letter', value: '', start: at, end: end(told) }
  }

  /** The address that a chain of parts tells, as far as it goes. */
  #address(text: string, chain: readonly Part[]): Draft | undefined {
    let local = ''
    let domain = ''
    let provider: string | undefined
    let isBehind = false
    let hasSign = false
    let joints = 0
    let behinds = 0
    let described = false
    let end = -1
    let value = ''
    for (const part of chain) {
      if (part.kind === 'told-letter') continue
      if (part.kind === 'joint') {
        if (!PARTICLE.test(text.slice(part.start, part.end))) joints++
        continue
      }
      if (part.kind === 'instead') {
        if (!isBehind) local = ''
        continue
      }
      if (part.kind === 'at' || part.kind === 'behind') {
        if (local === '' && !described) {
          // 「まえが tanaka、うしろが …」 begins with words of its own.
          if (part.kind === 'at') return undefined
          continue
        }
        if (part.kind === 'at' && hasSign) break
        hasSign ||= part.kind === 'at'
        behinds += part.kind === 'behind' ? 1 : 0
        isBehind = true
      } else if (part.kind === 'told-name' && !isBehind) described = true
      else if (part.kind === 'provider') {
        if (local === '' && !described) return undefined
        if (provider !== undefined || domain !== '') break
        provider = part.value
        isBehind = true
        end = part.end
        value = part.value
      } else if (part.kind === 'dot' || part.kind === 'suffix') {
        if (provider !== undefined) {
          if (part.kind === 'suffix') end = part.end
          continue
        }
        const piece = part.kind === 'dot' ? '.' : `${domain.endsWith('.') ? '' : '.'}${part.value}`
        if (isBehind) domain += piece
        else local += part.kind === 'dot' ? '.' : part.value
      } else if (part.kind === 'name' && provider !== undefined) {
        // What follows a provider is its own tail or another thing.
        if (!/^(?:com|jp|co|ne|net|org)(?:\.jp)?$/i.test(part.value)) break
        end = part.end
      } else if (isBehind && (part.kind === 'name' || part.kind === 'mark')) domain += part.value
      else local += part.kind === 'name' || part.kind === 'mark' ? part.value : ''
      if (
        isBehind &&
        provider === undefined &&
        domain !== '' &&
        part.kind !== 'at' &&
        part.kind !== 'behind'
      ) {
        const host = readHost(domain.toLowerCase(), this.#words)
        if (host !== undefined && this.#words.common_suffixes.includes(host.suffix)) {
          end = part.end
          value = host.ascii
        } else if (!hasSign && part.kind === 'name' && joints + behinds > 0 && domain === part.value) {
          // A word behind the name that is part of the name: mugi のあとに 88.
          local += domain
          domain = ''
          isBehind = false
        }
      }
    }
    if (end < 0 || (local === '' && !described)) return undefined
    const start = chain[0]!.start
    // An address in plain letters is somebody else's find.
    const isTold = joints + behinds > 0 || described || chain.some((part) => isInWords(text, part))
    if (!isTold) return undefined
    if (!hasSign) {
      // 「Mac の後に Outlook」 puts nothing together.
      const isJoined = behinds > 0 || (joints > 0 && (described || SHAPED.test(local)))
      const isHeaded = behinds > 0 && HEAD.test(text.slice(Math.max(0, start - 6), start))
      if (!isHeaded && (provider === undefined || !isJoined)) return undefined
    }
    if (described && local === '' && joints + behinds === 0 && !hasSign) return undefined
    const from = text.slice(start, end)
    const whole = described ? from : `${local}@${value}`
    return {
      kind: 'email',
      start,
      end,
      value: whole,
      host: value,
      steps: [{ step: 'address-in-parts', from, to: whole, disguise: true }],
    }
  }
}
