/** A conversation. */
import type { Bilingual } from './languages.ts'

export const TALK_STRINGS = {
  // Conversation
  'talk.lead': [
    '古い順に並べてください。それぞれのメッセージを、前のメッセージを踏まえて確かめます。',
    'Oldest first. Each message is judged with those before it in mind.',
  ],
  'talk.add.seller': ['出品者の発言を足す', 'Add a seller message'],
  'talk.add.buyer': ['購入者の発言を足す', 'Add a buyer message'],
  'talk.remove': ['この発言を消す', 'Remove this message'],
  'talk.sent': ['送信日時', 'Sent'],
  'talk.message': ['{role}の発言 {number}', '{role}, message {number}'],
  'talk.facts': ['やり取り全体について', 'About the whole conversation'],
  'talk.purchased': ['購入日時(空欄は購入前)', 'Purchased at (empty: not yet)'],
} as const satisfies Record<string, Bilingual>
