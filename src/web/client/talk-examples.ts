/** Conversations at a click: what no single message shows. */
import type { StringKey } from '../strings/strings.ts'
import type { TalkDraft } from './draft.ts'

export interface TalkExample extends TalkDraft {
  readonly name: StringKey
  readonly context: Readonly<Record<string, string>>
}

export const TALK_EXAMPLES: readonly TalkExample[] = [
  {
    name: 'example.talk.accept',
    context: { marketplace: 'coconala' },
    purchased: '',
    messages: [
      {
        role: 'buyer',
        text: 'ロゴのご相談です。LINEでやり取りできませんか?IDは kurage_88 です。',
        sentAt: '2026-11-02T10:00',
      },
      { role: 'seller', text: '承知いたしました。追加いたしました!', sentAt: '2026-11-02T10:20' },
    ],
  },
  {
    name: 'example.talk.split',
    context: { marketplace: 'coconala' },
    purchased: '',
    messages: [
      { role: 'seller', text: 'お急ぎでしたらこちらへお電話ください。090の', sentAt: '2026-11-02T10:00' },
      { role: 'seller', text: '2345の', sentAt: '2026-11-02T10:01' },
      { role: 'seller', text: '6789です。', sentAt: '2026-11-02T10:02' },
    ],
  },
  {
    name: 'example.talk.first',
    context: { marketplace: 'coconala' },
    purchased: '2026-11-02T09:00',
    messages: [{ role: 'seller', text: 'ご購入ありがとうございます。', sentAt: '2026-11-05T10:00' }],
  },
  {
    name: 'example.talk.nag',
    context: { marketplace: 'coconala' },
    purchased: '2026-11-02T09:00',
    messages: [
      {
        role: 'seller',
        text: 'ご購入ありがとうございます。ラフは11月6日までにお送りします。ご希望の色はございますか?',
        sentAt: '2026-11-02T10:00',
      },
      { role: 'seller', text: 'お返事はまだでしょうか。', sentAt: '2026-11-03T09:00' },
      { role: 'seller', text: 'お返事をいただけていませんが、まだですか。', sentAt: '2026-11-03T18:00' },
    ],
  },
]
