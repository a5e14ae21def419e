/**
 * Reads the name of an account where one may stand, and knows the services that an account may be with.
 */
import type { ServiceHit } from '../common/service-index.ts'
import { SpelledLetters } from '../common/spelled-letters.ts'
import type { ContactWords, DataService, NumberWords } from '../common/tables.ts'
import { type WordMatch, WordMatcher } from '../common/word-matcher.ts'

export const OPEN = /[「『【("'[<]/
export const CLOSE: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '【': '】',
  '(': ')',
  '"': '"',
  "'": "'",
  '[': ']',
  '<': '>',
}
export const ASCII_ID = /@?(?:live:\.?)?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])/y

/** test_user, sample-shop: what stands where an account's name would. */
const PLACEHOLDER =
  /^(?:test|sample|dummy|demo|example)[_.-]?(?:user|name|shop|id|account|admin|taro|hanako)?[_.-]?\d{0,3}$/i

export interface ServiceWord extends ServiceHit {
  readonly ascii: boolean
}

export class AccountNames {
  readonly #services: WordMatcher<ServiceWord>
  /** Those whose name is one letter: a name only right before an at-sign. */
  readonly #oneLetter: WordMatcher<ServiceWord>
  /** Services' names that are also ordinary words, as written: line, signal. */
  readonly #ordinary: ReadonlySet<string>
  readonly #letters: SpelledLetters
  readonly #taken: ReadonlySet<string>
  /** The names of services that an account may be with. */
  readonly services: readonly string[]

  constructor(words: ContactWords, numbers: NumberWords, services: readonly DataService[]) {
    const contact = services.filter(({ capability }) =>
      ['messenger', 'social', 'payment'].includes(capability),
    )
    const named = contact.flatMap(({ id, name, capability, aliases = [], weak = [] }) =>
      [name, ...aliases, ...weak].map((word): [string, ServiceWord] => [
        word,
        { service: id, capability, ascii: /^[\x20-\x7e]+$/.test(word) },
      ]),
    )
    this.services = named.map(([word]) => word)
    this.#services = new WordMatcher(named.filter(([word]) => word.length > 1))
    this.#oneLetter = new WordMatcher(named.filter(([word]) => word.length === 1))
    this.#ordinary = new Set(contact.flatMap(({ weak = [] }) => weak))
    this.#letters = new SpelledLetters(words, numbers)
    this.#taken = new Set([
      ...services.flatMap(({ name, aliases = [], weak = [] }) =>
        [name, ...aliases, ...weak].map((word) => word.toLowerCase()),
      ),
      ...words.mail_providers.flatMap((provider) => provider.words),
      ...words.not_accounts,
    ])
  }

  /** Whether a word can be an account's name: no service's or provider's own, and none of code's. */
  isId(value: string): boolean {
    return (
      /[A-Za-z]/.test(value) &&
      value.length >= 3 &&
      !this.#taken.has(value.toLowerCase()) &&
      !this.isPlaceholder(value)
    )
  }

  isPlaceholder(value: string): boolean {
    return PLACEHOLDER.test(value)
  }

  isOrdinary(word: string): boolean {
    return this.#ordinary.has(word)
  }

  serviceAt(folded: string, at: number): WordMatch<ServiceWord> | undefined {
    const hit = this.#services.longest(folded, at)
    return hit === undefined && /^(?:@|[→➡⇒](?!@))/.test(folded.slice(at + 1, at + 3))
      ? this.#oneLetter.longest(folded, at)
      : hit
  }

  /** The service whose name ends at `at`, a の or a space between. */
  serviceBefore(folded: string, at: number): ServiceWord | undefined {
    const end = /[の\s]/.test(folded[at - 1] ?? '') ? at - 1 : at
    for (let from = Math.max(0, end - 14); from < end; from++) {
      const hit = this.#services.longest(folded, from)
      if (hit && (from + hit.length === end || from + hit.length === at)) return hit.value
    }
    return undefined
  }

  /**
   * The account's name at `at`, written or spelled out.
   *
   * @param numeric whether figures alone will do
   */
  read(text: string, folded: string, at: number, numeric: boolean) {
    ASCII_ID.lastIndex = at
    const ascii = ASCII_ID.exec(text)?.[0].replace(/^@/, '')
    const end = ascii === undefined ? at : ASCII_ID.lastIndex
    const letters = this.#letters.read(text, folded, at)
    if (letters && letters.end > end) {
      const steps = [
        { step: 'spelled-letters', from: text.slice(at, letters.end), to: letters.value, disguise: true },
      ]
      return { end: letters.end, value: letters.value, steps }
    }
    if (ascii === undefined || text[end] === '/') return undefined
    // `name@host` is an address, `name.pdf` a file, `name(` a call.
    if (text[end] === '@' || (text[end] === '(' && /[)'"]/.test(text[end + 1] ?? ''))) return undefined
    if (!this.isId(ascii) && !(numeric && /^\d{4,12}$/.test(ascii))) return undefined
    const tail = text[end] === '_' ? '_' : ''
    return { end: end + tail.length, value: ascii + tail, steps: [] }
  }
}

/** Whether Japanese stands close to the words on their line: code has none. */
export const isAmongJapanese = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  const line = before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after.split('\n')[0]
  return /[぀-ヿ一-鿿]/.test(line)
}
