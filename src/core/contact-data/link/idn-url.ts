/**
 * Bare hosts with Japanese in them: 日本語.jp, twitter.みんな. Nothing tells where such a name begins in running text,
 * so it is the words set off by a mark or space, else the kanji and katakana right before the dot.
 */
import type { Draft } from '../common/draft.ts'
import { readHost } from './host.ts'
import { describeLink } from './link.ts'
import type { LinkContext } from './url.ts'
import { suffixHead, tailEnd } from './url-parts.ts'

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u
const NAME = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々A-Za-z0-9-]/u
const SOLID = /[\p{Script=Han}\p{Script=Katakana}ー々A-Za-z0-9-]/u
const MAX_NAME = 24
/** What may stand right before a name that is set off. */
const EDGE = /^$|[\s「『【(<"':、。/・|→]/
const BRACKET = /[「『【(<"']/
const PARTICLE = /[はがのをにでへと]/

export const findIdnUrls = (text: string, context: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (let dot = text.indexOf('.', 1); dot > 0; dot = text.indexOf('.', dot + 1)) {
    const japaneseName = CJK.test(text[dot - 1]!)
    const japaneseSuffix = CJK.test(text[dot + 1] ?? '')
    if (!japaneseName && !japaneseSuffix) continue
    const range =
      japaneseName && japaneseSuffix
        ? allJapanese(text, dot)
        : japaneseName
          ? japaneseBefore(text, dot, context)
          : japaneseAfter(text, dot)
    const host = range && readHost(text.slice(range.start, range.end), context.words)
    if (!range || !host) continue
    const end = tailEnd(text, range.end)
    const isBrand = context.words.brand_hosts.includes(text.slice(range.start, range.end).toLowerCase())
    if (isBrand && end === range.end) continue
    found.push(
      describeLink(
        { start: range.start, end, host, rest: text.slice(range.end, end), scheme: '', steps: [] },
        context,
      ),
    )
  }
  return found
}

const japaneseBefore = (text: string, dot: number, { words }: LinkContext) => {
  const suffix = /^[a-z]{2,8}(?:\.[a-z]{2})?(?![A-Za-z0-9.@-])/.exec(text.slice(dot + 1, dot + 14))?.[0]
  if (!suffix || !words.idn_suffixes.includes(suffix)) return undefined
  let start = dot
  while (start > 0 && dot - start < MAX_NAME && NAME.test(text[start - 1]!)) start--
  const before = text[start - 1] ?? ''
  if (!EDGE.test(before) || (!BRACKET.test(before) && PARTICLE.test(text.slice(start, dot)))) {
    start = dot
    while (start > 0 && dot - start < MAX_NAME && SOLID.test(text[start - 1]!)) start--
  }
  return dot - start < 2 ? undefined : { start, end: dot + 1 + suffix.length }
}

/** くらげ.みんな, set off on both sides: with a full stop in ASCII 「ありがとう.みんなで」 looks the same. */
const allJapanese = (text: string, dot: number) => {
  const suffix =
    /^(?:みんな|コム|クラウド|ストア)(?=$|[\s」』)/、。]|に(?:あ|載|公開)|から|まで|です|を(?:見|み|ご覧|開|ひら)|へ)/.exec(
      text.slice(dot + 1, dot + 10),
    )?.[0]
  if (suffix === undefined) return undefined
  let start = dot
  while (start > 0 && dot - start < MAX_NAME && NAME.test(text[start - 1]!)) start--
  const name = text.slice(start, dot)
  const isSetOff = /^$|[\s「『(:]/.test(text[start - 1] ?? '') && !/[すたねよういだ]$|[はがをに]/.test(name)
  return isSetOff && name.length > 1 ? { start, end: dot + 1 + suffix.length } : undefined
}

const japaneseAfter = (text: string, dot: number) => {
  const label = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,12}/u.exec(
    text.slice(dot + 1, dot + 13),
  )![0]
  const suffix = suffixHead(label)
  let start = dot
  while (start > 0 && dot - start < MAX_NAME && /[A-Za-z0-9-]/.test(text[start - 1]!)) start--
  return suffix === '' || dot - start < 3 ? undefined : { start, end: dot + 1 + suffix.length }
}
