/** Where a text stands: marketplace, channel, phase, role. */
import type { Bilingual } from './languages.ts'

export const CONTEXT_STRINGS = {
  // Context
  'context.label': ['どこに書く文章か', 'Where the text will stand'],
  'context.marketplace': ['マーケット', 'Marketplace'],
  'context.channel': ['書く場所', 'Channel'],
  'context.phase': ['取引の段階', 'Phase'],
  'context.phase.auto': ['場所に応じて', 'By channel'],
  'context.role': ['書く人', 'Written by'],
  'context.category': ['サービスのカテゴリ', 'Service category'],
  'context.category.hint': ['例:LINEスタンプ', 'e.g. LINEスタンプ'],
  'context.recipient': ['相手の名前', "Reader's name"],
  'context.job': ['仕事の名前', 'Job title'],
  'context.approval': ['外部連絡の許可を得ている', 'Outside contact has been approved'],
  'context.more': ['くわしい条件', 'More context'],

  'channel.message': ['メッセージ', 'Message'],
  'channel.talkroom': ['トークルーム', 'Talkroom'],
  'channel.delivery': ['正式な納品', 'Formal delivery'],
  'channel.proposal': ['提案文', 'Proposal'],
  'channel.request': ['募集・依頼', 'Job request'],
  'channel.service': ['サービスページ', 'Service page'],
  'channel.profile': ['プロフィール', 'Profile'],
  'channel.portfolio': ['ポートフォリオ', 'Portfolio'],
  'channel.blog': ['ブログ', 'Blog'],
  'channel.review': ['評価・レビュー', 'Review'],
  'phase.before_contract': ['契約前', 'Before contract'],
  'phase.in_contract': ['契約中', 'In contract'],
  'phase.after_contract': ['契約後', 'After contract'],
  'role.seller': ['出品者・受注者', 'Seller'],
  'role.buyer': ['購入者・発注者', 'Buyer'],
} as const satisfies Record<string, Bilingual>
