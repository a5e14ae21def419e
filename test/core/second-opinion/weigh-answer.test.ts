import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REDIRECT_CATEGORIES } from '../../../src/core/contract/category.ts'
import { OPINION_RULE } from '../../../src/core/contract/opinion-rule.ts'
import { ACTIONS, type LintReport, reportSchema, VERDICTS } from '../../../src/core/contract/report.ts'
import { type Answer, READINGS } from '../../../src/core/contract/second-opinion.ts'
import type { RawSubmission } from '../../../src/core/contract/submission.ts'
import { Policy } from '../../../src/core/lint/policy.ts'
import { usedPacks } from '../../../src/core/rules/used-packs.ts'
import { policyOf } from '../../../src/core/second-opinion/consult.ts'
import { inquire } from '../../../src/core/second-opinion/inquiry.ts'
import { questionOf } from '../../../src/core/second-opinion/question.ts'
import { weighAnswer } from '../../../src/core/second-opinion/weigh-answer.ts'
import { marked, packs } from './ask.ts'

const say = (verdict: Answer['verdict'], ...findings: [category: string, words: string][]): Answer => ({
  verdict,
  findings: findings.map(([category, words]) => ({ category, words, reason: '理由です。' })),
})

const weigh = (
  text: string,
  answer: Answer,
  context: Partial<RawSubmission> = {},
  raises: 'warn' | 'review' | 'block' = 'review',
): LintReport => {
  const { submission, report } = marked(text, context)
  const { pack } = policyOf(packs(), submission.marketplace)
  const policy = new Policy({ ...pack, secondOpinion: { raises } }, usedPacks(pack, packs()))
  const inquiry = inquire(submission, report, policy)!
  return weighAnswer(report, questionOf(inquiry, packs()).shown[0]!, answer, 'm', policy)
}
const findingsOf = ({ findings }: LintReport) =>
  findings.map(({ category, action, excerpt }) => `${category} ${action} ${excerpt}`)
const changesOf = ({ secondOpinion }: LintReport) =>
  secondOpinion!.changed.map(({ change, from, to, excerpt }) => `${change} ${excerpt}: ${from} → ${to}`)

describe('an answer', () => {
  it.each([
    [
      'lowers what is likely and possible to nothing, and settles doubts',
      '{{LINEで}}、((そちらで))、[[あれで]]',
      say('pass'),
      'allow',
      [],
      [
        'lowered LINEで: review → nothing',
        'lowered そちらで: warn → nothing',
        'lowered あれで: doubt → nothing',
      ],
    ],
    [
      'raises a doubt to review',
      'では[[あれで]]お願いします',
      say('hold', ['contact.exchange', 'あれでお願いします']),
      'review',
      ['contact.exchange review あれでお願いします'],
      ['raised あれでお願いします: doubt → review'],
    ],
    [
      'confirms what is possible',
      'では((そちらで))お願いします',
      say('hold', ['contact.messenger', 'そちらで']),
      'review',
      ['contact.messenger review そちらで'],
      ['raised そちらで: warn → review'],
    ],
    [
      'confirms what is likely, which stays as it is',
      '{{LINEで}}お願いします',
      say('hold', ['contact.messenger', 'LINEで']),
      'review',
      ['contact.messenger review LINEで'],
      [],
    ],
    [
      'lowers nothing while it holds the message for something else',
      '{{LINEで}}、[[あれで]]',
      say('hold', ['contact.exchange', 'あれで']),
      'review',
      ['contact.messenger review LINEで', 'contact.exchange review あれで'],
      ['raised あれで: doubt → review'],
    ],
    [
      'finds what no rule has marked, within the same bounds',
      '[[あれで]]、下の番号に',
      say('hold', ['contact.phone', '下の番号に']),
      'review',
      ['contact.phone review 下の番号に'],
      ['raised 下の番号に: nothing → review'],
    ],
    [
      'warns at most where it lets the message pass',
      '[[あれで]]お願いします',
      say('pass', ['link.cloud', 'あれで']),
      'warn',
      ['link.cloud warn あれで'],
      ['raised あれで: doubt → warn'],
    ],
    [
      'changes nothing where it is unsure',
      '((そちらで))、[[あれで]]',
      say('unsure', ['contact.messenger', 'そちらで']),
      'warn',
      ['contact.messenger warn そちらで'],
      [],
    ],
    [
      'changes nothing where it holds and says not what',
      '((そちらで))',
      say('hold'),
      'warn',
      ['contact.messenger warn そちらで'],
      [],
    ],
  ] as const)('%s', (_, text, answer, verdict, findings, changes) => {
    const report = weigh(text, answer)
    expect(report.verdict).toBe(verdict)
    expect(findingsOf(report)).toEqual(findings)
    expect(changesOf(report)).toEqual(changes)
    expect(() => reportSchema.parse(report)).not.toThrow()
  })

  it('keeps doubts that nobody has settled', () => {
    const doubts = (answer: Answer) =>
      weigh('[[あれで]]、[[いつもの]]', answer).doubts.map(({ excerpt }) => excerpt)
    expect(doubts(say('unsure'))).toEqual(['あれで', 'いつもの'])
    expect(doubts(say('hold', ['contact.exchange', 'あれで']))).toEqual(['いつもの'])
    expect(doubts(say('pass'))).toEqual([])
  })

  it.each([
    ['words that do not stand there', ['contact.exchange', 'LINEで話す'], 'not-in-text'],
    ['a category that nobody knows', ['contact.pigeon', 'あれで'], 'unknown-category'],
    ['a category of tone', ['tone.threat', 'あれで'], 'unknown-category'],
    ['what the marketplace lets pass', ['link.video', 'あれで'], 'allowed-there'],
  ] as const)('has %s thrown away, and says so', (_, finding, why) => {
    const report = weigh('[[あれで]]お願いします', say('hold', [...finding]))
    expect(report.verdict).toBe('allow')
    expect(report.secondOpinion).toMatchObject({ outcome: 'answered', changed: [], thrownAway: [why] })
  })

  it('goes as far as the pack lets it, and no further than the table', () => {
    const hold = say('hold', ['contact.exchange', 'あれで'])
    expect(weigh('[[あれで]]', hold, {}, 'block').verdict).toBe('block')
    expect(weigh('[[あれで]]', hold, { marketplace: 'crowdworks' }, 'block').verdict).toBe('review')
    expect(weigh('[[あれで]]', hold, {}, 'warn').verdict).toBe('warn')
    expect(weigh('((そちらで))', say('hold', ['contact.messenger', 'そちらで']), {}, 'block').verdict).toBe(
      'block',
    )
  })

  it('tells the writer what the marketplace says, never what the reader said', () => {
    const [finding] = weigh('[[あれで]]', say('hold', ['contact.messenger', 'あれで']), {
      marketplace: 'crowdworks',
    }).findings
    expect(finding).toMatchObject({ rule: OPINION_RULE, confidence: 'likely', form: 'サービス外連絡申請' })
    expect(JSON.stringify(finding)).not.toContain('理由です')
  })

  it('keeps the reader’s reason legible for the person who decides', () => {
    const answer = {
      verdict: 'hold' as const,
      findings: [{ category: 'contact.exchange', words: 'あれで', reason: 'a\u0007b\ud800' }],
    }
    expect(weigh('[[あれで]]', answer).secondOpinion!.reason).toBe('a b')
  })
})

describe('whatever a reader says', () => {
  const category = fc.constantFrom(...REDIRECT_CATEGORIES, 'tone.threat', 'contact.pigeon', '')
  const words = fc.oneof(
    fc.constantFrom('LINEで', 'そちらで', 'あれで', 'メールで', '、', 'block', 'x'.repeat(399)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const answer = fc.record({
    verdict: fc.constantFrom(...READINGS),
    findings: fc.array(fc.record({ category, words, reason: fc.string({ unit: 'binary' }) }), {
      maxLength: 8,
    }),
  })
  const pieces = fc.shuffledSubarray(['{{LINEで}}', '((そちらで))', '[[あれで]]', 'メールで', '😀'], {
    minLength: 1,
  })
  const rank = (verdict: string) => (VERDICTS as readonly string[]).indexOf(verdict)

  it('what is certain stays, and nothing is raised above the bounds', () => {
    fc.assert(
      fc.property(
        pieces,
        answer,
        fc.constantFrom('coconala', 'crowdworks', 'lancers'),
        fc.constantFrom('warn' as const, 'review' as const, 'block' as const),
        fc.boolean(),
        (parts, given, marketplace, raises, certain) => {
          const text = `${certain ? '<<電話で>>' : ''}${parts.join('、')}`
          const { submission, report } = marked(text, { marketplace })
          const { pack } = policyOf(packs(), marketplace)
          const policy = new Policy({ ...pack, secondOpinion: { raises } }, usedPacks(pack, packs()))
          const inquiry = inquire(submission, report, policy)
          if (inquiry === undefined) return
          const after = weighAnswer(report, questionOf(inquiry, packs()).shown[0]!, given, 'm', policy)
          expect(rank(after.verdict)).toBeLessThanOrEqual(Math.max(rank(report.verdict), rank(raises)))
          for (const finding of report.findings.filter(({ confidence }) => confidence === 'certain')) {
            expect(after.findings).toContainEqual(finding)
          }
          for (const finding of after.findings) {
            expect(finding.excerpt).toBe(submission.text.slice(finding.span.start, finding.span.end))
            const before = report.findings.find(
              ({ rule, span }) => rule === finding.rule && span.start === finding.span.start,
            )
            const most = Math.max(ACTIONS.indexOf(raises), before ? ACTIONS.indexOf(before.action) : 0)
            expect(ACTIONS.indexOf(finding.action)).toBeLessThanOrEqual(most)
          }
          expect(() => reportSchema.parse(after)).not.toThrow()
        },
      ),
      { numRuns: 500 },
    )
  })
})
