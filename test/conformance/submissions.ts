/** Submissions whose reports have to be the same, byte for byte, wherever they are linted. */
import type { RawSubmission } from '../../src/core/contract/submission.ts'

const texts: readonly string[] = [
  '詳しくはLINEで話しませんか',
  'LINEスタンプを制作しています',
  'LINEでのやり取りは規約で禁止されています',
  'ここではLINEは禁止なので、Xの方でお願いします。',
  '😀😀ら〇んで話しませんか👨‍👩‍👧‍👦',
  'ＬＩＮＥ、Ⓛⓘⓝⓔ、𝐋𝐈𝐍𝐄、L I N E、ﾗｲﾝ、らい\u200bんで連絡ください',
  '番号は〇九〇の一二三四の五六七八です。\n0 9 0 - 1 2 3 4 - 5 6 7 8',
  'tanaka.taro＠gmail．com / tanaka(at)gmail[dot]com',
  '資料: https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/view',
  '拝見させていただきました！！！了解しました。〇〇様、なるはやでお願いします(笑)',
  '\ud83d\u0000あ\udc00LINEで話しませんか',
  'e\u0301 が か\u3099 ㍿ ℡ ﷺ',
  'あ'.repeat(3000),
  'a'.repeat(3000),
  '、。'.repeat(1000),
  '',
]

export const submissions: readonly RawSubmission[] = [
  ...texts.flatMap((text, index) => [
    { id: `coconala-${index}`, marketplace: 'coconala', channel: 'message', text } as const,
    { id: `crowdworks-${index}`, marketplace: 'crowdworks', channel: 'proposal', text } as const,
    { id: `lancers-${index}`, marketplace: 'lancers', channel: 'talkroom', role: 'buyer', text } as const,
  ]),
  {
    id: 'history',
    marketplace: 'coconala',
    channel: 'talkroom',
    category: '電話相談',
    recipientName: '田中',
    history: [
      { role: 'seller', text: '090-1234' },
      { role: 'buyer', text: 'LINEを交換しませんか?' },
    ],
    approvals: ['outside_contact'],
    text: '5678です。追加いたしました。鈴木様',
  },
]

/** As JSONL, the form in which the command line takes them. */
export const submissionLines = (): string =>
  submissions.map((submission) => `${JSON.stringify(submission)}\n`).join('')
