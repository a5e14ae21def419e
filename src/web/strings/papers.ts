/** What the papers are called in the site's navigation, by reader; the papers themselves are in one language each. */
import type { Bilingual } from './languages.ts'

export interface Shelf {
  readonly reader: Bilingual
  /** The first is the way in. */
  readonly papers: readonly PaperName[]
}

export interface PaperName {
  /** Its address below /docs/. */
  readonly name: string
  readonly title: Bilingual
}

const paper = (name: string, ja: string, en: string): PaperName => ({ name, title: [ja, en] })

export const SHELVES: readonly Shelf[] = [
  {
    reader: ['出品者の方へ', 'For sellers'],
    papers: [
      paper('sellers', '使い方', 'How to use it'),
      paper('sellers/pages', '自分のページを確かめる', 'Checking your own pages'),
      paper('sellers/extension', 'ブラウザ拡張', 'The browser extension'),
    ],
  },
  {
    reader: ['マーケットの方へ', 'For marketplaces'],
    papers: [
      paper('marketplaces', 'はじめに', 'Start here'),
      paper('marketplaces/api', 'HTTP・クライアント・組み込み', 'HTTP, client, in a process'),
      paper('marketplaces/deploy', '動かす', 'Deploy'),
      paper('marketplaces/operations', '動かし続ける', 'Operations'),
      paper('marketplaces/field', '入力欄に組み込む', 'In your message box'),
      paper('marketplaces/browser', 'ブラウザだけで動かす', 'In the browser alone'),
      paper('marketplaces/command-line', 'コマンド', 'On the command line'),
      paper('marketplaces/exports', '読み込めるファイル', 'Exports and files'),
      paper('marketplaces/agents', 'エージェントとCI', 'Agents and CI'),
      paper('marketplaces/accept', '認めて先へ進む', 'Accept and go on'),
    ],
  },
  {
    reader: ['ルールを決める方へ', 'For policy owners'],
    papers: [
      paper('policy', 'はじめに', 'Start here'),
      paper('rules', 'ルールの書き方', 'Writing rules'),
      paper('dictionaries', '辞書', 'Dictionaries'),
      paper('policy/figures', 'どれだけ正しいか', 'How right it is'),
      paper('policy/tone', '文体のルール', 'Tone'),
      paper('policy/second-opinion', '第二意見', 'A second opinion'),
    ],
  },
  {
    reader: ['開発に加わる方へ', 'For contributors'],
    papers: [
      paper('contributing', '加わるには', 'Contributing'),
      paper('contributing/speed', '速さと大きさ', 'Speed and size'),
      paper('contributing/morphology', '形態素解析', 'Morphology'),
      paper('security', '安全と約束', 'Security'),
      paper('changelog', '変更点', 'Changes'),
    ],
  },
]

/** The reference is made from the service's routes; a static site has none. */
export const REFERENCE: PaperName = paper('reference', 'HTTPリファレンス', 'HTTP reference')

export const paperName = (name: string): Bilingual | undefined =>
  SHELVES.flatMap(({ papers }) => papers).find((one) => one.name === name)?.title
