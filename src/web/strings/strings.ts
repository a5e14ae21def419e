/** Every word of the page in Japanese and English, by its key. `{name}` stands for a value. */

import { ACCOUNT_STRINGS } from './account-strings.ts'
import { CATALOGUE_STRINGS } from './catalogue-strings.ts'
import { CONTEXT_STRINGS } from './context-strings.ts'
import { FINDING_STRINGS } from './finding-strings.ts'
import type { Bilingual } from './languages.ts'
import { PAGE_STRINGS } from './page-strings.ts'
import { READING_STRINGS } from './reading-strings.ts'
import { TALK_STRINGS } from './talk-strings.ts'
import { TRIAL_STRINGS } from './trial-strings.ts'

export const STRINGS = {
  // The frame of every page
  'site.title': ['関所 Sekisho', 'Sekisho 関所'],
  'site.tagline': ['送る前に、ことばを確かめる。', 'Check the words before you send them.'],
  'site.lead': [
    'スキルマーケットの規約と文体に照らして、問題になる言葉と理由、直し方をその場でお伝えします。',
    'Which words break the rules of a Japanese skill marketplace, why, and what to write instead: told as you type.',
  ],
  'nav.label': ['ページ', 'Pages'],
  'nav.try': ['ためす', 'Try it'],
  'nav.rules': ['ルール', 'Rules'],
  'nav.docs': ['説明書', 'Docs'],
  'nav.language': ['English', '日本語'],
  'nav.skip': ['本文へ', 'Skip to content'],
  'foot.privacy': [
    '入力した文章は保存も記録もされません。このページは外部と通信しません。',
    'What you type is neither stored nor logged. This page talks to no other site.',
  ],
  noscript: [
    'このページで文章を確かめるにはJavaScriptが必要です。ルール一覧はそのままお読みいただけます。',
    'Checking a text here needs JavaScript. The list of rules works without it.',
  ],

  // Modes
  'mode.label': ['確かめるもの', 'What to check'],
  'mode.text': ['ひとつの文章', 'One text'],
  'mode.talk': ['やり取り', 'Conversation'],
  'mode.pages': ['自分のページ', 'My pages'],
  'mode.account': ['アカウント', 'Account'],

  // Examples
  'example.label': ['例で見る', 'Examples'],
  'example.disguise': ['「ら〇ん」の誘い', 'A disguised invitation'],
  'example.name': ['「LINE」だけ', 'The bare name'],
  'example.refusal': ['断りの文', 'A refusal'],
  'example.drive': ['ドライブのリンク', 'A Drive link'],
  'example.tone': ['言葉づかい', 'Manners'],
  'example.talk.split': ['分けて送られた番号', 'A number in pieces'],
  'example.talk.accept': ['誘いへの返事', 'An acceptance'],
  'example.talk.first': ['遅い最初の連絡', 'A late first message'],
  'example.talk.nag': ['続けての催促', 'Reminders'],

  // Editor
  'editor.label': ['確かめる文章', 'Text to check'],
  'editor.placeholder': [
    'ここに文章を入力するか、貼り付けてください',
    'Type or paste a text here (Japanese)',
  ],
  'editor.keys': [
    'F8で次の指摘へ、Shift+F8で前の指摘へ移ります。',
    'F8 goes to the next finding, Shift+F8 to the one before.',
  ],
  'editor.count': ['{count} / {limit} 文字', '{count} / {limit} characters'],
  'editor.clear': ['消す', 'Clear'],

  // Faults
  'fault.offline': [
    'サーバーにつながりません。つながり次第、確かめ直します。',
    'The server cannot be reached. It will be tried again.',
  ],
  'fault.slow': [
    'サーバーの返事が遅れています。まもなく、もう一度確かめます。',
    'The server takes too long. It is asked again in a moment.',
  ],
  'fault.again': ['もう一度確かめる', 'Check again'],
  'fault.too-long': [
    '文章が長すぎます({limit}文字まで)。',
    'The text is too long (up to {limit} characters).',
  ],
  'fault.busy': [
    '混み合っています。{seconds}秒後に確かめ直します。',
    'Too many requests. Trying again in {seconds} s.',
  ],
  'fault.key.wrong': [
    'このAPIキーは使えません。確かめて、入れ直してください。',
    'This API key is not known. Please check it.',
  ],
  'fault.key': ['このサーバーではAPIキーが必要です。', 'This server asks for an API key.'],
  'fault.key.label': ['APIキー', 'API key'],
  'fault.key.use': ['使う', 'Use'],
  'fault.closed': [
    'このサーバーではAPIが開かれていません(APIキーの設定がありません)。',
    'This server does not serve the API (no keys are configured).',
  ],
  'fault.other': ['確かめられませんでした({code})。', 'It could not be checked ({code}).'],
  ...CONTEXT_STRINGS,
  ...FINDING_STRINGS,
  ...READING_STRINGS,
  ...TALK_STRINGS,
  ...ACCOUNT_STRINGS,
  ...CATALOGUE_STRINGS,
  ...PAGE_STRINGS,
  ...TRIAL_STRINGS,
  'error.not-found': ['お探しのページはありません。', 'There is no such page.'],
  'error.home': ['文章を確かめるページへ', 'To the page that checks texts'],
  'error.not-ready': ['準備中です。少しお待ちください。', 'Starting. Please wait a moment.'],
} as const satisfies Record<string, Bilingual>

export type StringKey = keyof typeof STRINGS
