/** Examples at a click: what Sekisho was built for. */
import type { StringKey } from '../strings/strings.ts'

export interface TextExample {
  readonly name: StringKey
  readonly text: string
  readonly context: Readonly<Record<string, string>>
}

export const TEXT_EXAMPLES: readonly TextExample[] = [
  {
    name: 'example.disguise',
    text: 'ご相談ありがとうございます😊\n詳しくはら〇んで話しませんか。IDをお送りしますね。',
    context: { marketplace: 'coconala', channel: 'message', phase: '', role: 'seller' },
  },
  {
    name: 'example.name',
    text: 'LINEスタンプを制作しています。オンラインで完結し、LINEの審査ガイドラインにも対応しています。',
    context: { marketplace: 'coconala', channel: 'service', phase: '', role: 'seller' },
  },
  {
    name: 'example.refusal',
    text: '申し訳ございませんが、LINEでのやり取りは規約で禁止されています。引き続きこちらのトークルームでお願いいたします。',
    context: { marketplace: 'coconala', channel: 'talkroom', phase: '', role: 'seller' },
  },
  {
    name: 'example.drive',
    text: '素材はこちらに置きました。ご確認をお願いいたします。\nhttps://drive.google.com/drive/folders/1a2B3c4D5e6F7g8H9',
    context: { marketplace: 'crowdworks', channel: 'message', phase: '', role: 'seller' },
  },
  {
    name: 'example.tone',
    text: '了解しました！！！\n資料を拝見させていただきました。おっしゃられる通りに直しますので、後日お送りいたします。',
    context: { marketplace: 'coconala', channel: 'talkroom', phase: '', role: 'seller' },
  },
]
