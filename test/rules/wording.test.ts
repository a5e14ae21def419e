/** What a writer is told fits the place: never to do what they are doing, nor that something is forbidden that is not. */
import { describe, expect, test } from 'vitest'
import type { RawSubmission } from '../../src/core/contract/submission.ts'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { Policy } from '../../src/core/lint/policy.ts'
import type { MarketplacePack } from '../../src/core/rules/rule-spec.ts'
import { testLinter } from '../support/linter.ts'

const linter = testLinter()
const told = (category: string, submission: RawSubmission) => {
  const found = linter
    .lint(submissionSchema.parse(submission))
    .findings.find((one) => one.category === category)
  return found && { action: found.action, words: `${found.why}${found.instead ?? ''}`, form: found.form }
}

const VIDEO = '動画はこちらです。https://youtu.be/dQw4w9WgXcQ'
const MEET = 'Zoomで打ち合わせしませんか。'
const MAIL = '資料は taro.y@gmail.com へお送りください。'

test.each([
  [
    'a video in a portfolio is not sent to the portfolio',
    'link.video',
    { marketplace: 'coconala', channel: 'portfolio', text: VIDEO },
    /説明文/,
    /ポートフォリオに|禁止/,
  ],
  [
    'nor on クラウドワークス',
    'link.video',
    { marketplace: 'crowdworks', channel: 'portfolio', text: VIDEO },
    /説明文/,
    /登録するか|禁止/,
  ],
  [
    'a talkroom is not sent to the message',
    'contact.email',
    { marketplace: 'coconala', channel: 'talkroom', text: MAIL },
    /トークルームで/,
    /メッセージ\(/,
  ],
  [
    'a call after the escrow needs no form on ランサーズ',
    'contact.meeting',
    { marketplace: 'lancers', phase: 'in_contract', text: MEET },
    /仮払いの後は/,
    /禁止/,
  ],
  [
    'a call before it does not go',
    'contact.meeting',
    { marketplace: 'lancers', phase: 'before_contract', text: MEET },
    /仮払いの前/,
    /できます/,
  ],
  [
    'an address after the escrow needs the form',
    'contact.email',
    { marketplace: 'lancers', phase: 'in_contract', text: MAIL },
    /連絡先公開申請/,
    /仮払いの前/,
  ],
  [
    'what was approved is not asked for again',
    'contact.email',
    { marketplace: 'crowdworks', approvals: ['outside_contact'], text: MAIL },
    /承認されています/,
    /必要です/,
  ],
  [
    'a file in a talkroom is attached there',
    'link.cloud',
    {
      marketplace: 'coconala',
      channel: 'talkroom',
      text: 'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/view',
    },
    /このままトークルーム/,
    /ご購入後/,
  ],
  [
    'a short link on a page is not sent to the long one, which may not stand there either',
    'link.shortener',
    { marketplace: 'coconala', channel: 'service', text: '作品は https://bit.ly/3xYzAbC です。' },
    /外して/,
    /^短縮URLは、開くまで行き先が分かりません。短縮する前/,
  ],
  [
    'nor a short link before the escrow, where the long one may not stand either',
    'link.shortener',
    { marketplace: 'lancers', phase: 'before_contract', text: '作品は https://bit.ly/3xYzAbC です。' },
    /外し/,
    /短縮する前/,
  ],
  ...(['crowdworks', 'lancers'] as const).flatMap((marketplace) =>
    (['before_contract', 'after_contract'] as const).flatMap((phase) =>
      (
        [
          ['contact.email', MAIL],
          ['link.site', '当方のサイトは https://mizuki-design.com です。'],
          ['link.hub', '一覧は https://lit.link/mizuki です。'],
          ['link.transfer', 'データは https://gigafile.nu/1234-abcd に置きました。'],
        ] as const
      ).map(([category, text]): [string, string, RawSubmission, RegExp, RegExp] => [
        `a review on ${marketplace}, ${phase}, is told to leave ${category} out, not where works go nor which form there is`,
        category,
        { marketplace, channel: 'review', phase, text },
        /評価の文章からは外/,
        /ポートフォリオ|申請を|連絡先のあるページでない/,
      ]),
    ),
  ),
  ...(['link.site', 'link.hub'] as const).map((category): [string, string, RawSubmission, RegExp, RegExp] => [
    `who asks on クラウドワークス is not told where works go: ${category}`,
    category,
    {
      marketplace: 'crowdworks',
      channel: 'request',
      text:
        category === 'link.hub'
          ? '一覧は https://lit.link/mizuki です。'
          : '当社は https://kurage-kobo.jp です。',
    },
    /お仕事に必要なページ/,
    /実績|ポートフォリオ/,
  ]),
  [
    'a buyer who shows a page of his own is not told where works go',
    'link.site',
    {
      marketplace: 'lancers',
      role: 'buyer',
      phase: 'before_contract',
      text: '当社のサイトは https://kurage-kobo.jp です。',
    },
    /お仕事に必要なページ/,
    /実績|作品/,
  ],
  [
    'nor one who asks in public',
    'link.site',
    {
      marketplace: 'coconala',
      channel: 'request',
      role: 'buyer',
      text: '当社のサイト https://kurage-kobo.jp のような雰囲気のロゴを希望します。',
    },
    /トークルームで/,
    /作品/,
  ],
  [
    'a shop after the escrow is not told of the time before it',
    'link.shop',
    {
      marketplace: 'lancers',
      phase: 'in_contract',
      text: '続きのご依頼は私のネットショップ https://kurage.base.shop からお願いします。',
    },
    /ランサーズを通さない/,
    /仮払いの前/,
  ],
  [
    'what has been approved counts only after the escrow on ランサーズ',
    'contact.email',
    { marketplace: 'lancers', phase: 'before_contract', approvals: ['outside_contact'], text: MAIL },
    /仮払いの前/,
    /認められています/,
  ],
  [
    'a meeting in person is called that',
    'contact.in_person',
    { marketplace: 'coconala', text: '一度、喫茶店で直接お会いして打ち合わせしませんか。' },
    /お会い/,
    /メールアドレス/,
  ],
  [
    "a client's data for the work is no invitation to write here",
    'contact.phone',
    {
      marketplace: 'coconala',
      channel: 'talkroom',
      role: 'buyer',
      text: 'サイトのフッターに載せる電話番号は 03-1234-5678 です。',
    },
    /制作物に載せる/,
    /やり取りは/,
  ],
  [
    'nor is what the caller says is such data',
    'contact.phone',
    { marketplace: 'lancers', purpose: 'deliverable', text: '電話番号は 03-1234-5678 です。' },
    /制作物に載せる/,
    /やり取りは/,
  ],
  [
    'who reports an address is told to leave it out',
    'contact.email',
    {
      marketplace: 'coconala',
      channel: 'talkroom',
      text: '他の方から「taro.y@gmail.com に連絡して」と言われましたが、お断りしました。',
    },
    /連絡先そのものは書かずに/,
    /やり取りは/,
  ],
] as const)('%s', (_, category, submission, says, never) => {
  const { words } = told(category, submission as RawSubmission)!
  expect(words).toMatch(says)
  expect(words).not.toMatch(never)
})

describe('in every place', () => {
  const packs = linter.packs.flatMap(({ spec }) =>
    spec.kind === 'marketplace' ? [spec as MarketplacePack] : [],
  )
  test.each(packs.map((pack) => [pack.title, pack] as const))(
    '%s forbids in words only what it holds',
    (_, pack) => {
      const policy = new Policy(pack, [])
      const wrong: string[] = []
      for (const channel of [
        'message',
        'proposal',
        'talkroom',
        'profile',
        'portfolio',
        'service',
        'blog',
        'request',
        'review',
      ] as const) {
        const phases = { request: ['before_contract'], review: ['after_contract'] } as const
        for (const phase of phases[channel as keyof typeof phases] ?? ['before_contract', 'in_contract']) {
          const submission = submissionSchema.parse({ marketplace: pack.id, text: '', channel, phase })
          for (const category of Object.keys(pack.wording)) {
            const action = policy.action(category, submission, undefined)
            const { why = '', instead = '', form } = policy.wording(category, submission) ?? {}
            const isFree = action === 'note' || action === 'off'
            const says = /禁止|できません|申請と承認が必要/.test(why)
            const toItself = channel === 'portfolio' && /ポートフォリオに(?:載せ|登録)/.test(instead)
            // No form opens a page that everybody reads, and none can be handed in from there.
            const isPublic = /^(?:profile|portfolio|review)$/.test(channel)
            const noWay = isPublic && (form !== undefined || /申請をご(?:提出|利用)/.test(instead))
            const notThere =
              /^(?:profile|review)$/.test(channel) && /^(?!.*(?:メッセージ|トークルーム)).*添付/.test(instead)
            if ((isFree && says) || toItself || noWay || notThere)
              wrong.push(`${channel} ${phase} ${category}: ${why}${instead}${form ?? ''}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )
})
