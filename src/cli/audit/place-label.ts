/** Where something is, as the account's owner calls it: 「ポートフォリオ3『猫の時計』の画像1の代替テキスト」. */
import type { Path } from '../../core/documents/document.ts'

const SECTIONS: Readonly<Record<string, string>> = {
  profile: 'プロフィール',
  services: 'サービス',
  portfolio: 'ポートフォリオ',
  blog: 'ブログ',
  links: 'リンク先の動画',
  messages: 'メッセージ',
  images: '画像',
  faq: 'よくある質問',
  skills: 'スキル',
  career: '経歴',
  tags: 'タグ',
  attachments: '添付ファイル',
  items: '動画',
}

const FIELDS: Readonly<Record<string, string>> = {
  displayName: '表示名',
  catchphrase: 'キャッチコピー',
  bio: '自己紹介',
  x: 'Xのアカウント',
  github: 'GitHubのアカウント',
  title: 'タイトル',
  body: '本文',
  description: '説明文',
  price: '価格',
  category: 'カテゴリ',
  year: '制作年',
  client: 'クライアント',
  file: 'ファイル名',
  alt: '代替テキスト',
  caption: 'キャプション',
  url: 'URL',
  label: 'リンクの表示名',
  q: '質問',
  a: '答え',
  text: '本文',
  name: 'ファイル名',
  marketplace: 'マーケット',
  purchasedAt: '購入日時',
  escrowPaidAt: '仮払いの日時',
  publishedAt: '公開日時',
  sentAt: '送信日時',
  role: '送信者',
}

/** Keys that only hold others together. */
const SILENT: ReadonlySet<string> = new Set(['snippet', 'accounts'])

/** Titles by the path of what they name (`portfolio[2]`), gathered while the fields come by. */
export type Titles = ReadonlyMap<string, string>

export const placeLabel = (path: Path, titles: Titles, format: (path: Path) => string): string => {
  const parts: string[] = []
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') {
      const title = titles.get(format(path.slice(0, index + 1)))
      const number = `${key + 1}`
      const last = parts.pop() ?? ''
      parts.push(`${last}${number}${title ? `「${shorten(title)}」` : ''}`)
      continue
    }
    if (SILENT.has(key)) continue
    const title = index === 0 ? titles.get(key) : undefined
    if (title && SECTIONS[key] === undefined) {
      // Metadata from outside of the export has the video's or file's own name for a root.
      parts.push(`リンク先の動画「${shorten(title)}」`)
      continue
    }
    const isList = typeof path[index + 1] === 'number'
    // A link of a page and the metadata of videos have the same name in exports.
    const section = key === 'links' && index > 0 ? 'リンク' : SECTIONS[key]
    const name = isList || index === 0 ? (section ?? FIELDS[key]) : (FIELDS[key] ?? section)
    parts.push(name ?? key)
  }
  return parts.join('の')
}

const MAX_TITLE = 24

const shorten = (title: string): string => {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE).toWellFormed()}…` : line
}
