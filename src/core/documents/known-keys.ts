/**
 * The keys of exports as people write them: English in any case and width, or Japanese, as tables have them. Terms: a
 * *key* is the schema's own (`title`); its *names* are what may stand in its place (`タイトル`).
 */
import { distance } from 'fastest-levenshtein'
import type { Path } from './document.ts'
import { HEADERS } from './table-headers.ts'

interface KeySpec {
  readonly also?: readonly string[]
  /** The keys of the object, or of each object of the list, that stands here. */
  readonly of?: Keys
  /** A list; one value alone is a list of one. */
  readonly list?: true
}

/** The keys of an object. */
export interface Keys {
  readonly keys: Readonly<Record<string, KeySpec>>
  /** A text in place of the object is the text of this key. */
  readonly bare?: string
}

const CATCHPHRASE = ['キャッチコピー', 'キャッチフレーズ']
const MARKETPLACE = HEADERS.marketplace

const LINK: Keys = {
  keys: { url: { also: HEADERS.url }, label: { also: ['ラベル', '名前', '表示名', ...HEADERS.title] } },
  bare: 'url',
}
const IMAGE: Keys = {
  keys: {
    file: { also: HEADERS.image },
    alt: { also: HEADERS.alt },
    caption: { also: [...HEADERS.caption, '説明'] },
  },
  bare: 'file',
}

export const ITEM_KEYS: Keys = {
  keys: {
    id: { also: HEADERS.id },
    title: { also: HEADERS.title },
    description: { also: HEADERS.description },
    tags: { also: HEADERS.tags, list: true },
    category: { also: HEADERS.category },
    year: { also: HEADERS.year },
    client: { also: HEADERS.client },
    images: { also: HEADERS.image, of: IMAGE, list: true },
    links: { also: HEADERS.url, of: LINK, list: true },
  },
}

const SERVICE: Keys = {
  keys: {
    id: { also: HEADERS.id },
    title: { also: [...HEADERS.title, 'サービス名'] },
    catchphrase: { also: CATCHPHRASE },
    body: { also: [...HEADERS.description, 'サービス内容'] },
    faq: {
      also: ['よくある質問', 'q&a', 'qa'],
      of: { keys: { q: { also: ['質問', 'question'] }, a: { also: ['回答', '答え', 'answer'] } } },
      list: true,
    },
    price: { also: ['価格', '料金', '金額'] },
    category: { also: HEADERS.category },
    tags: { also: HEADERS.tags, list: true },
  },
}

const PROFILE: Keys = {
  keys: {
    displayName: { also: ['表示名', '名前', 'ユーザー名', 'ニックネーム'] },
    catchphrase: { also: CATCHPHRASE },
    bio: { also: ['自己紹介', '自己紹介文', '紹介文', '自己pr'] },
    skills: { also: ['スキル'], list: true },
    career: { also: ['経歴', '職歴', '略歴'], list: true },
    accounts: { also: ['アカウント'], of: { keys: { x: {}, github: {} } } },
  },
  bare: 'bio',
}

const POST: Keys = {
  keys: {
    id: { also: HEADERS.id },
    title: { also: HEADERS.title },
    body: { also: HEADERS.description },
    publishedAt: { also: ['公開日', '公開日時', '投稿日', '投稿日時'] },
    links: { also: HEADERS.url, of: LINK, list: true },
  },
}

export const ACCOUNT_KEYS: Keys = {
  keys: {
    marketplace: { also: MARKETPLACE },
    profile: { also: ['プロフィール', '自己紹介'], of: PROFILE },
    services: { also: ['サービス', '出品', '出品サービス'], of: SERVICE, list: true },
    portfolio: { also: ['ポートフォリオ', '作品', '実績', '制作実績'], of: ITEM_KEYS, list: true },
    blog: { also: ['ブログ', '記事'], of: POST, list: true },
    links: { also: ['動画', 'リンク'], list: true },
    figures: { also: ['実績値', '数値'] },
  },
}

const PERSON: Keys = { keys: { id: {}, name: { also: ['名前', '表示名', 'ユーザー名'] } }, bare: 'name' }

const MESSAGE: Keys = {
  keys: {
    id: { also: HEADERS.id },
    role: { also: ['役割', '立場', '送信者'] },
    sentAt: { also: ['日時', '送信日時', '送信日', '時刻'] },
    channel: { also: ['チャンネル'] },
    text: { also: ['本文', '内容', 'メッセージ', 'テキスト', '文章'] },
    attachments: {
      also: ['添付', '添付ファイル', 'ファイル'],
      of: { keys: { id: {}, name: { also: ['名前', 'ファイル名'] } }, bare: 'name' },
      list: true,
    },
  },
  bare: 'text',
}

export const THREAD_KEYS: Keys = {
  keys: {
    id: { also: HEADERS.id },
    marketplace: { also: MARKETPLACE },
    category: { also: HEADERS.category },
    purchasedAt: { also: ['購入日時', '購入日'] },
    escrowPaidAt: { also: ['仮払い日時', '仮払日時', '仮払い日'] },
    approvals: { also: ['承認'], list: true },
    buyer: { also: ['購入者', '依頼者', 'クライアント'], of: PERSON },
    seller: { also: ['出品者', '受注者'], of: PERSON },
    jobTitle: { also: ['仕事名', '案件名', '依頼名'] },
    messages: { also: ['メッセージ', 'やり取り', 'トーク'], of: MESSAGE, list: true },
  },
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

const namesOf = new WeakMap<Keys, ReadonlyMap<string, string>>()

const names = (keys: Keys): ReadonlyMap<string, string> => {
  let known = namesOf.get(keys)
  if (known === undefined) {
    known = new Map(
      Object.entries(keys.keys).flatMap(([key, { also = [] }]) =>
        [key, ...also].map((name) => [plain(name), key] as const),
      ),
    )
    namesOf.set(keys, known)
  }
  return known
}

/** The schema's key that a written one stands for. */
export const keyOf = (written: string, keys: Keys): string | undefined =>
  Object.hasOwn(keys.keys, written) ? written : names(keys).get(plain(written))

/** What somebody who wrote an unknown key may have meant. */
export const nearestKey = (written: string, keys: Keys): string | undefined => {
  const own = plain(written)
  let best: { key: string; away: number } | undefined
  for (const [name, key] of names(keys)) {
    const near = Math.min(2, Math.floor(name.length / 3))
    const away = distance(own, name)
    // `bodyText` is the body, however long the rest is.
    const part = name.length >= 4 && (own.startsWith(name) || own.endsWith(name))
    if (away > near && !part) continue
    if (best === undefined || away < best.away) best = { key, away }
  }
  return best?.key
}

/** The keys of the object at a path of the schema's own keys; `undefined` where nothing is known of it. */
export const keysAt = (keys: Keys, path: Path): Keys | undefined =>
  path.reduce<Keys | undefined>(
    (at, step) => (typeof step === 'number' ? at : at === undefined ? undefined : at.keys[step]?.of),
    keys,
  )

/** A copy with the schema's keys in place of the names that were written; what is not known stays as it is. */
export const withKnownKeys = (raw: unknown, keys: Keys): unknown => {
  if (typeof raw === 'string' && keys.bare !== undefined) return { [keys.bare]: raw }
  if (!isObject(raw)) return raw
  const taken = new Set(Object.keys(raw).filter((key) => Object.hasOwn(keys.keys, key)))
  return Object.fromEntries(
    Object.entries(raw).map(([written, value]) => {
      const key = keyOf(written, keys)
      // A second name of the same key keeps its own: its text is looked at as that of an unknown key.
      if (key === undefined || (key !== written && taken.has(key))) return [written, value]
      taken.add(key)
      return [key, known(value, keys.keys[key]!)]
    }),
  )
}

const known = (value: unknown, { of, list }: KeySpec): unknown => {
  const inner = (one: unknown) => (of === undefined ? one : withKnownKeys(one, of))
  if (!list) return inner(value)
  if (Array.isArray(value)) return value.map(inner)
  // What is neither is no list of one: the schema says so.
  const alone = of === undefined ? typeof value !== 'object' : typeof inner(value) === 'object'
  return alone && value !== null && value !== undefined ? [inner(value)] : value
}

/** A path of the schema's own keys, as the document has it. */
export const pathAsWritten = (raw: unknown, path: Path, keys: Keys): Path => {
  const written: (string | number)[] = []
  let at = raw
  let level: Keys | undefined = keys
  for (const step of path) {
    if (typeof step === 'number') {
      if (at !== undefined && !Array.isArray(at)) continue
      written.push(step)
      at = at?.[step]
      continue
    }
    if (!isObject(at)) {
      // The text stands for its object; what is behind it lies in a file that the text names.
      if (typeof at === 'string' && level !== undefined) {
        if (level.bare !== step) break
        level = undefined
        continue
      }
      written.push(step)
      continue
    }
    const found: string = ownName(at, step, level)
    written.push(found)
    at = at[found]
    level = level?.keys[step]?.of
  }
  return written
}

const ownName = (object: Readonly<Record<string, unknown>>, key: string, keys: Keys | undefined): string => {
  if (Object.hasOwn(object, key) || keys === undefined) return key
  return Object.keys(object).find((written) => keyOf(written, keys) === key) ?? key
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
