/**
 * Handles: `@name` beside Japanese, Discord's old `name#1234`, the fediverse's `@name@host`.
 *
 * An at-sign also begins CSS rules, decorators, documentation tags, npm scopes and unit prices (@500円); those are
 * told by their words, by what follows, or by having no letter.
 */
import type { Piece } from '../common/address-pieces.ts'
import type { Draft } from '../common/draft.ts'
import { readHost } from '../link/host.ts'
import type { LinkContext } from '../link/url.ts'

const NAME = /[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9_])?/y
const DISCORD = /(?<![\w.#/])([A-Za-z0-9_.]{2,32})#(\d{4})(?![\w])/g
/** Words that say that a name is an account's. */
const SOCIAL =
  /(?:ID|id|アカウント|垢|フォロー|追加|検索|DM|SNS|インスタ|ツイッター|LINE|Instagram|Twitter|\bX\b|TikTok|Threads|follow)/
/** How far from a sign such a word may stand, UTF-16 code units. */
const SOCIAL_REACH = 24
const NOTHING: readonly Draft[] = []
/** 「@kintai-bot 出勤 と入力した画面」: a program's name with what one types to it, in words about a picture. */
const PROGRAM = /(?:^|[-_.])(?:bot|app|cli|cmd|command)$|bot$/i
const TYPED =
  /^[^@。\n]{0,16}?」?\s?(?:と|を)(?:入力|打|送信|実行|呼び出|投稿|書)[^@。\n]{0,10}(?:画面|画像|スクショ|スクリーンショット|キャプチャ|様子|ところ|場面|図)/
const TYPED_REACH = 44
const COMMON_TLD = /\.(?:com|net|org|jp)$/i

export const findHandles = (text: string, { words, services }: LinkContext): Draft[] => {
  const found: Draft[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text[at - 1] ?? ''
    if (
      /[A-Za-z0-9_!@#$%&*/.\\=-]/.test(before) &&
      !/(?:^|[^A-Za-z])rt$/i.test(text.slice(Math.max(0, at - 3), at))
    ) {
      continue
    }
    const gap = /^ ?/.exec(text.slice(at + 1, at + 2))![0].length
    NAME.lastIndex = at + 1 + gap
    const name = NAME.exec(text)?.[0]
    if (!name || !/[A-Za-z]/.test(name)) continue
    const end = at + 1 + gap + name.length
    const next = text[end] ?? ''
    if (gap > 0 && !/[_\d.-]/.test(name)) continue
    // A scope (`@hoge/util`), an accent that goes on, a call of a decorator, a CSS rule's block.
    const beside =
      /[぀-ヿ一-鿿]/.test(before) &&
      next === '/' &&
      SOCIAL.test(text.slice(Math.max(0, at - SOCIAL_REACH), end + SOCIAL_REACH))
    if (!beside && /[/\\À-ɏ]/.test(next) && /[\w/À-ɏ]/.test(text[end + 1] ?? '')) continue
    if (
      /^(?:\(|\s*\{)/.test(text.slice(end, end + 2)) &&
      /^[a-z]+$|^[A-Z][a-z]+/.test(name) &&
      isCode(text, end)
    )
      continue
    // Between backticks stands code, behind a brace a tag of documentation.
    if (before === '{') continue
    if (before === '`' && !/[_\d]/.test(name)) continue
    // 「会社名 @Scale」: a plain word with a capital behind a space is a name of anything.
    if (
      before === ' ' &&
      /^[A-Z][a-z]+$/.test(name) &&
      !SOCIAL.test(text.slice(Math.max(0, at - SOCIAL_REACH), end + SOCIAL_REACH))
    )
      continue
    if (words.not_handles.includes(name.toLowerCase()) || name.length < 2) continue
    if (PROGRAM.test(name) && TYPED.test(text.slice(end, end + TYPED_REACH))) continue
    const federated = federatedEnd(text, end, words)
    if (next === '@' && federated === end) continue
    if (words.mail_providers.some(({ domain }) => domain === name.toLowerCase())) continue
    if (COMMON_TLD.test(name) && federated === end && readHost(name, words)) continue
    const host = federated === end ? undefined : readHost(text.slice(end + 1, federated), words)?.ascii
    const service = host === undefined ? undefined : services.lookup(host)
    found.push({
      kind: 'handle',
      start: at,
      end: federated,
      value: `@${text.slice(at + 1 + gap, federated)}`,
      ...(host === undefined ? {} : { host, service: service?.service, capability: service?.capability }),
    })
  }
  for (const match of text.matchAll(DISCORD)) {
    const name = match[1]!
    if (!/[A-Za-z]{2}/.test(name) || words.not_tags.includes(name.toLowerCase())) continue
    const service = services.byId('discord')
    found.push({
      kind: 'handle',
      start: match.index,
      end: match.index + match[0].length,
      value: match[0],
      ...(service && { service: service.service, capability: service.capability }),
    })
  }
  return found
}

/** 「アットマーク kurage_88」: the sign in words, nothing before it, and a name that is no plain word behind it. */
export const findSpelledHandles = (text: string, pieces: readonly Piece[]): readonly Draft[] =>
  pieces.flatMap((piece, index) => {
    if (piece.kind !== 'at') return NOTHING
    const name = pieces[index + 1]
    if (piece.form !== 'sure' || name?.kind !== 'name' || name.gap > 1) return []
    if (pieces[index - 1]?.kind === 'name' && piece.gap === 0) return []
    if (!/[A-Za-z]/.test(name.value) || !/[_\d-]/.test(name.value)) return []
    const value = `@${name.value}`
    const steps = [
      { step: 'spelled-handle', from: text.slice(piece.start, name.end), to: value, disguise: true },
    ]
    return [{ kind: 'handle' as const, start: piece.start, end: name.end, value, steps }]
  })

const isCode = (text: string, end: number): boolean =>
  /^(?:\(\s*[\w'"{[)]|\s*\{)/.test(text.slice(end, end + 4))

/** `@name@misskey.io` is one handle. */
const federatedEnd = (text: string, end: number, words: LinkContext['words']): number => {
  if (text[end] !== '@') return end
  const run = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/.exec(text.slice(end + 1, end + 260))?.[0]
  return run !== undefined && readHost(run, words) ? end + 1 + run.length : end
}
