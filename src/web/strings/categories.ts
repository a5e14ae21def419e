/** The categories of findings, as people call them. */
import type { Category } from '../../core/contract/category.ts'
import type { Bilingual } from './languages.ts'

export const CATEGORY_NAMES: Readonly<Record<Category, Bilingual>> = {
  'contact.email': ['メールアドレス', 'E-mail address'],
  'contact.phone': ['電話番号', 'Phone number'],
  'contact.messenger': ['外部メッセンジャー', 'Messenger'],
  'contact.social': ['SNS', 'Social network'],
  'contact.meeting': ['ビデオ会議', 'Video meeting'],
  'contact.call': ['外部での通話', 'Phone call'],
  'contact.in_person': ['対面', 'Meeting in person'],
  'contact.search': ['検索での誘導', 'Search for me'],
  'contact.exchange': ['連絡先の交換', 'Exchange of contacts'],
  'link.cloud': ['クラウド共有', 'Cloud storage'],
  'link.transfer': ['ファイル転送', 'File transfer'],
  'link.shortener': ['短縮URL', 'Shortened link'],
  'link.hub': ['リンク集', 'Link hub'],
  'link.shop': ['外部の店・注文', 'Shop elsewhere'],
  'link.site': ['外部サイト', 'Own site'],
  'link.video': ['動画', 'Video'],
  'deal.direct': ['直接取引', 'Direct deal'],
  'deal.payment': ['外部での支払い', 'Payment elsewhere'],
  'evasion.meta': ['フィルター逃れ', 'Filter evasion'],
  'tone.threat': ['脅し', 'Threat'],
  'tone.abuse': ['侮辱', 'Abuse'],
  'tone.template_residue': ['ひな形の消し忘れ', 'Template residue'],
  'tone.wrong_recipient': ['宛名の間違い', 'Wrong recipient'],
  'tone.review_pressure': ['評価の要求', 'Pressure for a rating'],
  'tone.command': ['命令', 'Command'],
  'tone.cornering': ['問い詰め', 'Cornering'],
  'tone.condescending': ['上から目線', 'Condescension'],
  'tone.casual': ['くだけた言い方', 'Too casual'],
  'tone.unsure': ['自信のなさ', 'Self-doubt'],
  'tone.flat_refusal': ['突き放した断り', 'Flat refusal'],
  'tone.too_short': ['短すぎる挨拶', 'Too short'],
  'tone.generic_proposal': ['使い回しの提案', 'Generic proposal'],
  'tone.overclaim': ['言い過ぎ', 'Overclaim'],
  'tone.exclamation': ['感嘆符・顔文字', 'Exclamation'],
  'tone.double_honorific': ['二重敬語', 'Double honorific'],
  'tone.honorific_misuse': ['敬語の誤り', 'Honorific misuse'],
  'tone.business_misuse': ['仕事に合わない言葉', 'Unbusinesslike wording'],
  'tone.over_humble': ['へりくだりすぎ', 'Over-humble'],
  'tone.mixed_style': ['文体の混在', 'Mixed style'],
  'tone.vague_deadline': ['あいまいな期限', 'Vague deadline'],
  'tone.long_sentence': ['長すぎる文', 'Long sentence'],
}

const GROUPS: Readonly<Record<string, Bilingual>> = {
  contact: ['連絡先', 'Contact'],
  link: ['リンク', 'Links'],
  deal: ['取引', 'Deals'],
  evasion: ['フィルター逃れ', 'Evasion'],
  tone: ['文体', 'Tone'],
}

/** `contact.email` stands in the group `contact`. */
export const groupOf = (category: string): string => category.split('.')[0]!
export const groupName = (group: string): Bilingual => GROUPS[group] ?? [group, group]

/** A category that the page does not know yet is shown by its id. */
export const categoryName = (category: string): Bilingual =>
  CATEGORY_NAMES[category as Category] ?? [category, category]
