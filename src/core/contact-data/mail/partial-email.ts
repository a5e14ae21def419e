/**
 * E-mail addresses of which only so much is written that a reader can put them together: 「kamome77 のドコモのやつ」,
 * 「表示名の後ろにgmailを付けたもの」, 「@の前は hinata-layout」, 「ドメインは icloud.com」.
 *
 * Name and provider together are an address; one of them alone is partial and counts with its other part.
 */
import { CueFinder } from '../common/cue-finder.ts'
import type { Draft } from '../common/draft.ts'
import type { ContactWords } from '../common/tables.ts'
import { trimEnd } from '../common/trim-end.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { readHost } from '../link/host.ts'

/** Between a name and its provider. */
const JOINT = /^[」』"')]?\s?(?:の|\+|、|,|・|\/|:|→|\(|=|に|と|を|は|が)?\s?[「(]?@?$/
const JOINT_MAX = 14
const LOCAL = /[A-Za-z0-9._-]/
const LOCAL_MAX = 40
const LOCAL_AFTER =
  /^(?:の|で|は|が|:|→|、|,|・|です[。、]|\s)\s?(?:ID|id|アドレス|アカウント)?(?:は|が|で|:)?\s?[「"]?([A-Za-z0-9][A-Za-z0-9._+-]{2,39})(?![A-Za-z0-9@._+-])/
const PROVIDER_AND_TAIL = /^!?\s?(?:メール)?\s?(?:(?:\.|どっと|ドット|点)?\s?(?:com|co\.jp))?/
const VALUE_AFTER_CUE =
  /^\s?(?:は|が|に|も|:|→|=|、)?\s?(?:全部|すべて|半角で|小文字で)?\s?[「"(]?\s?([A-Za-z0-9][A-Za-z0-9._+-]{1,60})/
const DESCRIBED =
  /^[^\n。、]{0,8}?(?:は|が|に|:)\s?[「"]?([^\n。」"]{2,30}?)(?=です|になります|となります|に[てし]|で[おす]|ね|よ|[。」"\n]|$)/
const SENTENCE_END = /[。\n!?]/
/** How far a name's description may stand from the provider, in code units. */
const DESCRIPTION_REACH = 36

export class PartialEmails {
  readonly #providers: WordMatcher<string>
  readonly #domains: ReadonlySet<string>
  readonly #products: WordMatcher<true>
  readonly #tails: WordMatcher<true>
  readonly #affixes: CueFinder
  readonly #affixEnds: WordMatcher<true>
  readonly #names: WordMatcher<true>
  readonly #nameWords: CueFinder
  readonly #before: WordMatcher<true>
  readonly #after: WordMatcher<true>
  readonly #words: ContactWords
  /** One of these stands in every text with an address of the kind. */
  readonly needed: readonly string[]

  constructor(words: ContactWords) {
    const set = (list: readonly string[]) => new WordMatcher(list.map((word) => [word, true] as const))
    this.#words = words
    this.#providers = new WordMatcher(
      words.mail_providers.flatMap(({ domain, words: names }) =>
        names.map((name): [string, string] => [name, domain]),
      ),
    )
    this.#domains = new Set(words.mail_providers.map(({ domain }) => domain))
    this.#products = set(words.provider_products)
    this.#tails = set(words.provider_tails)
    this.#affixes = new CueFinder(words.affix_words)
    this.#affixEnds = set(words.affix_ends)
    this.#names = set(words.name_parts)
    this.#nameWords = new CueFinder(words.name_parts)
    // 「@ の前は」 is written with a space as often as without.
    const spaced = (list: readonly string[]) => list.flatMap((word) => [word, word.replace(/^@/, '@ ')])
    const before = spaced(words.before_at_cues)
    const after = spaced(words.after_at_cues)
    this.#before = set(before)
    this.#after = set(after)
    this.needed = [...before, ...after, ...words.mail_providers.flatMap((provider) => provider.words)]
  }

  find(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      const draft = this.#halves(text, folded, at) ?? this.#provider(text, folded, at)
      if (!draft) continue
      found.push(draft)
      at = Math.max(at, draft.end - 1)
    }
    return found
  }

  /** 「@の前は …」, 「@以降は …」 */
  #halves(text: string, folded: string, at: number): Draft | undefined {
    const before = this.#before.longest(folded, at)
    const cue = before ?? this.#after.longest(folded, at)
    if (!cue || /[A-Za-z0-9]/.test(text[at - 1] ?? '')) return undefined
    const from = at + cue.length
    const value = VALUE_AFTER_CUE.exec(text.slice(from, from + 80))
    if (value) {
      const end = from + value[0].length
      const given = trimEnd(value[1]!, '.-')
      const cut = value[1]!.length - given.length
      if (before) return { kind: 'email', start: at, end: end - cut, value: `${given}@`, partial: true }
      if (readHost(given, this.#words))
        return { kind: 'email', start: at, end: end - cut, value: `@${given}`, partial: true }
      return /[A-Za-z]/.test(given) && folded[at] === '@'
        ? { kind: 'id', start: at, end: end - cut, value: given }
        : undefined
    }
    const words = DESCRIBED.exec(text.slice(from, from + 48))
    if (!words || (folded[at] !== '@' && !before)) return undefined
    const end = from + words[0].length
    if (!this.#nameWords.within(folded, from, end)) return undefined
    return {
      kind: before ? 'email' : 'id',
      start: at,
      end,
      value: words[1]!,
      steps: described(text.slice(at, end)),
    }
  }

  #provider(text: string, folded: string, at: number): Draft | undefined {
    const provider = this.#providers.longest(folded, at)
    if (!provider) return undefined
    const ascii = /[A-Za-z]/.test(text[at]!)
    const end = at + provider.length
    if (ascii && (/[A-Za-z0-9._-]/.test(text[at - 1] ?? '') || /^[A-Za-z0-9_-]/.test(text.slice(end))))
      return undefined
    if (/[ァ-ヶ]/.test(text[at]!) && /[ァ-ヶー]/.test(text[at - 1] ?? '')) return undefined
    const tail = end + (PROVIDER_AND_TAIL.exec(text.slice(end, end + 14))?.[0].trimEnd().length ?? 0)
    if (this.#products.longest(folded, tail)) return undefined
    return (
      this.#nameBefore(text, folded, at, tail, provider.value) ??
      this.#describedBefore(text, folded, at, tail) ??
      this.#nameAfter(text, at, tail, provider.value) ??
      putBehind(text, at, end, provider.value) ??
      behindSign(text, at, end, provider.value) ??
      this.#domainAlone(text, at)
    )
  }

  /** `icloud.com` and nothing before it: the half of an address. */
  #domainAlone(text: string, at: number): Draft | undefined {
    if (/[A-Za-z0-9._@/-]/.test(text[at - 1] ?? '')) return undefined
    const name = /^[a-z0-9-]{2,20}(?:\.[a-z]{2,8}){1,2}(?![A-Za-z0-9./@-])/i.exec(
      text.slice(at, at + 40),
    )?.[0]
    if (!name || !this.#domains.has(name.toLowerCase())) return undefined
    return { kind: 'email', start: at, end: at + name.length, value: `@${name.toLowerCase()}`, partial: true }
  }

  /** 「kamome77 のドコモのやつ」, 「kamome77＋Gmail」, 「kamome77@gmail」 */
  #nameBefore(text: string, folded: string, at: number, end: number, domain: string): Draft | undefined {
    const name = localBefore(text, at)
    if (!name || !/[a-z]/i.test(name.local)) return undefined
    const { local, joint, start } = name
    if (this.#providers.longest(local.toLowerCase(), 0)?.length === local.length) return undefined
    const shaped = /[._\d-]/.test(local)
    const value = `${local}@${domain}`
    if (!JOINT.test(joint)) {
      // 「前が kamome77 で後ろが gmail.com」
      const joined = shaped && this.#affixes.within(folded, at - joint.length, at)
      return joined ? address(text, start, end, value) : undefined
    }
    const glued = /[+@(]/.test(joint)
    const tail = this.#tails.longest(folded, end)
    // A plain word before a provider's name is another program: 「Chrome の Gmail」.
    if (!glued && !(tail && shaped)) return undefined
    if (glued && !shaped && !joint.includes('@') && (local.length < 5 || joint.includes('(')))
      return undefined
    const close = /[「(]/.test(joint) && /[」)]/.test(text[end] ?? '') ? 1 : 0
    return address(
      text,
      start,
      tail && !glued ? end + tailLength(text, end, tail.length) : end + close,
      value,
    )
  }

  /** 「表示名をそのまま小文字にして後ろにgmailを付けたもの」, 「ココナラの名前@gmail」 */
  #describedBefore(text: string, folded: string, at: number, end: number): Draft | undefined {
    let start = -1
    for (let from = at - 1; from >= Math.max(0, at - DESCRIPTION_REACH); from--) {
      if (SENTENCE_END.test(text[from]!)) break
      if (this.#names.longest(folded, from)) start = from
    }
    if (start < 0 || !this.#affixes.within(folded, start, Math.min(text.length, at + 1))) return undefined
    // A list of fields (お名前、Gmailのアドレス) joins nothing.
    let stop = -1
    for (let to = end; to < Math.min(text.length, end + 8) && stop < 0; to++) {
      if (SENTENCE_END.test(text[to]!)) break
      const hit = this.#affixEnds.longest(folded, to)
      // です joins the address to the sentence and is none of its words.
      if (hit) stop = folded.startsWith('です', to) ? to : to + hit.length
    }
    if (stop < 0 && !/[+@＋]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return undefined
    while (start > 0 && /[\p{Script=Han}\p{Script=Katakana}A-Za-zーの]/u.test(text[start - 1]!)) start--
    return {
      ...address(text, start, Math.max(stop, end), text.slice(start, Math.max(stop, end))),
      steps: described(text.slice(start, Math.max(stop, end))),
    }
  }

  /** 「ジーメールの kamome77 です」 */
  #nameAfter(text: string, at: number, end: number, domain: string): Draft | undefined {
    const match = LOCAL_AFTER.exec(text.slice(end, end + 60))
    const local = match?.[1] && trimEnd(match[1], '.-')
    if (!local || !/[a-z]/i.test(local) || !/[._\d-]/.test(local)) return undefined
    // 楽天、ヤフー、Qoo10、自社サイト: the next in a row of names.
    if (/^[、,]/.test(match![0]) && /[、,・]/.test(text[at - 1] ?? '')) return undefined
    const stop = end + match![0].length
    if (
      !/^[」"]?\s?(?:です|まで|宛|に|へ|で|。|、|$|\n|と|って|\s?[全半小])/.test(text.slice(stop, stop + 4))
    )
      return undefined
    // A site's host is no name of a mail box; kamome.works may be one.
    if (this.#domains.has(local) || /\.(?:com|net|org|jp)$/i.test(local)) return undefined
    return address(text, at, stop, `${local}@${domain}`)
  }
}

/** 「gから始まるほう。さっきのに付けて」: the provider of a name that was given before. */
const putBehind = (text: string, start: number, end: number, domain: string): Draft | undefined =>
  PUT_BEHIND.test(text.slice(end, end + 30))
    ? { kind: 'email', start, end, value: `@${domain}`, partial: true }
    : undefined

/** 「後ろはまるあ、じーめ」: the sign in words, and the provider. */
const behindSign = (text: string, start: number, end: number, domain: string): Draft | undefined => {
  const sign = SIGN_BEFORE.exec(text.slice(Math.max(0, start - 14), start))
  return sign === null
    ? undefined
    : { kind: 'email', start: start - sign[0].length, end, value: `@${domain}`, partial: true }
}
const SIGN_BEFORE =
  /(?:まるあ|丸[aあ]|[あア][っッ][とト](?:まーく|マーク)|[くク][るル][くク][るル]|[ぐグ][るル][ぐグ][るル]|渦巻き?)(?:まーく|マーク)?[、,と]?\s?$/
const PUT_BEHIND =
  /^[^\n]{0,12}?(?:さっき|先ほど|先程|前|まえ)の?[^\n。]{0,8}?(?:に|へ|の後ろ|のうしろ)[^\n。]{0,4}?(?:付|つけ|足|続け|つなげ|くっつけ)/

/** The name in Latin letters before `at`, with what stands between. */
const localBefore = (text: string, at: number) => {
  let end = at
  while (end > 0 && at - end < JOINT_MAX && !LOCAL.test(text[end - 1]!) && !/[\n。]/.test(text[end - 1]!))
    end--
  let start = end
  while (start > 0 && end - start < LOCAL_MAX && LOCAL.test(text[start - 1]!)) start--
  while (start < end && /[._-]/.test(text[start]!)) start++
  const local = trimEnd(text.slice(start, end), '.-')
  if (local.length < 3 || /[@/]/.test(text[start - 1] ?? '')) return undefined
  return { local, joint: text.slice(end, at), start }
}

const described = (from: string) => [{ step: 'described-address', from, to: from, disguise: true }]

const address = (text: string, start: number, end: number, value: string): Draft => ({
  kind: 'email',
  start,
  end,
  value,
  steps: [{ step: 'address-in-words', from: text.slice(start, end), to: value, disguise: true }],
})

/** Of 「のやつです」 the address has のやつ; of です nothing. */
const tailLength = (text: string, end: number, length: number): number => {
  const tail = text.slice(end, end + length)
  return (
    /^の(?:やつ|アドレス|アカウント|メール|ドメイン|あれ)/.exec(tail)?.[0].length ??
    /^の(?:方|ほう)/.exec(tail)?.[0].length ??
    0
  )
}
