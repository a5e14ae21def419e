/** Every word of the page in Japanese and English, by its key. `{name}` stands for a value. */
import { CATALOGUE_STRINGS } from './catalogue-strings.ts'
import type { Bilingual } from './languages.ts'
import { PAGE_STRINGS } from './page-strings.ts'
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

  // Verdicts
  'verdict.label': ['判定', 'Verdict'],
  'verdict.none': ['—', '—'],
  'verdict.busy.says': ['いまの文章を確かめています。', 'The text as it stands is being checked.'],
  'verdict.unknown': ['未判定', 'Not judged'],
  'verdict.unknown.says': [
    '確かめられなかったため、判定していません。',
    'It could not be checked, so there is no verdict.',
  ],
  'verdict.none.says': [
    '文章を入力すると、ここに判定が出ます。',
    'The verdict appears here once there is a text.',
  ],
  'verdict.allow': ['問題なし', 'Pass'],
  'verdict.warn': ['注意', 'Caution'],
  'verdict.review': ['要審査', 'Review'],
  'verdict.block': ['不可', 'Blocked'],
  'verdict.allow.says': ['このまま保存できます。', 'It can be saved as it is.'],
  'verdict.warn.says': [
    '保存できますが、見直しをおすすめします。',
    'It can be saved; better look at it again.',
  ],
  'verdict.review.says': [
    '担当者の確認か、申請が必要です。',
    'It is held until a person or a form approves it.',
  ],
  'verdict.block.says': ['このままでは保存できません。', 'It cannot be saved like this.'],
  'verdict.allow.sent': ['このまま送れます。', 'It can be sent as it is.'],
  'verdict.warn.sent': ['送れますが、見直しをおすすめします。', 'It can be sent; better look at it again.'],
  'verdict.review.sent': [
    'このままでは送れません。担当者の確認か、申請が必要です。',
    'It cannot be sent like this: a person or a form has to approve it.',
  ],
  'verdict.block.sent': ['このままでは送れません。', 'It cannot be sent like this.'],
  'verdict.busy': ['確かめています', 'Checking'],
  'verdict.spoken': ['判定:{verdict}。指摘{count}件。', 'Verdict: {verdict}. {count} findings.'],
  'incomplete.rule-failed': ['ルールが動きませんでした', 'A rule failed'],
  'incomplete.not-analysed': ['語に分けられない部分がありました', 'Some words could not be analysed'],
  'incomplete.too-long': ['長すぎて確かめられませんでした', 'Too long to be looked at'],
  'incomplete.nothing-to-read': ['文章がありません', 'There is no text in it'],
  'incomplete.not-readable': ['読めない部分がありました', 'It could not be read'],
  'verdict.incomplete': ['確かめられなかったところ', 'What could not be looked at'],

  // Actions
  'action.block': ['不可', 'Block'],
  'action.review': ['要審査', 'Review'],
  'action.warn': ['注意', 'Warn'],
  'action.note': ['参考', 'Note'],
  'action.off': ['対象外', 'Off'],
  'legend.label': ['下線の意味', 'What the underlines mean'],

  // Findings
  'findings.title': ['指摘', 'Findings'],
  'share.link': ['リンクをコピー', 'Copy link'],
  'share.report': ['結果をコピー', 'Copy report'],
  'share.done': ['コピーしました。', 'Copied.'],
  'finding.instead': ['代わりに', 'Instead'],
  'finding.form': ['申請', 'Form'],
  'finding.trail': ['伏せ字の解き方', 'How the disguise was undone'],
  'finding.rule': ['ルール', 'Rule'],
  'finding.source': ['出典', 'Source'],
  'finding.read': ['{date} 確認', 'read {date}'],
  'finding.fix': ['「{text}」に直す', 'Change to “{text}”'],
  'finding.fix.delete': ['この言葉を消す', 'Delete these words'],
  'finding.show': ['本文で見る', 'Show in text'],
  'finding.trial': ['試行中のルール(判定には影響しません)', 'Rule on trial (does not change the verdict)'],
  'finding.obfuscated': ['伏せ字', 'Disguised'],
  'finding.opinion': ['第二意見による指摘', 'Found by a second opinion'],
  'finding.likely': ['おそらく', 'Likely'],
  'finding.applied': ['直しました。', 'Applied.'],

  // Second opinion
  'opinion.answered': ['第二意見({model})も聞いた判定です。', 'A second opinion ({model}) was heard.'],
  'opinion.unusable': [
    '第二意見({model})の答えが読み取れず、規則だけの判定です。',
    'The second opinion ({model}) could not be read: the rules alone decided.',
  ],
  'opinion.late': [
    '第二意見({model})が間に合わず、規則だけの判定です。',
    'The second opinion ({model}) came too late: the rules alone decided.',
  ],
  'opinion.unavailable': [
    '第二意見({model})を得られず、規則だけの判定です。',
    'The second opinion ({model}) could not be had: the rules alone decided.',
  ],
  'opinion.not-asked': [
    '第二意見({model})は聞かず、規則だけの判定です。',
    'No second opinion ({model}) was asked for: the rules alone decided.',
  ],

  // Passport
  'passport.title': ['ほかのマーケットと段階では', 'On other marketplaces, in other phases'],
  'passport.lead': [
    '同じ文章の判定です。マスを押すと、その条件で確かめます。',
    'The same text, judged everywhere. A cell switches to its context.',
  ],
  'passport.caption': ['マーケットと場所ごとの判定', 'Verdict by marketplace and place'],
  'passport.before': ['契約前', 'Before contract'],
  'passport.in': ['契約中', 'In contract'],
  'passport.delivery': ['納品', 'Delivery'],
  'passport.page': ['掲載ページ', 'Public page'],

  // Tokens
  'reading.title': ['読み取り方(ルールを書く人へ)', 'How it was read (for rule writers)'],
  'reading.views': ['文章の見え方', 'Views of the text'],
  'reading.steps': ['ほどいた書き方', 'What was undone'],
  'reading.tokens': ['形態素', 'Morphemes'],
  'reading.surface': ['表記', 'Surface'],
  'reading.pos': ['品詞', 'Part of speech'],
  'reading.step': ['手順', 'Step'],
  'reading.from': ['もと', 'From'],
  'reading.to': ['ほどいた形', 'To'],
  'reading.service': ['サービス', 'Service'],
  'reading.capability': ['できること', 'Capability'],
  'reading.form': ['書き方', 'Form'],
  'reading.kind': ['種類', 'Kind'],
  'reading.value': ['値', 'Value'],
  'reading.conjugation': ['活用', 'Inflection'],
  'reading.base': ['基本形', 'Base form'],
  'reading.reading': ['読み', 'Reading'],
  'reading.origin': ['辞書', 'Dictionary'],
  'reading.span': ['位置', 'Span'],
  'reading.statements': ['何を言っているか', 'What it says'],
  'reading.predicate': ['述語', 'Predicate'],
  'reading.acts': ['行為', 'Acts'],
  'reading.slots': ['補語', 'Slots'],
  'reading.parties': ['だれが → だれと', 'Who → with'],
  'reading.force': ['はたらき', 'Force'],
  'reading.time': ['時', 'Time'],
  'reading.frame': ['枠', 'Frame'],
  'reading.mentions': ['サービス名', 'Services'],
  'reading.data': ['連絡先・リンク', 'Contact data'],
  'origin.known': ['IPADIC', 'IPADIC'],
  'origin.user': ['ユーザー', 'User'],
  'origin.unknown': ['未知語', 'Unknown'],

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

  // Account
  'account.lead': [
    '書き出したファイル(JSON、CSV)を置くと、すべての文章を確かめて報告書にします。',
    'Drop an export (JSON or CSV): every text in it is checked, and a report is made.',
  ],
  'account.drop': ['ここにファイルを置く', 'Drop a file here'],
  'account.choose': ['ファイルを選ぶ', 'Choose a file'],
  'account.sample': ['見本で試す', 'Try a sample'],
  'account.private': ['ファイルは保存されません。', 'The file is not stored.'],
  'account.progress': ['{done} / {total} を確かめました', '{done} of {total} checked'],
  'account.stop': ['やめる', 'Stop'],
  'account.done': ['{fields}か所の文章を確かめました。', '{fields} texts were checked.'],
  'account.summary': ['まとめ', 'Summary'],
  'account.clean': ['直すところは見つかりませんでした。', 'Nothing to change was found.'],
  'account.unseen': ['確かめていないもの', 'Not looked at'],
  'account.faults': ['読めなかったところ', 'What could not be read'],
  'account.stopped': ['途中でやめました。残りは確かめていません。', 'Stopped: the rest was not checked.'],
  'account.unreadable': ['このファイルは読めませんでした。', 'This file could not be read.'],
  'account.encoding': [
    '文字コードを判別できませんでした。UTF-8かShift_JISで保存してください。',
    'The encoding is neither UTF-8 nor Shift_JIS.',
  ],
  'account.not-json': ['JSONとして読めません({line}行目)。', 'Not valid JSON (line {line}).'],
  'account.no-texts': [
    '文章が見つかりませんでした。見出し(タイトル、説明など)を確かめてください。',
    'No texts were found. Check the headers.',
  ],
  'account.unknown': [
    '知らない項目(ページの文章として確かめました)',
    'Unknown fields (checked as text of the page)',
  ],
  'account.meant': ['{key}のことですか?', 'Did you mean {key}?'],
  'account.via': ['{path} からのリンク先', 'Linked from {path}'],
  'account.row': ['{row}行目', 'Row {row}'],
  'account.save.html': ['報告書を保存 (HTML)', 'Save report (HTML)'],
  'account.save': ['結果を保存 (JSON)', 'Save the findings (JSON)'],
  'account.print': ['印刷', 'Print'],

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
  ...CATALOGUE_STRINGS,
  ...PAGE_STRINGS,
  ...TRIAL_STRINGS,
  'error.not-found': ['お探しのページはありません。', 'There is no such page.'],
  'error.home': ['文章を確かめるページへ', 'To the page that checks texts'],
  'error.not-ready': ['準備中です。少しお待ちください。', 'Starting. Please wait a moment.'],
} as const satisfies Record<string, Bilingual>

export type StringKey = keyof typeof STRINGS
