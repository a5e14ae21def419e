/** A whole account and its report. */
import type { Bilingual } from './languages.ts'

export const ACCOUNT_STRINGS = {
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
} as const satisfies Record<string, Bilingual>
