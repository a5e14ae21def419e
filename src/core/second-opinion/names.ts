/** What places, phases and people are called in a question. */
import type { Channel, Phase, Role } from '../contract/submission.ts'

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  message: 'メッセージ',
  talkroom: 'トークルーム',
  delivery: '正式な納品',
  proposal: '提案文',
  request: '募集・依頼のページ',
  service: 'サービスのページ',
  profile: 'プロフィールのページ',
  portfolio: 'ポートフォリオ(作品例)のページ',
  blog: 'ブログ',
  review: '評価・レビュー',
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  before_contract: '契約前',
  in_contract: '契約中',
  after_contract: '取引の後',
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  seller: '出品者(受注者)',
  buyer: '購入者(発注者)',
}
