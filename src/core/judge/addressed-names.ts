/**
 * Whom a text addresses, or speaks of as the one it is written to: 佐藤様、 · それでは佐藤さん、よろしく · 佐藤様のご希望 ·
 * 株式会社ミドリ 採用ご担当者様 · Dear Sato,
 */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'

/**
 * `address` a name that opens a line or sentence · `closing` one in a closing line or as its last word · `of-reader` one in
 * a sentence that says of it what one says of the reader (〜様のご希望) · `mention` a firm that is spoken of.
 */
export type Place = 'address' | 'closing' | 'of-reader' | 'mention'

export interface AddressedName {
  /** Without its honorific. */
  readonly name: Span
  readonly whole: Span
  readonly place: Place
  /** Its sentence, folded. */
  readonly sentence: string
}

export interface AddressWords {
  readonly honorifics: readonly string[]
  readonly companies: readonly string[]
  /** What a letter goes on with behind a name without a mark between. */
  readonly greetings: readonly string[]
}

const LONGEST_NAME = 30
const LONGEST_GREETING = 12
const LONGEST_NICKNAME = 8
const MARK = /^[、,。.!?:;\s]/u
const SAYS_MORE = /[\p{L}\p{N}]/u
/** Marks that no name has, and the blanks of a template. */
const NO_NAME = /[「」『』()[\]【】{}〇○◯●▲△■□◆◇×*:;!?。、,]/u
/** What is asked of one who is addressed amid a sentence: できましたので、村上様、ぜひ… */
const ASKS = /ぜひ|どうか|いかが|ください|下さい|いただけ|頂け/u
/** One name of several: 鈴木様、高橋様の3名. */
const ANOTHER_NAME = /^、[^、。]{1,8}(?:様|さま|さん|氏|先生)/u
/** What a closing line says to the one it addresses: それでは村上様、引き続き… */
const CLOSES = /よろしく|宜しく|引き続き|お願い|ありがと|お待ち|楽しみ|失礼|お世話/u
/** A letter's last wish, wherever in it the name stands: 末筆ながら、村上様のご活躍を… */
const WISHES = /末筆|お祈り|祈念|お祝い申し上げ|ますように/u
/** Other clients and helpers of whom one tells: 株式会社…様の実績. */
export const TELLS_OF_OTHERS =
  /実績|前職|これまで|今まで|過去|以前|経験|担当し|手がけ|手掛け|納品し|導入|事例|ほか|他社|紹介(?:し|いた|させ)|取引先|競合|近隣|ご近所|同業|隣の|お客様|という方|弊社の|当社の|宛名|席札|名札|表記/u
/** What is said of the one addressed, behind 様: のご希望, に喜んで, がおっしゃる, とお取引. */
const SAID_OF_READER =
  /^(?:の(?:ご|お|雰囲気|世界観|イメージ|ブランド|サイト|商品|製品|サービス|魅力|強み|想い|思い|要望|希望|アイコン|イラスト|チャンネル|理想|活動|事業|今後|ますます)|への(?:ご|お|納品)|に(?:ご|お|喜|気に入|満足|安心|とって|ぴったり|合(?:う|わ|っ)|(?:来期|次回|今回|引き続き|ぜひ)[^、。]{0,8}お願い|[^、。]{1,8}て(?:いただ|頂)(?:け|く))|が(?:ご|お|求め|望)|は(?:ご|お|.{0,24}(?:お見受け|でいらっしゃ))|に(?:も|は)(?:ぜひ|、|いつも|ご|お)|から(?:ご|お|いただ|頂)|と(?:お|ご)|におかれ)/u
const GRAMMAR: ReadonlySet<string> = new Set(['助動詞', '接続詞', '副詞', '形容詞', '感動詞', '連体詞'])
/** Children, pets, and masters who are no clients: said of somebody else as a rule. */
const FAMILIAR: ReadonlySet<string> = new Set(['ちゃん', 'くん', '君', '先生', '氏'])
const OPENS =
  /^(?:それでは|それじゃあ?|では|さて|なお|最後に|改めて|あらためて|以上|また|拝啓|前略|つきましては|末筆ながら|ところで|取り急ぎ|それから)[、\s]*/u
const TO = /^(?:to|宛先|宛名|お宛名|送付先)\s*[:：]\s*/u
const SALUTES =
  /^(?:dear|hi|hello|hey)[,\s]+(?:(?:mr|ms|mrs|dr)\.?\s*)?([a-z][a-z_-]{1,20}(?: [a-z]{2,20})?)(?=[,、!\s.]|$)/u

const isPartOfName = ({ pos, surface }: Token): boolean =>
  (pos[0] === '名詞' && pos[1] !== '代名詞' && pos[1] !== '副詞可能') ||
  pos[0] === '接頭詞' ||
  (surface === 'の' && pos[0] === '助詞')

export class AddressFinder {
  constructor(private readonly words: AddressWords) {}

  *find(document: Document): Iterable<AddressedName> {
    const { folded } = document
    for (const { span } of document.sentences.segmentation.sentences) {
      const sentence = folded.slice(span.start, span.end)
      const salute = SALUTES.exec(sentence)
      if (salute !== null) {
        const start = span.start + salute[0].length - salute[1]!.length
        const name = { start, end: span.start + salute[0].length }
        yield { name, whole: { start: span.start, end: name.end }, place: 'address', sentence }
      }
      yield* this.inSentence(document, span, sentence)
      yield* this.groupsIn(document, span, sentence)
      if (!this.isHead(document, span)) yield* this.firmsIn(document, span, sentence)
      else yield { name: span, whole: span, place: 'address', sentence }
    }
  }

  /** Names up to their honorific. */
  private *inSentence(document: Document, span: Span, sentence: string): Iterable<AddressedName> {
    const { folded, tokens } = document
    const { honorifics, greetings } = this.words
    const opens = span.start + (OPENS.exec(sentence)?.[0].length ?? TO.exec(sentence)?.[0].length ?? 0)
    /** Whether the words behind a name show that it was an address. */
    const isClosed = (behind: string): boolean =>
      behind === '' ||
      MARK.test(behind) ||
      /^(?:へ|宛|あて)(?:て)?(?:[\s、。]|$)/u.test(behind) ||
      greetings.some((greeting) => behind.startsWith(greeting))
    let from = opens
    for (let index = document.tokenIndexFrom(opens); index < tokens.length; index++) {
      const token = tokens[index]!
      if (token.start >= span.end) break
      if (token.surface === '、') from = token.end
      if (!honorifics.includes(token.surface) || token.start - from > LONGEST_NAME) continue
      const behind = folded.slice(token.end, span.end)
      const isLast = !SAYS_MORE.test(behind)
      const isFirst =
        from === opens && isClosed(folded.slice(token.end, Math.min(span.end, token.end + LONGEST_GREETING)))
      if (isFirst || isLast) {
        // Behind a comma, in the last words, a nickname needs no dictionary: お待ちください、ぽんたさん。
        const isCut = from > opens && token.start - from <= LONGEST_NICKNAME
        const start = isFirst || isCut ? from : this.startOfName(document, index, from)
        yield {
          name: { start, end: token.start },
          whole: { start, end: token.end },
          place: CLOSES.test(sentence) || (isLast && !isFirst) ? 'closing' : 'address',
          sentence,
        }
      } else if (!TELLS_OF_OTHERS.test(sentence)) {
        const start = this.startOfName(document, index, from)
        const said = this.placeOf(document, start, token, behind)
        const place = said === 'of-reader' && WISHES.test(sentence) ? 'closing' : said
        if (start < token.start && place !== undefined)
          yield { name: { start, end: token.start }, whole: { start, end: token.end }, place, sentence }
      }
      if (from === opens && !isFirst) from = token.end
    }
  }

  private placeOf(document: Document, start: number, honorific: Token, behind: string): Place | undefined {
    const before = document.tokens[document.tokenIndexFrom(start) - 1]
    // 編集長の高橋さん, 鈴木様と高橋様, 鈴木様、高橋様の3名: somebody beside the reader.
    if (before !== undefined && /^[のとや]$/u.test(before.surface) && before.pos[0] === '助詞')
      return undefined
    if (MARK.test(behind))
      return /^、/u.test(behind) && !ANOTHER_NAME.test(behind) && (CLOSES.test(behind) || ASKS.test(behind))
        ? 'closing'
        : undefined
    if (!SAID_OF_READER.test(behind))
      return /^(?:の|に|が|を|は|へ|らしい|らしさ|も)/u.test(behind) ? 'mention' : undefined
    return FAMILIAR.has(honorific.surface) && !/^(?:の(?:ご|ますます)|に.{0,8}お願い)/u.test(behind)
      ? undefined
      : 'of-reader'
  }

  /** The firm alone in the first line of a letter, above 採用ご担当者様. */
  private isHead(document: Document, { start, end }: Span): boolean {
    if (document.folded.slice(0, start).trim() !== '' || end - start > LONGEST_NAME) return false
    if (!/^[^\S\n]*\n/u.test(document.folded.slice(end)) && document.folded[end - 1] !== '\n') return false
    const words = document.folded.slice(start, end).trim()
    return this.isCompany(words) && !this.words.honorifics.some((one) => words.endsWith(one))
  }

  /** 緑風の皆様には、… : the people of a firm or a club. */
  private *groupsIn(document: Document, span: Span, sentence: string): Iterable<AddressedName> {
    if (TELLS_OF_OTHERS.test(sentence)) return
    for (const match of sentence.matchAll(GROUP)) {
      const at = span.start + match.index
      const last = document.tokenIndexFrom(at) - 1
      let index = last
      while (
        index >= 0 &&
        document.tokens[index]!.start >= span.start &&
        isNamePiece(document.tokens[index]!)
      )
        index--
      const start = document.tokens[index + 1]!.start
      const words = document.folded.slice(start, at)
      if (start >= at || !(this.isCompany(words) || isFirm(words))) continue
      const isWish = WISHES.test(sentence)
      const behind = sentence.slice(match.index + match[0].length)
      if (!isWish && !/^(?:、|に(?:は|も|おかれ)|の(?:ご|お))/u.test(behind)) continue
      const whole = { start, end: at + match[0].length }
      yield { name: { start, end: at }, whole, place: isWish ? 'closing' : 'address', sentence }
    }
  }

  /** A company's name with its form and no honorific, whose job is spoken of: 株式会社アオバの会社案内の件. */
  private *firmsIn(document: Document, span: Span, sentence: string): Iterable<AddressedName> {
    if (TELLS_OF_OTHERS.test(sentence)) return
    const { folded, tokens } = document
    for (let index = document.tokenIndexFrom(span.start); index < tokens.length; index++) {
      const token = tokens[index]!
      if (token.start >= span.end) return
      if (!this.words.companies.some((form) => token.surface.startsWith(form))) continue
      let last = index
      while (
        tokens[last + 1] !== undefined &&
        tokens[last + 1]!.start < span.end &&
        isNamePiece(tokens[last + 1]!)
      )
        last++
      const { end } = tokens[last]!
      if (last === index || end - token.start > LONGEST_NAME) continue
      if (!/^の.{0,24}(?:の件|募集|案件|ご依頼|に応募|を拝見)/u.test(folded.slice(end, span.end))) continue
      const name = { start: token.start, end }
      yield { name, whole: name, place: 'address', sentence }
    }
  }

  /** Nouns right before the honorific; a company's name may hold a の. */
  private startOfName(document: Document, honorific: number, floor: number): number {
    const { tokens } = document
    let index = honorific
    while (index > 0 && tokens[index - 1]!.start >= floor && isPartOfName(tokens[index - 1]!)) index--
    if (tokens[index]!.surface === 'の') index++
    const start = tokens[index]!.start
    const words = document.folded.slice(start, tokens[honorific]!.start)
    // 編集長の高橋: a の belongs to a firm's name only.
    const joint = words.lastIndexOf('の')
    return joint > 0 && !this.isCompany(words) && !isFirm(words) ? start + joint + 1 : start
  }

  isCompany(words: string): boolean {
    return this.words.companies.some((form) => words.includes(form))
  }

  /** Whether the words may be a name at all. */
  isName(document: Document, { name: { start, end }, place }: AddressedName): boolean {
    const words = document.folded.slice(start, end).trim()
    if (words === '' || NO_NAME.test(words)) return false
    const isCompany = this.isCompany(words)
    for (let index = document.tokenIndexFrom(start); index < document.tokens.length; index++) {
      const token = document.tokens[index]!
      if (token.start >= end) break
      if (GRAMMAR.has(token.pos[0]) || (token.pos[0] === '助詞' && token.surface !== 'の')) return false
      if (token.surface === 'の' && !isCompany && (place === 'address' || place === 'closing')) return false
    }
    return place !== 'mention' || isCompany || (words.length > 2 && isFirm(words))
  }
}

const GROUP = /の(?:皆様|皆さま|皆さん|みなさま|みなさん)/gu

const isNamePiece = ({ pos }: Token): boolean =>
  pos[0] === '名詞' && pos[1] !== '非自立' && pos[1] !== '代名詞' && pos[1] !== '副詞可能'

/** Names of firms without a form: 東和電機, よりみち社, ワインショップ葡萄の樹. */
export const isFirm = (name: string): boolean =>
  /(?:社|店|屋|舎|堂|所|院|塾|園|館|電機|工業|産業|商事|商会|商店|製作|建設|印刷|銀行|不動産|食品|薬局|クリニック|ショップ|サロン|スタジオ|カフェ|ストア|フーズ|システム|デザイン|組|亭|庵|房|樹|会|クラブ|トラスト|工房|サービス|室|住宅|販売|塗装|交通|運輸|農園|牧場|スクール|ジム|劇団|楽団|ホール|センター|協会|組合)$/u.test(
    name,
  ) ||
  /^(?:チーム|劇団|カフェ|珈琲|喫茶|レストラン|ビストロ|食堂|酒場|ベーカリー|パン工房|サロン|スタジオ|クリニック|ホテル|旅館|(?:ワイン|ブック|フラワー|ペット|ヘア)(?:ショップ|サロン|カフェ|スタジオ))/u.test(
    name,
  )
