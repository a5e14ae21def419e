import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNELS, PHASES, type RawSubmission } from '../../../src/core/contract/submission.ts'
import { policyOf } from '../../../src/core/second-opinion/consult.ts'
import { inquire } from '../../../src/core/second-opinion/inquiry.ts'
import {
  QUESTION_LENGTH,
  questionDigest,
  questionOf,
  questionsOf,
} from '../../../src/core/second-opinion/question.ts'
import { marked, packs } from './ask.ts'

const inquiry = (text: string, context: Partial<RawSubmission> = {}) => {
  const { submission, report } = marked(text, context)
  return inquire(submission, report, policyOf(packs(), submission.marketplace))
}
const lengthOf = ({ system, user }: { system: string; user: string }) => system.length + user.length

describe('whether there is something to ask', () => {
  it.each([
    ['a doubt', '[[そちら]]で', true],
    ['a possible finding', '((そちらで話し))ませんか', true],
    ['a likely finding', '{{LINEで話し}}ませんか', true],
    ['nothing', 'こんにちは', false],
    ['a certain finding', '<<LINEで話し>>ませんか', false],
    ['a doubt beside a certain block: no answer changes it', '<<LINEで話し>>ませんか。[[そちら]]で', false],
    ['a likely finding beside a certain block', '<<LINEで話し>>ませんか。{{LINEで}}', false],
  ])('%s', (_, text, asked) => {
    expect(inquiry(text) !== undefined).toBe(asked)
  })

  it('asks nothing of what the marketplace lets pass', () => {
    expect(inquiry('[[そちら]]で', { marketplace: 'crowdworks' })).toBeDefined()
    expect(
      inquiry('[[そちら]]で', { marketplace: 'crowdworks', approvals: ['outside_contact'] }),
    ).toBeUndefined()
  })

  it('asks nothing of a doubt in what is declared to be data for the work', () => {
    expect(inquiry('[[そちら]]で', { purpose: 'deliverable' })).toBeUndefined()
    expect(inquiry('{{そちら}}で', { purpose: 'deliverable' })).toBeDefined()
  })

  it('is the same inquiry whatever the message is called, and another in another context', () => {
    const id = inquiry('[[そちら]]で')!.id
    expect(inquiry('[[そちら]]で', { id: 'm1' })!.id).toBe(id)
    expect(inquiry('[[そちら]]で', { channel: 'talkroom' })!.id).not.toBe(id)
    expect(inquiry('[[そちら]]で', { history: [{ role: 'buyer', text: 'LINEは?' }] })!.id).not.toBe(id)
  })
})

describe('a question', () => {
  it('shows text, context, history and the open words as data', () => {
    const { user, shown } = questionOf(
      inquiry('では[[そちら]]で"お願い"します。\n', {
        channel: 'talkroom',
        category: 'ロゴ制作',
        recipientName: '山田',
        history: [{ role: 'buyer', text: 'LINEはありますか' }],
      })!,
      packs(),
    )
    expect(JSON.parse(user)).toEqual({
      場所: 'トークルーム、契約中',
      書き手: '出品者(受注者)',
      サービス: 'ロゴ制作',
      前のやり取り: ['購入者(発注者): LINEはありますか'],
      本文: 'ではそちらで"お願い"します。\n',
      決められなかった言葉: ['「そちら」(contact.exchange)'],
    })
    expect(shown[0]!.parts).toEqual([{ start: 0, end: 16 }])
  })

  it('has at most 2,500 characters for a message of 120, everywhere', () => {
    for (const marketplace of ['coconala', 'crowdworks', 'lancers']) {
      for (const channel of CHANNELS) {
        for (const phase of PHASES) {
          const asked = inquiry(`[[そちら]]で${'お願いします。'.repeat(16)}abcd`, {
            marketplace,
            channel,
            phase,
          })
          if (asked === undefined) continue
          expect(asked.submission.text).toHaveLength(120)
          expect(lengthOf(questionOf(asked, packs()))).toBeLessThanOrEqual(2500)
        }
      }
    }
  })

  it('shows of a long text the places with what stands around them', () => {
    const { user } = questionOf(inquiry(`${'前'.repeat(9000)}[[そちら]]で${'後'.repeat(9000)}`)!, packs())
    const { 本文: text } = JSON.parse(user)
    expect(text).toMatch(/^…\(略\)…前+そちらで後+…\(略\)…$/)
    expect(text.length).toBeGreaterThan(600)
  })

  it('is never longer than it may be, and never cuts a character', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[[そちら]]',
        '((LINE))',
        '"'.repeat(400),
        '\\'.repeat(900),
        '\n'.repeat(700),
        '😀'.repeat(500),
      ),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replace(/[[\](){}<>]/g, '')),
    )
    const history = fc.array(
      fc.record({
        role: fc.constantFrom('buyer' as const, 'seller' as const),
        text: fc.string({ unit: 'binary' }),
      }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        history,
        fc.string({ maxLength: 200 }),
        (pieces, before, title) => {
          const asked = inquiry(`[[そちら]]${pieces.join('')}`, {
            history: before,
            jobTitle: title,
            category: title,
          })
          const question = questionOf(asked!, packs())
          expect(lengthOf(question)).toBeLessThanOrEqual(QUESTION_LENGTH)
          expect(question.user.isWellFormed()).toBe(true)
          expect(() => JSON.parse(question.user)).not.toThrow()
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is about several short messages under the same law, and about no more than it may hold', () => {
    const short = Array.from({ length: 9 }, (_, index) => inquiry(`[[そちら]]で${index}`)!)
    const page = inquiry('[[そちら]]で', { channel: 'service' })!
    const long = inquiry(`[[そちら]]${'あ'.repeat(2900)}`)!
    const questions = questionsOf([...short, page, long], packs())
    expect(questions.map(({ shown }) => shown.length)).toEqual([6, 3, 1, 1])
    for (const question of questions) expect(lengthOf(question)).toBeLessThanOrEqual(QUESTION_LENGTH)
    expect(
      JSON.parse(questions[1]!.user).文章.map(({ n, 本文: text }: { n: number; 本文: string }) => [n, text]),
    ).toEqual([
      [1, 'そちらで6'],
      [2, 'そちらで7'],
      [3, 'そちらで8'],
    ])
  })

  it('has a digest of all that a reader is told', () => {
    const digest = (text: string, context = {}) =>
      questionDigest(questionOf(inquiry(text, context)!, packs()))
    expect(digest('[[そちら]]で')).toBe(digest('[[そちら]]で', { id: 'x' }))
    expect(digest('[[そちら]]で')).not.toBe(digest('そちら[[で]]'))
    expect(digest('[[そちら]]で')).not.toBe(digest('[[そちら]]で', { marketplace: 'lancers' }))
  })
})
