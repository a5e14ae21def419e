/**
 * Accounts beside the name of a service: 「insta→ hibarido.works」, 「インスタ(kaori_no_techo)」, `LINE_ID_tomogaki77.pdf`.
 */

import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { type AccountNames, isAmongJapanese } from './account-name.ts'

/** Between a service and the name of an account with it; the first group is a mark, the second a mere space. */
const JOINT =
  /^[ぁァーっッ~〜]{0,2}(?:\s?(?:の|名|アカ|垢|ID|アカウント|検索|ID検索|で検索)\s?)?\s?(?:(→|➡|⇒|⇨|>|->|=>|:|=|\(|「|【|『|\[|は|@|\/)\s?|(\s))/
/** What stands before an account in the service's own addresses: pixiv(users/90817263). */
const PATH = /(?:users?|profile|member|channel|c|u)\//y
/** Services whose accounts are numbers. */
const NUMBERED: ReadonlySet<string> = new Set(['qq'])
/** Nobody gives a variable so long a name without saying what it is; UTF-16 code units. */
const LONG = 9
const EXTENSION = /\.([A-Za-z0-9]{2,4})(?![A-Za-z0-9])/g
const FILE_NAME = /[A-Za-z0-9_\-@.぀-ヿ一-鿿]/
const FILE_NAME_MAX = 40

/** 12man, 3kagetsu, 30pun: a figure with what it counts, as Japanese is written in Latin letters. */
const AMOUNT =
  /^\d{1,6}(?:man|sen|hyaku|en|yen|nin|mei|ko|kai|hon|mai|satsu|dai|ken|nen|kagetsu|gatsu|shuukan|shukan|nichi|ji|jikan|fun|pun|byou|byo|moji|peeji|page|pages|pt|px|cm|mm|kg|pm|am)$/i

/** Whether a word where an account would stand is an amount. */
export const isAmount = (word: string): boolean => AMOUNT.test(word)

/** Aライン, Iラインのワンピース: a letter and a line, as clothes are cut. */
const isCutOfCloth = (text: string, at: number): boolean =>
  text.startsWith('ライン', at) && /(?:^|[^A-Za-z])[A-Z]$/.test(text.slice(Math.max(0, at - 2), at))

export class ServiceAccounts {
  readonly #names: AccountNames
  readonly #extensions: ReadonlySet<string>

  constructor(names: AccountNames, words: ContactWords) {
    this.#names = names
    this.#extensions = new Set(words.file_extensions)
  }

  /** 「insta→ hibarido.works」, 「インスタ(kaori_no_techo)」 */
  at(text: string, folded: string, at: number): Draft | undefined {
    const hit = this.#names.serviceAt(folded, at)
    if (!hit) return undefined
    const before = text[at - 1] ?? ''
    if (
      hit.value.ascii
        ? /[A-Za-z0-9_.@/-]/.test(before)
        : (/[ァ-ヶー]/.test(before) && /[ァ-ヶ]/.test(text[at]!)) || isCutOfCloth(text, at)
    ) {
      return undefined
    }
    // Yosan wa 12man en: the particle of a sentence in Latin letters.
    if (/^wa\s/i.test(folded.slice(at, at + 3)) && hit.length === 2 && /[A-Za-z]\s$/.test(text.slice(0, at)))
      return undefined
    const rest = text.slice(at + hit.length, at + hit.length + 8)
    // `paypal.me/…` is a link.
    if (rest.startsWith('/') && text.slice(at, at + hit.length).includes('.')) return undefined
    const joint = JOINT.exec(rest)
    if (!joint && !/^の/.test(rest)) return undefined
    const from = at + hit.length + (joint ? joint[0].length : 1)
    PATH.lastIndex = from
    const path = joint?.[1] === '(' || joint?.[1] === '/' ? (PATH.exec(text)?.[0].length ?? 0) : 0
    const given = this.#names.read(text, folded, from + path, path > 0 || NUMBERED.has(hit.value.service))
    if (!given) return undefined
    // `line: event.line`, `element: string`: a word of code in small letters.
    const written = text.slice(at, at + hit.length)
    if (
      /^[a-z]+$/.test(written) &&
      /^[A-Za-z.0-9]+$/.test(given.value) &&
      !isAmongJapanese(text, at, given.end)
    ) {
      if (this.#names.isOrdinary(written) || !/[.\d]/.test(given.value)) return undefined
    }
    if (given.steps.length === 0 && isAmount(given.value)) return undefined
    // x → y_max: a letter with an arrow is as often the name of a variable.
    if (hit.length === 1 && joint?.[1] !== '@' && (written === folded[at] || given.value.length < LONG))
      return undefined
    const strong = joint?.[1] !== undefined
    if (
      given.steps.length === 0 &&
      path === 0 &&
      !NUMBERED.has(hit.value.service) &&
      !/[._\d-]/.test(given.value) &&
      !(strong && /^[a-z]{5,}$/.test(given.value) && /[→➡⇒⇨:(@]/.test(joint![1]!))
    )
      return undefined
    // A host or a file is no account.
    if (/\.(?:com|net|jp|org|io|js|css)$/i.test(given.value) || this.#isFile(given.value)) return undefined
    const close = /[(「【『[]/.test(joint?.[1] ?? '') && /[)」】』\]]/.test(text[given.end] ?? '') ? 1 : 0
    const { service, capability } = hit.value
    return {
      kind: 'id',
      start: at,
      end: given.end + close,
      value: given.value,
      steps: given.steps,
      service,
      capability,
    }
  }

  #isFile(name: string): boolean {
    return this.#extensions.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
  }

  /** The service in brackets behind a name: kurage.works(インスタ). */
  inBrackets(text: string, folded: string, at: number) {
    const open = /^\s?[(「【]/.exec(text.slice(at, at + 2))?.[0].length
    const hit = open === undefined ? undefined : this.#names.serviceAt(folded, at + open)
    const end = at + (open ?? 0) + (hit?.length ?? 0)
    // `decoded.push(line)` is a call.
    if (/^[a-z]/.test(text.slice(at + (open ?? 0))) && !isAmongJapanese(text, at, end)) return undefined
    if (!hit || !/^[)」】]/.test(text.slice(end))) return undefined
    return { end: end + 1, service: hit.value.service, capability: hit.value.capability }
  }

  /** `LINE_ID_tomogaki77.pdf` */
  inFileNames(text: string): Draft[] {
    const found: Draft[] = []
    for (const match of text.matchAll(EXTENSION)) {
      if (!this.#extensions.has(match[1]!.toLowerCase())) continue
      let start = match.index
      while (start > 0 && match.index - start < FILE_NAME_MAX && FILE_NAME.test(text[start - 1]!)) start--
      const name = text.slice(start, match.index)
      // thumb_LINE_ID_haruka.edit, ig_@sora.works: the service, what announces the account, the account.
      const parts = name.split(/[_-]/)
      const at = parts.findIndex((part) => {
        const hit = this.#names.serviceAt(part.toLowerCase(), 0)
        return (
          hit !== undefined && (hit.length === part.length || /^(?:公式|ID|id)$/.test(part.slice(hit.length)))
        )
      })
      const hit = at < 0 ? undefined : this.#names.serviceAt(parts[at]!.toLowerCase(), 0)
      if (!hit || at + 1 >= parts.length) continue
      const rest = name.slice(parts.slice(0, at + 1).join('_').length + 1)
      const announced =
        /^(?:(?:id|ID|Id|account|アカウント)[_-]|@)/.test(rest) || parts[at]!.length > hit.length
      const id = rest.replace(/^(?:id|account|アカウント)[_-]/i, '').replace(/^@/, '')
      // `line_icon_01.png` is a picture: the account must be announced.
      if (!announced || !this.#names.isId(id) || !/[a-z]/.test(id)) continue
      const { service, capability } = hit.value
      found.push({
        kind: 'id',
        start,
        end: match.index + match[0].length,
        value: id,
        service,
        capability,
      })
    }
    return found
  }
}
