/** The words of the rule catalogue and of the papers' frame. */
import type { Bilingual } from './languages.ts'

export const CATALOGUE_STRINGS = {
  // Rules
  'rules.title': ['ルール一覧', 'Rules'],
  'rules.lead': [
    'すべての指摘は、ここにあるルールのどれかによるものです。それぞれに出典と、確かめるための例文があります。',
    'Every finding comes from one of these rules. Each has its source, and the examples that prove it.',
  ],
  'rules.search': ['ルールをさがす', 'Search the rules'],
  'rules.search.button': ['さがす', 'Search'],
  'rules.count': ['{count}件', '{count} rules'],
  'rules.none': ['あてはまるルールはありません。', 'No rule matches.'],
  'rules.table': ['マーケットごとの扱い', 'By marketplace'],
  'rules.packs': ['使っているルール集', 'Packs in force'],
  'rules.pack': ['ルール集', 'Pack'],
  'rules.version': ['版', 'Version'],
  'rules.digest': ['指紋(SHA-256)', 'Digest (SHA-256)'],
  'rule.back': ['ルール一覧へ', 'All rules'],
  'rule.what': ['何を', 'What'],
  'rule.why': ['理由', 'Why'],
  'rule.instead': ['代わりに', 'Instead'],
  'rule.source': ['出典', 'Source'],
  'rule.where': ['どこで働くか', 'Where it acts'],
  'rule.where.all': ['すべての場所', 'Everywhere'],
  'rule.where.rest': ['そのほか', 'Elsewhere'],
  'rule.how': ['扱い', 'Action'],
  'rule.column': ['場所', 'Place'],
  'rule.cases': ['場合分け', 'Special cases'],
  'rule.unless': ['指摘しない文脈', 'Not in these contexts'],
  'rule.needs': ['必要な文脈', 'Only in these contexts'],
  'rule.flags': ['指摘する例', 'Flags'],
  'rule.allows': ['指摘しない例', 'Allows'],
  'rule.misses': ['まだ見つけられない例', 'Known gaps'],
  'rule.try': ['この例を試す', 'Try this example'],
  'rule.pack': ['ルール集', 'Pack'],
  'rule.stage': ['段階', 'Stage'],
  'rule.category': ['分類', 'Category'],
  'stage.stable': ['安定', 'Stable'],
  'stage.trial': ['試行中', 'On trial'],
  'stage.retired': ['終了', 'Retired'],

  // Papers
  'docs.title': ['説明書', 'Docs'],
  'docs.lead': [
    '読む人ごとにまとめてあります。出品者向けは日本語、そのほかは英語です。',
    'By reader. What sellers need is in Japanese, the rest in English.',
  ],
  'docs.nav': ['説明書の一覧', 'All papers'],
  'docs.back': ['説明書の一覧へ', 'All papers'],
  'docs.problems': ['問題コード', 'Problem codes'],
  'docs.problems.lead': [
    'APIの失敗はすべて application/problem+json で、code はずっと変わりません。',
    'Every fault of the API is application/problem+json, with one of these in code; a code stays for ever.',
  ],
  'docs.problems.means': ['意味', 'Means'],
} as const satisfies Record<string, Bilingual>
