/** `kind: wrong-recipient`: a message that addresses somebody else than the one it is sent to. */
import * as z from 'zod'
import type { Token } from '../../morph/token.ts'
import type { Span } from '../../text/span.ts'
import type { Detection, DetectorKind } from '../detector.ts'
import type { Document } from '../document.ts'
import { NameComparer } from '../person-name.ts'

/** The settings name word classes (dictionaries/words). */
const schema = z.strictObject({
  kind: z.literal('wrong-recipient'),
  honorifics: z.string(),
  companies: z.string(),
  titles: z.string(),
  /** Whom one addresses without a name: お客, 皆, ご担当者. */
  roles: z.string(),
  variants: z.string(),
  /** What a letter goes on with behind a name without a mark between: いつも, お世話に. */
  greetings: z.string(),
  needs: z.array(z.string()).default([]),
  unless: z.array(z.string()).default([]),
})

const LONGEST_NAME = 30
const LONGEST_GREETING = 12
const MARK = /^[、,。.!?:;\s]/
const SAYS_MORE = /[\p{L}\p{N}]/u
/** Marks that no name has, and the blanks of a template. */
const NO_NAME = /[「」『』()[\]【】{}〇○◯●▲△■□◆◇×*:;!?。、,]/
/** What a closing line says to the one it addresses: それでは村上様、引き続き… */
const CLOSES = /よろしく|宜しく|引き続き|お願い|ありがと|お待ち|楽しみ|失礼|お世話/u
/** Other clients of whom one tells: 株式会社…様の実績. */
const TELLS_OF_OTHERS =
  /実績|前職|これまで|今まで|過去|以前|経験|担当し|手がけ|手掛け|納品し|導入|事例|ほか|他社|紹介|取引先|競合|お客様/u
const GOES_ON = /^(?:の|に|が|を|は|へ|らしい|らしさ|とのお|も)/u
/** What is said of the one addressed: 佐藤様のご希望, 佐藤様におかれましては. */
const OF_READER = /^(?:の(?:ご|お)|に(?:ご|お)|が(?:ご|お)|は(?:ご|お)|から(?:ご|お|いただ|頂))/u
const GRAMMAR: ReadonlySet<string> = new Set(['助動詞', '接続詞', '副詞', '形容詞', '感動詞', '連体詞'])

interface Address {
  readonly name: Span
  readonly whole: Span
  readonly place: 'address' | 'closing' | 'mention' | 'of-reader'
}

/** Names of firms without a form: 東和電機, よりみち社, ワインショップ葡萄の樹. */
const isFirm = (name: string): boolean =>
  /(?:社|店|屋|舎|堂|所|院|塾|園|館|電機|工業|産業|商事|商会|商店|製作|建設|印刷|銀行|不動産|食品|薬局|クリニック|ショップ|サロン|スタジオ|カフェ|ストア|フーズ|システム|デザイン|組|亭|庵|房|樹)$/u.test(
    name,
  ) || /^(?:ワイン|ブック|フラワー|ペット|ヘア)?(?:ショップ|サロン|カフェ|スタジオ|レストラン)/u.test(name)

/** A person's name as the dictionary knows it, and no more: 佐藤, 佐藤花子. */
function isPersonName(document: Document, { start, end }: Span): boolean {
  for (let index = document.tokenIndexFrom(start); index < document.tokens.length; index++) {
    const token = document.tokens[index]!
    if (token.start >= end) return true
    if (token.pos[2] !== '人名') return false
  }
  return true
}

/** ご友人の佐藤, 新郎の健太: somebody beside the reader. */
const isThirds = (name: string): boolean =>
  /(?:友人|友達|家族|主人|新郎|新婦|息子|娘|母|父|兄|姉|弟|妹|先生|担当|上司)の/u.test(name)

const isPartOfName = ({ pos, surface }: Token): boolean =>
  (pos[0] === '名詞' && pos[1] !== '代名詞' && pos[1] !== '副詞可能') ||
  pos[0] === '接頭詞' ||
  (surface === 'の' && pos[0] === '助詞')

/** Where a sentence begins behind それでは, では, さて, 最後に. */
function behindOpening(document: Document, start: number): number {
  const opening = /^(?:それでは|それじゃあ?|では|さて|なお|最後に|改めて|あらためて|以上|また)[、\s]*/u.exec(
    document.folded.slice(start, start + 12),
  )
  return opening === null ? start : start + opening[0].length
}

export const wrongRecipientKind: DetectorKind<z.output<typeof schema>> = {
  kind: 'wrong-recipient',
  schema,
  compile(settings, tools) {
    const honorifics = tools.words(settings.honorifics)
    const companies = tools.words(settings.companies)
    const roles = tools.words(settings.roles)
    const names = new NameComparer({
      honorifics,
      companyForms: companies,
      titles: tools.words(settings.titles),
      variants: tools.words(settings.variants),
    })
    const greetings = tools.words(settings.greetings)
    const isRole = (name: string): boolean => roles.some((role) => name.endsWith(role) || name === role)

    /** Whether the words behind a name show that it was an address. */
    const isClosed = (behind: string): boolean =>
      behind === '' || MARK.test(behind) || greetings.some((greeting) => behind.startsWith(greeting))

    /** The names that sentences begin or close with, up to their honorific. */
    function* addresses(document: Document): Iterable<Address> {
      const { folded, tokens } = document
      for (const { span } of document.sentences.segmentation.sentences) {
        const opens = behindOpening(document, span.start)
        let from = opens
        for (let index = document.tokenIndexFrom(opens); index < tokens.length; index++) {
          const token = tokens[index]!
          if (token.start >= span.end) break
          if (token.surface === '、') from = token.end
          if (!honorifics.includes(token.surface) || token.start - from > LONGEST_NAME) continue
          const isLast = !SAYS_MORE.test(folded.slice(token.end, span.end))
          const isFirst = from === opens && isClosed(folded.slice(token.end, token.end + LONGEST_GREETING))
          const sentence = folded.slice(span.start, span.end)
          if (isFirst || isLast)
            yield {
              name: { start: from, end: token.start },
              whole: { start: from, end: token.end },
              place: CLOSES.test(sentence) ? 'closing' : 'address',
            }
          else if (GOES_ON.test(folded.slice(token.end)) && !TELLS_OF_OTHERS.test(sentence)) {
            const start = startOfName(document, index, from)
            if (start < token.start)
              yield {
                name: { start, end: token.start },
                whole: { start, end: token.end },
                place: OF_READER.test(folded.slice(token.end)) ? 'of-reader' : 'mention',
              }
          }
          if (from === opens && !isFirst) from = token.end
        }
      }
    }

    const isName = (document: Document, { start, end }: Span, place: Address['place']): boolean => {
      const words = document.folded.slice(start, end).trim()
      if (words === '' || NO_NAME.test(words)) return false
      const isCompany = companies.some((form) => words.includes(form))
      if (!isCompany && isRole(words)) return false
      if ((place === 'mention' || place === 'of-reader') && !isCompany && isThirds(words)) return false
      if (place === 'mention' && !isCompany && (words.length < 3 || !isFirm(words))) return false
      for (let index = document.tokenIndexFrom(start); index < document.tokens.length; index++) {
        const token = document.tokens[index]!
        if (token.start >= end) break
        if (GRAMMAR.has(token.pos[0]) || (token.pos[0] === '助詞' && token.surface !== 'の')) return false
        if (token.surface === 'の' && !isCompany && (place === 'address' || place === 'closing')) return false
      }
      return true
    }

    /** Nouns right before the honorific; a company's name may hold a の. */
    function startOfName(document: Document, honorific: number, floor: number): number {
      const { tokens } = document
      let index = honorific
      while (index > 0 && tokens[index - 1]!.start >= floor && isPartOfName(tokens[index - 1]!)) index--
      return tokens[index]!.start
    }

    return {
      needs: settings.needs,
      unless: settings.unless,
      *detect(document, situation): Iterable<Detection> {
        const { recipientName, history, jobText, jobTitle, role } = situation.submission
        if (recipientName === undefined || recipientName.trim() === '') return
        const known = names.form(situation.document(recipientName))
        const isFirmKnown = known.isCompany || isFirm(recipientName)
        const wrong: { span: Span; place: Address['place'] }[] = []
        let isRight = false
        for (const { name, whole, place } of addresses(document)) {
          // In the middle of a sentence a person may be anybody; the client's firm under another name is the thread's.
          if (place === 'mention' && !isFirmKnown) continue
          if (place === 'of-reader' && !isFirmKnown && !isPersonName(document, name)) continue
          if (!isName(document, name, place)) continue
          const words = document.plain.text.slice(name.start, name.end).trim()
          const other = names.form(situation.document(words))
          const same = names.isSame(known, other)
          if (same === true) isRight ||= place !== 'mention'
          if (same !== false) continue
          const introduced = [
            ...history.filter((message) => message.role !== role).map((message) => message.text),
            jobText ?? '',
            jobTitle ?? '',
          ]
          if (introduced.some((text) => text.includes(words) || text.includes(other.core))) continue
          wrong.push({ span: whole, place })
        }
        for (const { span, place } of wrong) {
          // Who is rightly addressed once may have others beside him, but no other at the close.
          if (isRight && (place === 'address' || (place === 'of-reader' && !isFirmKnown))) continue
          yield { span, underlined: span, trail: [] }
        }
      },
    }
  },
}
