import type { Token } from '../morph/token.ts'
import type { View } from '../text/view.ts'
import type { Capability, Mention } from './mention.ts'

const NAMES: Record<string, string> = {
  messenger: 'LINE|ライン|らいん|ラインアプリ|Discord|ディスコード|Slack|スラック|Chatwork|チャットワーク|WhatsApp|Telegram|テレグラム|Skype|スカイプ|カカオトーク|カカオ|WeChat|微信|Signal|Viber|Messenger|メッセンジャー',
  social: 'X|Twitter|ツイッター|Instagram|インスタグラム|インスタ|insta|Facebook|フェイスブック|TikTok|Bluesky|Threads|スレッズ|mixi|pixiv|Misskey|SNS|DM',
  meeting: 'Zoom|ズーム|Google Meet|Meet|Teams|Webex|whereby',
  cloud: 'Googleドライブ|Google ドライブ|ドライブ|Dropbox|ドロップボックス|OneDrive|iCloud|スプレッドシート|Googleフォーム|Googleドキュメント|Notion|Figma|Miro',
  transfer: 'ギガファイル便|firestorage|WeTransfer',
  shop: 'BASE|STORES|BOOTH|minne|Creema|メルカリ',
  payment: 'PayPay|ペイペイ|PayPal|Amazonギフト券|Amazonギフト',
}
export function tmpMentions(plain: View, tokens: readonly Token[]): Mention[] {
  const starts = new Set(tokens.map((t) => t.start))
  const ends = new Set(tokens.map((t) => t.end))
  const out: Mention[] = []
  for (const [capability, names] of Object.entries(NAMES)) {
    for (const m of plain.text.matchAll(new RegExp(`(?<![A-Za-z])(?:${names})(?![A-Za-z])`, 'gi'))) {
      const span = { start: m.index, end: m.index + m[0].length }
      if (!starts.has(span.start) || !ends.has(span.end)) continue
      out.push({ service: m[0].toLowerCase(), name: m[0], capability: capability as Capability, span, form: 'name', certainty: 'sure', trail: [] })
    }
  }
  return out
}
