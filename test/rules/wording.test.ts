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
      const policy = new Policy(pack)
      const wrong: string[] = []
      for (const channel of [
        'message',
        'proposal',
        'talkroom',
        'profile',
        'portfolio',
        'service',
        'blog',
      ] as const) {
        for (const phase of ['before_contract', 'in_contract'] as const) {
          const submission = submissionSchema.parse({ marketplace: pack.id, text: '', channel, phase })
          for (const category of Object.keys(pack.wording)) {
            const action = policy.action(category, submission, undefined)
            const { why = '', instead = '' } = policy.wording(category, submission) ?? {}
            const isFree = action === 'note' || action === 'off'
            const says = /禁止|できません|申請と承認が必要/.test(why)
            const toItself = channel === 'portfolio' && /ポートフォリオに(?:載せ|登録)/.test(instead)
            if ((isFree && says) || toItself) wrong.push(`${channel} ${phase} ${category}: ${why}${instead}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )
})
