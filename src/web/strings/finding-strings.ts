/** What is said of a text: verdict, findings, other marketplaces, a second opinion. */
import type { Bilingual } from './languages.ts'

export const FINDING_STRINGS = {
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
} as const satisfies Record<string, Bilingual>
