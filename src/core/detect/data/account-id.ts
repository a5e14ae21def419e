/**
 * Account ids behind a cue: 「IDは kurage_88」, 「登録名は「凪沙」」, 「insta→ hibarido.works」, 「studio.hibikiya」で登録.
 *
 * An id is contact data only where the words around it say so. Ids of things (商品ID, ログインID) are no contact: a cue
 * counts only where nothing but an owner is glued to its front. A datum that needs a service beside it to mean
 * anything (「kurage88 で検索」) is partial.
 */
import { CueFinder } from './cue-finder.ts'
import type { Draft } from './draft.ts'
import type { ServiceHit } from './service-index.ts'
import { SpelledLetters } from './spelled-letters.ts'
import type { ContactWords, DataService, NumberWords } from './tables.ts'
import { WordMatcher } from './word-matcher.ts'

const OPEN = /[「『【("'[<]/
const CLOSE: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '【': '】',
  '(': ')',
  '"': '"',
  "'": "'",
  '[': ']',
  '<': '>',
}
/** Between a cue and its value. */
const JOINT =
  /(?:[ \t]?\((?:ID|id)\))?[ \t]{0,2}(?:ですが|ですけど|については|としては|の方は|のほうは|のほうが|名は|は|が|も|を|って|wa |is |:|→|➡|⇒|=>|->|=|-|・|\/|、|です)?(?:[ \t]{0,2}[、:→]|全て|すべて|全部|半角|小文字|英字|英数字|英語|ローマ字|ひらがな|カタカナ|漢字|で|の|、){0,4}[ \t]{0,2}/y
const ASCII_ID = /@?(?:live:)?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])/y
const EXTENSION = /\.([A-Za-z0-9]{2,4})(?![A-Za-z0-9])/g
const FILE_NAME = /[A-Za-z0-9_\-぀-ヿ一-鿿]/
const FILE_NAME_MAX = 40
const GLUE = /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9_]/u
const LOGIN_REACH = 40

interface ServiceWord extends ServiceHit {
  readonly ascii: boolean
}

export class AccountIds {
  readonly #cues: WordMatcher<'id' | 'name'>
  readonly #weakNames: WordMatcher<true>
  readonly #services: WordMatcher<ServiceWord>
  /** Words that are also ordinary, as written: line, signal. */
  readonly #ordinary: ReadonlySet<string>
  readonly #owners: CueFinder
  readonly #login: CueFinder
  readonly #followers: CueFinder
  readonly #acts: WordMatcher<true>
  readonly #lone: CueFinder
  readonly #noAt: WordMatcher<true>
  readonly #letters: SpelledLetters
  readonly #names: ReadonlySet<string>
  readonly #extensions: ReadonlySet<string>

  constructor(words: ContactWords, numbers: NumberWords, services: readonly DataService[]) {
    const names = new Set(words.name_cues)
    this.#cues = new WordMatcher(
      [...words.id_cues, ...words.name_cues].map((word) => [word, names.has(word) ? 'name' : 'id'] as const),
    )
    const contact = services.filter(({ capability }) =>
      ['messenger', 'social', 'payment'].includes(capability),
    )
    const serviceWords = contact.flatMap(({ id, name, capability, aliases = [], weak = [] }) =>
      [name, ...aliases, ...weak]
        .filter((word) => word.length > 1)
        .map((word): [string, ServiceWord] => [
          word,
          { service: id, capability, ascii: /^[\x20-\x7e]+$/.test(word) },
        ]),
    )
    this.#ordinary = new Set(contact.flatMap(({ weak = [] }) => weak))
    this.#services = new WordMatcher(serviceWords)
    this.#owners = new CueFinder(words.id_owners)
    this.#login = new CueFinder(words.login_cues)
    this.#followers = new CueFinder(words.name_followers)
    this.#acts = new WordMatcher(words.id_acts.map((word) => [word, true] as const))
    this.#lone = new CueFinder(words.lone_id_cues)
    this.#noAt = new WordMatcher(words.no_at_cues.map((word) => [word, true] as const))
    this.#weakNames = new WordMatcher(words.weak_name_cues.map((word) => [word, true] as const))
    this.#letters = new SpelledLetters(words, numbers)
    this.#names = new Set([
      ...services.flatMap(({ name, aliases = [], weak = [] }) =>
        [name, ...aliases, ...weak].map((word) => word.toLowerCase()),
      ),
      ...words.mail_providers.flatMap((provider) => provider.words),
    ])
    this.#extensions = new Set(words.file_extensions)
  }

  find(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      const draft =
        this.#behindCue(text, folded, at) ??
        this.#behindService(text, folded, at) ??
        this.#beforeAct(text, folded, at)
      if (!draft) continue
      found.push(draft)
      at = draft.end - 1
    }
    return [...found, ...this.#fileNames(text), ...this.#lonely(text, folded)]
  }

  #isId(value: string): boolean {
    return /[A-Za-z]/.test(value) && value.length >= 3 && !this.#names.has(value.toLowerCase())
  }

  #behindCue(text: string, folded: string, at: number): Draft | undefined {
    const noAt = this.#noAt.longest(folded, at)
    if (noAt) return this.#value(text, folded, at, at + noAt.length, 'id')
    const cue = this.#cues.longest(folded, at)
    if (!cue) return this.#weakName(text, folded, at)
    const before = text[at - 1] ?? ''
    if (/[A-Za-z0-9_"'#.=@/-]/.test(before) && /[A-Za-z]/.test(text[at]!)) {
      if (!/[A-Za-z]/.test(before) || this.#serviceBefore(folded, at) === undefined) return undefined
    }
    const service = this.#serviceBefore(folded, at)
    if (GLUE.test(before) && !service && this.#owners.lastBefore(folded, at, 8) !== at) return undefined
    if (/^[a-z_]/.test(text.slice(at + cue.length)) && /[A-Za-z]/.test(text[at]!)) return undefined
    // `id="main"` is markup, `id = spec.id` code.
    const next = text.slice(at + cue.length, at + cue.length + 3)
    if (/[a-z]/.test(text[at]!) && /^(?:\s?=|:\s?['"])/.test(next)) return undefined
    const draft = this.#value(text, folded, at, at + cue.length, cue.value, service)
    if (!draft) return undefined
    const path = /^[A-Za-z]+(?:\.[A-Za-z]+)+$/.test(draft.value)
    if (/[A-Za-z]/.test(text[at]!) && path && !isAmongJapanese(text, at, draft.end)) return undefined
    return this.#login.within(
      folded,
      Math.max(0, at - LOGIN_REACH),
      Math.min(text.length, draft.end + LOGIN_REACH),
    ) && !service
      ? undefined
      : draft
  }

  /** The service whose name ends at `at`, a の or a space between. */
  #serviceBefore(folded: string, at: number): ServiceWord | undefined {
    const end = /[の\s]/.test(folded[at - 1] ?? '') ? at - 1 : at
    for (let from = Math.max(0, end - 14); from < end; from++) {
      const hit = this.#services.longest(folded, from)
      if (hit && (from + hit.length === end || from + hit.length === at)) return hit.value
    }
    return undefined
  }

  #value(
    text: string,
    folded: string,
    start: number,
    cueEnd: number,
    cue: 'id' | 'name',
    service?: ServiceWord,
  ): Draft | undefined {
    JOINT.lastIndex = cueEnd
    const joint = JOINT.exec(text)?.[0] ?? ''
    let at = cueEnd + joint.length
    const open = text[at] ?? ''
    const bracketed = OPEN.test(open)
    if (bracketed) at++
    else if (joint === '') return undefined
    const given = this.#readId(text, folded, at, service !== undefined)
    const extra = service ? { service: service.service, capability: service.capability } : {}
    // 「account for」, 「an ID standing」: a plain word is an account's name only where something says so.
    const plainWord = given?.steps.length === 0 && /^[A-Za-z]+$/.test(given.value)
    const said = bracketed || /[はがを:→]|です|って|wa /.test(joint)
    if (plainWord && (!said || (/^[a-z]/.test(text.slice(start)) && /^(?:[ \t:]|is )*$/.test(joint))))
      return undefined
    if (given) {
      const close = bracketed && text[given.end] === CLOSE[open] ? 1 : 0
      return { kind: 'id', start, end: given.end + close, value: given.value, steps: given.steps, ...extra }
    }
    // 「IDはカタカナで「クラゲ」」
    const named = cue === 'name' || /[なカ漢]/.test(joint)
    if (!named || !bracketed || open === '(') return undefined
    const end = text.indexOf(CLOSE[open]!, at)
    if (
      end < 0 ||
      !/[\p{L}\p{N}]{2}/u.test(text.slice(at, end)) ||
      end - at > 30 ||
      end - at < 2 ||
      text.slice(at, end).includes('\n')
    )
      return undefined
    return { kind: 'id', start, end: end + 1, value: text.slice(at, end), ...extra }
  }

  #readId(text: string, folded: string, at: number, numeric: boolean) {
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
    if (!this.#isId(ascii) && !(numeric && /^\d{4,12}$/.test(ascii))) return undefined
    const tail = text[end] === '_' ? '_' : ''
    return { end: end + tail.length, value: ascii + tail, steps: [] }
  }

  /** 「名前は「ぱん屋のまる」、アイコンは食パンです」 */
  #weakName(text: string, folded: string, at: number): Draft | undefined {
    const cue = this.#weakNames.longest(folded, at)
    if (!cue || GLUE.test(text[at - 1] ?? '')) return undefined
    const draft = this.#value(text, folded, at, at + cue.length, 'name')
    return draft && this.#followers.within(folded, draft.end, Math.min(text.length, draft.end + 14))
      ? draft
      : undefined
  }

  /** 「insta→ hibarido.works」, 「インスタ(kaori_no_techo)」 */
  #behindService(text: string, folded: string, at: number): Draft | undefined {
    const hit = this.#services.longest(folded, at)
    if (!hit) return undefined
    const before = text[at - 1] ?? ''
    if (
      hit.value.ascii
        ? /[A-Za-z0-9_.@/-]/.test(before)
        : /[ァ-ヶー]/.test(before) && /[ァ-ヶ]/.test(text[at]!)
    ) {
      return undefined
    }
    const rest = text.slice(at + hit.length, at + hit.length + 8)
    const joint =
      /^[ぁァーっッ~〜]{0,2}(?:\s?(?:の|名|アカ|垢|ID|アカウント)\s?)?\s?(?:(→|➡|⇒|⇨|>|->|=>|:|=|\(|「|【|『|\[|は|@|\/)\s?|(\s))/.exec(
        rest,
      )
    if (!joint && !/^の/.test(rest)) return undefined
    const from = at + hit.length + (joint ? joint[0].length : 1)
    const given = this.#readId(text, folded, from, false)
    if (!given) return undefined
    // `line: event.line`, `element: string`: a word of code in small letters.
    const written = text.slice(at, at + hit.length)
    if (
      /^[a-z]+$/.test(written) &&
      /^[A-Za-z.0-9]+$/.test(given.value) &&
      !isAmongJapanese(text, at, given.end)
    ) {
      if (this.#ordinary.has(written) || !/[.\d]/.test(given.value)) return undefined
    }
    const strong = joint?.[1] !== undefined
    if (
      given.steps.length === 0 &&
      !/[._\d-]/.test(given.value) &&
      !(strong && /^[a-z]{5,}$/.test(given.value) && /[→➡⇒⇨:(@]/.test(joint![1]!))
    )
      return undefined
    if (/\.(?:com|net|jp|org|io|js|css|png|pdf)$/i.test(given.value)) return undefined
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

  /** 「studio.hibikiya」で登録, kurage88 という名前で */
  #beforeAct(text: string, folded: string, at: number): Draft | undefined {
    if (!/[A-Za-z0-9_]/.test(text[at]!) || /[A-Za-z0-9_.@/#$-]/.test(text[at - 1] ?? '')) return undefined
    ASCII_ID.lastIndex = at
    const id = ASCII_ID.exec(text)?.[0]
    if (!id || !this.#isId(id)) return undefined
    const open = text[at - 1] ?? ''
    const quoted = OPEN.test(open) && text[at + id.length] === CLOSE[open]
    const shaped =
      /[_\d]|[a-z][.-][a-z]/.test(id) && !/\.(?:js|ts|css|html|md|json|py|php|net|com|jp)$/i.test(id)
    if (!shaped && !(quoted && /^[a-z]{5,}$/.test(id))) return undefined
    let end = at + id.length + (quoted ? 1 : 0)
    const named = shaped ? this.#serviceInBrackets(text, folded, end) : undefined
    if (named) return { kind: 'id', start: quoted ? at - 1 : at, value: id, ...named }
    if (/\s/.test(text[end] ?? '')) end++
    const act = this.#acts.longest(folded, end)
    if (!act) return undefined
    return { kind: 'id', start: quoted ? at - 1 : at, end: end + act.length, value: id, partial: true }
  }

  /** kurage.works(インスタ) */
  #serviceInBrackets(text: string, folded: string, at: number) {
    const open = /^\s?[(「【]/.exec(text.slice(at, at + 2))?.[0].length
    const hit = open === undefined ? undefined : this.#services.longest(folded, at + open)
    const end = at + (open ?? 0) + (hit?.length ?? 0)
    // `decoded.push(line)` is a call.
    if (/^[a-z]/.test(text.slice(at + (open ?? 0))) && !isAmongJapanese(text, at, end)) return undefined
    if (!hit || !/^[)」】]/.test(text.slice(end))) return undefined
    return { end: end + 1, service: hit.value.service, capability: hit.value.capability }
  }

  /** `LINE_ID_tomogaki77.pdf` */
  #fileNames(text: string): Draft[] {
    const found: Draft[] = []
    for (const match of text.matchAll(EXTENSION)) {
      if (!this.#extensions.has(match[1]!.toLowerCase())) continue
      let start = match.index
      while (start > 0 && match.index - start < FILE_NAME_MAX && FILE_NAME.test(text[start - 1]!)) start--
      const name = text.slice(start, match.index)
      const parts = name.split(/[_-](?:(?:id|ID|Id|アカウント|account)[_-])?/)
      const folded = parts[0]!.toLowerCase()
      const hit = this.#services.longest(folded, 0)
      if (!hit || hit.length !== folded.length || parts.length < 2) continue
      const id = name.slice(name.length - parts.slice(1).join('_').length).replace(/^(?:id|account)[_-]/i, '')
      const announced = /[_-](?:id|account|アカウント)[_-]/i.test(name)
      // `line_icon_01.png` is a picture: the account must be announced.
      if (!announced || !this.#isId(id) || !/[a-z]/.test(id)) continue
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

  /** A name alone in its line after words that ask to look it up. */
  #lonely(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (const match of text.matchAll(
      /(?:^|[\n。!?])[ \t]{0,4}@?([A-Za-z][A-Za-z0-9_.-]{2,30}[A-Za-z0-9_])[ \t]{0,4}(?=$|[\n。])/g,
    )) {
      const id = match[1]!
      const start = match.index + match[0].indexOf(id)
      if (!this.#isId(id) || !/[._\d-]/.test(id)) continue
      const from = Math.max(0, start - 44)
      if (!this.#lone.within(folded, from, start) || !/[ぁ-んァ-ヴ一-鿿]/.test(text.slice(from, start)))
        continue
      found.push({ kind: 'id', start, end: start + id.length, value: id })
    }
    return found
  }
}

/** Whether Japanese stands close to the words on their line: code has none. */
const isAmongJapanese = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  const line = before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after.split('\n')[0]
  return /[぀-ヿ一-鿿]/.test(line)
}
