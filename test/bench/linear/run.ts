/**
 * `npm run bench:linear [-- KIND…]`: what 100,000 characters cost beside 10,000, for text of every kind that could be
 * trouble: ten times, if time is linear; above eleven the run fails. Once warm, the middle one of several, taken in
 * turns; time of the processor, which other programs do not lengthen as they do the clock's.
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
  'many names': 'LINEとZoomとSlackとDiscordとInstagramとメルカリとDropboxとPayPay、',
  'many loose names': 'kurage_88 umi-works.7 sora.lab2 ',
  romaji: 'rain no hou ga hayai desu denwa bangou wo oshiete kudasai ',
  'words in kana': 'れんらくさきをおしえてくださいめーるでんわ',
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
  'brackets that close': '「あ」（い）〔う〕',
  'one at sign': '@',
  'one dot': '.',
  'one bracket': '〔',
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
  'a formula': '"a"&CHAR(64)&"b"&',
  'codes in a list': '107,117,109,97,64,',
  escapes: '\\u30e9\\u30a4',
  tiles: '🀇🀈🀉を読み解いて',
  cards: '🂡🂢🂣',
  braille: '⠇⠊⠝⠑',
  runes: 'ᛚᛁᚾᛖ',
  'a spelling alphabet to decode': '通話表で朝日のア、いろはのイ、',
  'the NATO alphabet': 'lima india november echo を解読して ',
  'Roman figures': 'ⅨⅤⅠ',
  dice: '⚀⚁⚂を順に',
  'letters apart': 'L I N E で ',
  'letters with marks': 'L.I.N.E ',
  'letters twice': 'LLIINNEEで',
  'words backwards': '逆から読んで ENIL ',
  'lines to read down': 'ラッパを\nイカが\nンという\n縦読みで\n',
  'words in kana of half width': 'ﾗｲﾝﾃﾞﾊﾅｼﾏｾﾝｶ',
  'a number in a sentence without end': '電話番号は09012345678です',
  'a piece of a number': '電話番号は0901です',
  'numbers to be changed': '各桁に1を足して0801234567',
  'numbers in pieces': '090です。つづいて1234、最後に5678を並べて',
  'numbers to be read back': '後ろから読んで 87654321090 ',
  'numbers of other countries': '(650) 723-1614 に電話 +1 650 ',
  'numbers as words': 'ゼロハチゼロ、よいくに、いいふろ ',
  'figures among words': 'ミシン0くるくる9まわって0いと',
  'an address in words': 'tanaka あっと gmail どっと com ',
  'an address apart': 't-a-n-a-k-a-@-',
  'an address in parts': 'すずめのおやどをローマ字にしたもののあとにジーメール',
  'an end to put behind': 'このあとに @gmail.com を付けて',
  'capitals to take out': '大文字は消してtaROnaka@exKOREample.',
  'hosts of other scripts': 'くらげ.みんな ',
  'an account behind its cue': 'IDは kurage_88 ',
  'accounts to look up': '@kurage_88 で検索',
  'files named like accounts': 'LINE公式_@deck.png ',
  'accounts without end': 'a_1.b-2_',
  'names in marks': '「data_2024」という名前',
  'padding to take out': '★を抜いてa★b★@',
  'padding in names': 'ラタイタンで話そう。タを抜いて。',
  'digits one by one': 'ゼロ、ご、ゼロ。さん、さん、なな、',
  'signs on their own lines': 'kuma\n(あっと)\nlab\n(てん)\njp\n',
  'words that ask to undo': '頭文字をつなげて逆さに読んで',
  'links in words': 'lit ドット link スラッシュ abc ',
  'a code that lets in': '招待コード abc123 パスコード 4455',
  'a list without a heading': '- LINEで話しませんか\n',
  'topics of clauses in brackets': '写真は[[mina1998@gmail.com]]までお願いします',
  'questions and answers': 'Q. LINEは？\nA. いいえ\n',
}
const [SHORT, LONG] = [10_000, 100_000]
const ROUNDS = 5
/** How often the short text is linted in a round: what is collected after one is borne by another. */
const SHORTS_A_ROUND = 4
/** Short texts before any time is taken: until then it is the compiler's. */
const WARM_UPS = 10
/** What ten times the text may cost: a kind above it fails the run. */
const MOST = 11
const asked = process.argv.slice(2)

const linter = openLinterLoader().built()
const lintMs = (text: string): number => {
  const submission = submissionSchema.parse({ marketplace: 'coconala', channel: 'message', text })
  const started = process.cpuUsage()
  linter.lint(submission)
  return process.cpuUsage(started).user / 1000
}
/** Whole units: half of one at the end would be a text of another kind. Not the same text twice: documents are remembered. */
const ofLength = (unit: string, length: number, turn: number): string =>
  String(turn % 10) + unit.repeat(Math.floor((length - 1) / unit.length))
const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!

console.log('| kind of text | 10,000 characters | 100,000 | ratio |\n|---|---|---|---|')
for (const [kind, unit] of Object.entries(KINDS)) {
  if (asked.length > 0 && !asked.includes(kind)) continue
  let turn = 0
  for (let times = 0; times < WARM_UPS; times++) lintMs(ofLength(unit, SHORT, turn++))
  const shorts: number[] = []
  const longs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (let times = 0; times < SHORTS_A_ROUND; times++) shorts.push(lintMs(ofLength(unit, SHORT, turn++)))
    longs.push(lintMs(ofLength(unit, LONG, turn++)))
  }
  const [short, long] = [middleOf(shorts), middleOf(longs)]
  const ratio = long / short
  if (ratio > MOST) process.exitCode = 1
  const mark = ratio > MOST ? ' **over**' : ''
  console.log(`| ${kind} | ${short.toFixed(0)} ms | ${long.toFixed(0)} ms | ${ratio.toFixed(1)} ×${mark} |`)
}
