/** Contexts of dictionaries/contexts that a reader of the catalogue meets often; others are shown by their names. */
import type { Bilingual } from './languages.ts'

const NAMES: Readonly<Record<string, Bilingual>> = {
  proposal: ['持ちかけ', 'a proposal'],
  refusal: ['断り・規約の説明', 'a refusal, the rules explained'],
  report: ['伝聞・報告', 'a report'],
  past: ['過去の話', 'the past'],
  product: ['商品や仕事の名前', 'a product'],
  quotation: ['引用', 'a quotation'],
  customers: ['お客様のお客様の話', "the client's customers"],
  reference: ['参考資料', 'a reference'],
  'style-reference': ['作風の参考', 'a style reference'],
  'declared-deliverable': ['納品物に入れると申告されたもの', 'declared as part of the deliverable'],
  deliverable: ['納品物に入れるもの', 'part of the deliverable'],
  'deliverable-data': ['納品物に入れる情報', 'data for the deliverable'],
  'quoted-data': ['報告や断りの中の引用', 'quoted in a report or refusal'],
  'subject-of-work': ['仕事の対象', 'the subject of the work'],
  'client-shop': ['お客様の店', "the client's shop"],
  'own-page': ['自分のページ', "the writer's own page"],
}

export const contextName = (context: string): Bilingual => NAMES[context] ?? [context, context]
