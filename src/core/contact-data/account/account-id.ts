/**
 * Account ids behind a cue: 「IDは kurage_88」, 「登録名は「凪沙」」, 「insta→ hibarido.works」, 「studio.hibikiya」で登録.
 *
 * An id is contact data only where the words around it say so. Ids of things (商品ID, ログインID) are no contact: a cue
 * counts only where nothing but an owner is glued to its front. A datum that needs a service beside it to mean
 * anything (「kurage88 で検索」) is partial.
 */

import { Beginnings } from '../../text/beginnings.ts'
import { fold } from '../../text/fold.ts'
import { CueFinder } from '../common/cue-finder.ts'
import type { Draft } from '../common/draft.ts'
import type { ContactWords, DataService, NumberWords } from '../common/tables.ts'
import { WordMatcher } from '../common/word-matcher.ts'
import { AccountNames, ASCII_ID, CLOSE, isAmongJapanese, OPEN, type ServiceWord } from './account-name.ts'
import { isAmount, ServiceAccounts } from './service-accounts.ts'

/** Between a cue and its value. */
const JOINT =
  /(?:[ \t]?\((?:ID|id)\))?[ \t]{0,2}(?:ですが|ですけど|については|としては|の方は|のほうは|のほうが|名は|は|が|も|を|って|是|wa |is |:|→|➡|⇒|=>|->|=|-|・|\/|、|です)?(?:[ \t]{0,2}[、:→]|全て|すべて|全部|半角|小文字|英字|英数字|英語|ローマ字|ひらがな|カタカナ|漢字|逆さに読んで|逆から読んで|反対から読んで|後ろから読んで|逆さまにして|で|の|、){0,4}[ \t]{0,2}/y
const GLUE = /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9_]/u
const LOGIN_REACH = 40
/** How far from a name it may be said that it is a thing's. */
const THING_REACH = 10
/** The same before a cue for a name. */
const FILE_REACH = 16
const REACHES = /申請|友だち|友達|フォロー|DM|話しかけ|が(?:私|僕|わたし)|は(?:私|僕)です|見つけて/
/** kinako_1129 ← これ私 */
const MYSELF = /^\s?[←=:]\s?(?:これ|こちら|ここ|それ)?が?(?:私|わたし|僕|自分)/
/** How far a part of a page stands before its id, and what one opens behind a name. */
const PART_REACH = 8
/** 「main_visual」で検索|するとファイルが見つかります */
const FINDS_THING =
  /^(?:する|して|し|すれば|したら)?(?:と|ば|ら)?[、,]?[^。\n]{0,4}(?:ファイル|フォルダ|レイヤ|シート|関数|変数|コンポーネント|該当箇所|テンプレート)(?:が|は|に|を)/
const FILE =
  /\.(?:js|ts|css|html?|md|json|py|php|net|com|jp|bat|sh|exe|sql|rb|go|yml|yaml|xml|ini|log|cfg|env|pdf|xlsx?|docx?|pptx?|txt|png|jpe?g|gif|zip|csv|psd|ai|mp[34]|mov|wav|webp)$/i

export class AccountIds {
  readonly #cues: WordMatcher<'id' | 'name'>
  readonly #weakNames: WordMatcher<true>
  readonly #accounts: AccountNames
  readonly #services: ServiceAccounts
  readonly #owners: CueFinder
  readonly #login: CueFinder
  readonly #followers: CueFinder
  readonly #acts: WordMatcher<true>
  readonly #lone: CueFinder
  readonly #things: CueFinder
  readonly #noAt: WordMatcher<true>
  readonly #parts: CueFinder
  readonly #openers: WordMatcher<true>
  /** Of words that an id may be found by. */
  readonly #beginnings = new Beginnings()

  constructor(words: ContactWords, numbers: NumberWords, services: readonly DataService[]) {
    const names = new Set(words.name_cues)
    this.#cues = new WordMatcher(
      [...words.id_cues, ...words.name_cues].map((word) => [word, names.has(word) ? 'name' : 'id'] as const),
    )
    this.#accounts = new AccountNames(words, numbers, services)
    this.#services = new ServiceAccounts(this.#accounts, words)
    this.#owners = new CueFinder(words.id_owners)
    this.#login = new CueFinder(words.login_cues)
    this.#followers = new CueFinder(words.name_followers)
    this.#acts = new WordMatcher(words.id_acts.map((word) => [word, true] as const))
    this.#lone = new CueFinder(words.lone_id_cues)
    this.#things = new CueFinder(words.thing_words)
    this.#parts = new CueFinder(words.page_parts)
    this.#openers = new WordMatcher(words.page_openers.map((word) => [word, true] as const))
    this.#noAt = new WordMatcher(words.no_at_cues.map((word) => [word, true] as const))
    this.#weakNames = new WordMatcher(words.weak_name_cues.map((word) => [word, true] as const))
    for (const word of [...words.no_at_cues, ...words.id_cues, ...words.name_cues, ...words.weak_name_cues])
      this.#beginnings.add(fold(word))
    for (const word of this.#accounts.services) this.#beginnings.add(fold(word))
  }

  /** @param hasLetters whether Latin letters stand in the text: a name that no cue leads to has some */
  find(text: string, folded: string, hasLetters: boolean): readonly Draft[] {
    const found: Draft[] = []
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) >= 0x80 && !this.#beginnings.mayBeAt(folded, at)) continue
      const draft =
        this.#behindCue(text, folded, at) ??
        this.#services.at(text, folded, at) ??
        (hasLetters ? this.#beforeAct(text, folded, at) : undefined)
      if (!draft) continue
      found.push(draft)
      at = draft.end - 1
    }
    return hasLetters ? [...found, ...this.#lonely(text, folded)] : found
  }

  /** Accounts in the names of files, which look like addresses and hosts too. */
  inFileNames(text: string): Draft[] {
    return this.#services.inFileNames(text)
  }

  #behindCue(text: string, folded: string, at: number): Draft | undefined {
    const noAt = this.#noAt.longest(folded, at)
    if (noAt) return this.#value(text, folded, at, at + noAt.length, 'id')
    const cue = this.#cues.longest(folded, at)
    if (!cue) return this.#weakName(text, folded, at)
    const before = text[at - 1] ?? ''
    if (/[A-Za-z0-9_"'#.=@/-]/.test(before) && /[A-Za-z]/.test(text[at]!)) {
      if (!/[A-Za-z]/.test(before) || this.#accounts.serviceBefore(folded, at) === undefined) return undefined
    }
    const service = this.#accounts.serviceBefore(folded, at)
    if (!service && this.#isOfAPart(folded, at)) return undefined
    if (GLUE.test(before) && !service && this.#owners.lastBefore(folded, at, 8) !== at) return undefined
    if (/^[a-z_]/.test(text.slice(at + cue.length)) && /[A-Za-z]/.test(text[at]!)) return undefined
    // `id="main"` is markup, `id = spec.id` code.
    const next = text.slice(at + cue.length, at + cue.length + 3)
    if (/[a-z]/.test(text[at]!) && /^(?:\s?=|:\s?['"])/.test(next)) return undefined
    // という名前のファイルは、推測された表示名 "MyComponent" を持つ
    if (cue.value === 'name' && !service && this.#things.before(folded, at, FILE_REACH)) return undefined
    const draft = this.#value(text, folded, at, at + cue.length, cue.value, service)
    if (!draft) return undefined
    if (cue.value === 'name' && !service && this.#things.after(folded, draft.end, FILE_REACH / 2))
      return undefined
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
    const given = this.#accounts.read(text, folded, at, service !== undefined)
    const extra = service ? { service: service.service, capability: service.capability } : {}
    // 「account for」, 「an ID standing」: a plain word is an account's name only where something says so.
    const plainWord = given?.steps.length === 0 && /^[A-Za-z]+$/.test(given.value)
    // 「アカウントがBANされ」: an abbreviation in capitals.
    if (plainWord && !bracketed && /^[A-Z]{2,5}$/.test(given!.value)) return undefined
    const said = bracketed || /[はがを:→]|です|って|wa /.test(joint)
    if (plainWord && (!said || (/^[a-z]/.test(text.slice(start)) && /^(?:[ \t:]|is )*$/.test(joint))))
      return undefined
    if (given && given.steps.length === 0 && isAmount(given.value)) return undefined
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
    const value = text.slice(at, end)
    // アカウントの「あいさつメッセージ」: what an account has.
    if (joint === 'の' && text.slice(0, cueEnd).endsWith('アカウント')) return undefined
    // 表示名は「設定」から変更できます: a button or a menu of the page.
    if (this.#isOpened(folded, end + 1)) return undefined
    return this.#accounts.isPlaceholder(value)
      ? undefined
      : { kind: 'id', start, end: end + 1, value, ...extra }
  }

  /** ボタンのid, フォームのID */
  #isOfAPart(folded: string, at: number): boolean {
    return folded[at - 1] === 'の' && this.#parts.lastBefore(folded, at - 1, PART_REACH) === at - 1
  }

  /** …」ボタン, …」というメニュー */
  #isOpened(folded: string, at: number): boolean {
    const joint = ['という', 'の'].find((word) => folded.startsWith(word, at))?.length ?? 0
    return this.#openers.longest(folded, at + joint) !== undefined
  }

  /** 「名前は「ぱん屋のまる」、アイコンは食パンです」 */
  #weakName(text: string, folded: string, at: number): Draft | undefined {
    const cue = this.#weakNames.longest(folded, at)
    if (!cue || GLUE.test(text[at - 1] ?? '')) return undefined
    const draft = this.#value(text, folded, at, at + cue.length, 'name')
    if (draft === undefined) return undefined
    if (cue.length > 1 && this.#followers.within(folded, draft.end, Math.min(text.length, draft.end + 14)))
      return draft
    // 「名は coinbook_tsumugi」: shaped as accounts' names are, it means one beside a service.
    const isShaped =
      /^[a-z][a-z0-9._]*$/.test(draft.value) && /[_\d]/.test(draft.value) && !FILE.test(draft.value)
    return isShaped && !this.#isThing(folded, draft.start, draft.end)
      ? { ...draft, partial: true }
      : undefined
  }

  /** 「studio.hibikiya」で登録, kurage88 という名前で */
  #beforeAct(text: string, folded: string, at: number): Draft | undefined {
    // No id begins with another letter than those of ASCII, as most of a text are.
    if (text.charCodeAt(at) >= 0x80) return undefined
    if (!/[A-Za-z0-9_]/.test(text[at]!) || /[A-Za-z0-9_.@/#$-]/.test(text[at - 1] ?? '')) return undefined
    ASCII_ID.lastIndex = at
    const id = ASCII_ID.exec(text)?.[0]
    if (!id || !this.#accounts.isId(id)) return undefined
    const open = text[at - 1] ?? ''
    const quoted = OPEN.test(open) && text[at + id.length] === CLOSE[open]
    const shaped = /[_\d]|[a-z][.-][a-z]/.test(id) && !FILE.test(id)
    if (!shaped && !(quoted && open !== '[' && /^[a-z]{5,}$/.test(id))) return undefined
    let end = at + id.length + (quoted ? 1 : 0)
    const named = shaped ? this.#services.inBrackets(text, folded, end) : undefined
    if (named) return { kind: 'id', start: quoted ? at - 1 : at, value: id, ...named }
    const myself = shaped ? MYSELF.exec(text.slice(end, end + 14)) : null
    if (myself !== null)
      return { kind: 'id', start: quoted ? at - 1 : at, end: end + myself[0].length, value: id }
    if (/\s/.test(text[end] ?? '')) end++
    const act = this.#acts.longest(folded, end)
    if (!act || this.#isThing(folded, quoted ? at - 1 : at, end + act.length)) return undefined
    if (FINDS_THING.test(text.slice(end + act.length, end + act.length + 20))) return undefined
    // Some acts reach a person and nothing else.
    const partial = !REACHES.test(text.slice(end, end + act.length))
    return { kind: 'id', start: quoted ? at - 1 : at, end: end + act.length, value: id, partial }
  }

  /** 「data_2024」という名前で保存, レイヤー「bg_01」: not an account's name. */
  #isThing(folded: string, start: number, end: number): boolean {
    const isAccount = this.#lone.before(folded, start, THING_REACH)
    return (
      !isAccount && (this.#things.before(folded, start, THING_REACH) || this.#things.after(folded, end, 6))
    )
  }

  /** A name alone in its line after words that ask to look it up. */
  #lonely(text: string, folded: string): Draft[] {
    const found: Draft[] = []
    for (const match of text.matchAll(
      /(?:^|[\n。!?])[ \t]{0,4}@?([A-Za-z][A-Za-z0-9_.-]{2,30}[A-Za-z0-9_])[ \t]{0,4}(?=$|[\n。])/g,
    )) {
      const id = match[1]!
      const start = match.index + match[0].indexOf(id)
      if (!this.#accounts.isId(id) || !/[._\d-]/.test(id)) continue
      const from = Math.max(0, start - 44)
      if (!this.#lone.within(folded, from, start) || !/[ぁ-んァ-ヴ一-鿿]/.test(text.slice(from, start)))
        continue
      found.push({ kind: 'id', start, end: start + id.length, value: id })
    }
    return found
  }
}
