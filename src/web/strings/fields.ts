/** What the fields of an account are called. */
import type { Bilingual } from './languages.ts'

const FIELDS: Readonly<Record<string, Bilingual>> = {
  profile: ['プロフィール', 'Profile'],
  services: ['サービス', 'Service'],
  portfolio: ['ポートフォリオ', 'Portfolio'],
  blog: ['ブログ', 'Blog'],
  links: ['リンク', 'Link'],
  messages: ['発言', 'Message'],
  attachments: ['添付', 'Attachment'],
  title: ['タイトル', 'Title'],
  description: ['説明', 'Description'],
  snippet: ['動画の情報', 'Video data'],
  body: ['本文', 'Text'],
  text: ['本文', 'Text'],
  tags: ['タグ', 'Tag'],
  category: ['カテゴリ', 'Category'],
  year: ['制作年', 'Year'],
  client: ['クライアント', 'Client'],
  price: ['価格', 'Price'],
  images: ['画像', 'Image'],
  file: ['ファイル名', 'File name'],
  alt: ['代替テキスト', 'Alt text'],
  caption: ['キャプション', 'Caption'],
  url: ['URL', 'URL'],
  label: ['ラベル', 'Label'],
  displayName: ['表示名', 'Name'],
  catchphrase: ['キャッチフレーズ', 'Catchphrase'],
  bio: ['自己紹介', 'About'],
  skills: ['スキル', 'Skill'],
  career: ['経歴', 'Career'],
  accounts: ['アカウント', 'Accounts'],
  faq: ['よくある質問', 'FAQ'],
  q: ['質問', 'Question'],
  a: ['回答', 'Answer'],
  name: ['名前', 'Name'],
}

/** A field that the page does not know is shown by its key. */
export const fieldName = (key: string): Bilingual => FIELDS[key] ?? [key, key]
