/** Contexts of dictionaries/contexts in words: those that rules and tables of the packs name. */
import type { Bilingual } from './languages.ts'

export const CONTEXT_NAMES: Readonly<Record<string, Bilingual>> = {
  'acrostic-hint': ['頭文字などの読み方の合図', 'a hint at how to read an acrostic'],
  'article-reference': ['参考に挙げた記事', 'an article that was read'],
  'causative-other': ['相手に頼む言い方', 'asked of the other'],
  'deal-number': ['取引の番号', 'the number of a deal'],
  'declared-deliverable': ['納品物に入れると申告されたもの', 'declared as part of the deliverable'],
  'deliverable-datum': ['納品物に入れる連絡先', 'an address for the deliverable'],
  deliverable: ['納品物に入れるもの', 'part of the deliverable'],
  'friendly-chat': ['友人どうしの会話', 'chat among friends'],
  'hub-spoken-of': ['リンク集そのものの話', 'talk of link hubs'],
  'named-by-host': ['サービスの名前として挙げたサイト', 'a site that only names a service'],
  'number-pattern': ['番号の書き方の説明', 'how a number is written'],
  'of-meeting': ['ビデオ会議の話', 'of a video meeting'],
  'of-messenger': ['メッセンジャーの話', 'of a messenger'],
  'of-social': ['SNSの話', 'of a social network'],
  'order-page': ['注文や支払いのページ', 'a page to order or pay'],
  'post-reference': ['作風の参考に挙げた投稿', 'a post shown for its style'],
  'product-text': ['納品する文面', 'words for the work'],
  quoted: ['引用', 'a quotation'],
  'quoted-data': ['報告や断りの中の引用', 'quoted in a report or refusal'],
  'rating-given': ['すでに付いた評価への礼', 'thanks for a rating already given'],
  reference: ['参考資料', 'a reference'],
  report: ['伝聞・報告', 'a report'],
  'search-address': ['検索結果のアドレス', 'the address of a search'],
  'shop-reference': ['参考に挙げた店や商品', 'a shop as a model'],
  'spoken-of-host': ['会社やサービスとして挙げたサイト', 'a site spoken of as a company'],
  'style-reference': ['作風の参考', 'a style reference'],
  'subject-of-work': ['仕事の対象のサイト', 'the site that is worked on'],
  'template-topic': ['ひな形そのものの話', 'talk of templates'],
  topic: ['仕事の話題としての言葉', 'a word of the topic'],
  'work-id': ['商品や仕事のID', 'an id of goods or work'],
}

/** A context of somebody's own packs is shown by its name. */
export const contextName = (context: string): Bilingual => CONTEXT_NAMES[context] ?? [context, context]
