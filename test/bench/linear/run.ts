/**
 * `npm run bench:linear [-- KIND…]`: what 100,000 characters cost beside 10,000, for text of every kind that could be
 * trouble: ten times, if time is linear. The best of several, taken in turns.
 */
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { openLinterLoader } from '../../../src/runtime/load-linter.ts'

const KINDS: Readonly<Record<string, string>> = {
  prose: 'お世話になっております。ご相談の件、承知いたしました。来週までに初稿をお送りします。\n',
  'prose in one line': 'お世話になっております。ご相談の件、承知いたしました。来週までに初稿をお送りします。',
  'prose without 、。': 'お世話になっておりますご相談の件承知いたしました来週までに初稿をお送りします',
  proposals: '連絡先を教えてください。詳しくはLINEで話しませんか。',
  'a name': 'LINEで',
  'a masked name': 'ら〇ん',
  'a name in hiragana': 'らいん',
  'a letter a line': 'ラ\n',
  digits: '0123456789',
  'digits in words': 'ゼロキューゼロ',
  'figures of circles': '〇',
  'one kanji': '一',
  'kanji digits': '一二三',
  'one katakana': 'カ',
  'one hiragana': 'っ',
  'one letter': 'a',
  'dots between letters': 'a.b.',
  'at signs': '@a',
  addresses: 'https://a.jp/',
  emoji: '😀',
  'brackets that open': '「（',
  'line ends': '\n',
  blanks: ' 　',
  percent: '%E3%83%A9',
  entities: '&#12521;',
  Base64: '8J+YgA==bGluZTphYmMxMjM=',
  bytes: '6c 69 6e 65 ',
  bits: '01101100 01101001 ',
  Morse: '.-.. .. -. . ',
  'a codebook': 'リチウム・ネオン・',
  'codes of characters': 'chr(107),chr(117)&"a"',
  'a number in a sentence without end': '電話番号は09012345678です',
  'a piece of a number': '電話番号は0901です',
  'numbers to be changed': '各桁に1を足して0801234567',
  'names in marks': '「data_2024」という名前',
  'padding to take out': '★を抜いてa★b★@',
  'links in words': 'lit ドット link スラッシュ abc ',
  'a code that lets in': '招待コード abc123 パスコード 4455',
  'a list without a heading': '- LINEで話しませんか\n',
  'questions and answers': 'Q. LINEは？\nA. いいえ\n',
}
const ROUNDS = 3
const asked = process.argv.slice(2)

const linter = openLinterLoader().built()
const lintMs = (text: string): number => {
  const submission = submissionSchema.parse({ marketplace: 'coconala', channel: 'message', text })
  const started = performance.now()
  linter.lint(submission)
  return performance.now() - started
}
const ofLength = (unit: string, length: number, round: number): string =>
  // Not the same text twice: documents are remembered.
  (String(round) + unit.repeat(Math.ceil(length / unit.length))).slice(0, length)

console.log('| kind of text | 10,000 characters | 100,000 | ratio |\n|---|---|---|---|')
for (const [kind, unit] of Object.entries(KINDS)) {
  if (asked.length > 0 && !asked.includes(kind)) continue
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round++) {
    short = Math.min(short, lintMs(ofLength(unit, 10_000, round)))
    long = Math.min(long, lintMs(ofLength(unit, 100_000, round)))
  }
  console.log(`| ${kind} | ${short.toFixed(0)} ms | ${long.toFixed(0)} ms | ${(long / short).toFixed(1)} × |`)
}
