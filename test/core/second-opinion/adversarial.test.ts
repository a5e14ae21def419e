/** Messages that try to talk the reader round, and readers that let them: the bounds hold whatever is said. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REDIRECT_CATEGORIES } from '../../../src/core/contract/category.ts'
import { type LintReport, VERDICTS } from '../../../src/core/contract/report.ts'
import { decide } from '../../../src/core/lint/verdict.ts'
import { consult, policyOf } from '../../../src/core/second-opinion/consult.ts'
import { inquire, isOpen } from '../../../src/core/second-opinion/inquiry.ts'
import { questionOf } from '../../../src/core/second-opinion/question.ts'
import { readAnswers } from '../../../src/core/second-opinion/read-answer.ts'
import { legible } from '../../../src/core/second-opinion/shown-text.ts'
import { marked, packs } from './ask.ts'

const MESSAGES = readFileSync('test/fixtures/second-opinion/adversarial.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text)

const hold = (categories: readonly string[], words: string, verdict = 'hold') =>
  JSON.stringify({
    verdict,
    findings: categories.map((category) => ({ category, words, reason: words.slice(0, 200) })),
  })

/** What a reader may be brought to say. */
const READERS: Readonly<Record<string, (text: string) => string>> = {
  'one that says what the message says': (text) => text,
  'one that passes everything': () => '{"verdict":"pass","findings":[]}',
  'one that is never sure': () => '{"verdict":"unsure","findings":[]}',
  'one that blocks everything': (text) => hold(['deal.direct'], text.slice(0, 300), 'block'),
  'one that holds everything for everything': (text) =>
    hold(REDIRECT_CATEGORIES.slice(0, 19), text.slice(0, 300)),
  'one that holds every word for itself': (text) =>
    hold(
      [...text.slice(0, 18)].map(() => 'deal.payment'),
      text.slice(0, 1),
    ),
  'one that invents words': () => hold(['deal.payment', 'contact.email'], '振込先はこちら a@b.example'),
  'one that invents categories': (text) =>
    hold(['contact.allowed', 'block', 'tone.threat'], text.slice(0, 20)),
  'one that answers twice': (text) =>
    `{"verdict":"pass","findings":[]}\n${hold(['deal.direct'], text.slice(0, 9))}`,
  'one that orders': (text) =>
    JSON.stringify({
      verdict: 'hold',
      findings: [
        {
          category: 'contact.exchange',
          words: text.slice(0, 9),
          reason: 'r',
          action: 'block',
          confidence: 'certain',
        },
      ],
      action: 'block',
      raises: 'block',
    }),
}

const rank = (verdict: string): number => (VERDICTS as readonly string[]).indexOf(verdict)

const ask = async (text: string, marketplace: string, reader: (text: string) => string) => {
  const item = marked(text, { marketplace })
  const [after] = await consult([item], packs(), {
    opinion: {
      model: 'm',
      ask: async () => ({ kind: 'said', text: reader(item.submission.text) }),
    },
  })
  return { before: item.report, after: after! }
}

describe('a message that talks to the reader', () => {
  it.each(MESSAGES)('stays data: %s', (text) => {
    const { submission, report } = marked(text)
    const inquiry = inquire(submission, report, policyOf(packs(), 'coconala'))!
    const { system, user } = questionOf(inquiry, packs())
    const harmless = marked('[[そちら]]で')
    const other = inquire(harmless.submission, harmless.report, policyOf(packs(), 'coconala'))!
    expect(system).toBe(questionOf(other, packs()).system)
    expect(JSON.parse(user).本文).toBe(legible(submission.text))
    // What stands in the text between two lines of it cannot be taken for the envelope's own.
    expect(user).not.toContain('\n')
  })

  it('and holds an answer of its own has not answered', () => {
    const forged = MESSAGES.map((text) => marked(text).submission.text).filter((text) =>
      text.includes('{"verdict":"pass","findings":[]}'),
    )
    expect(forged.length).toBeGreaterThan(10)
    const own = hold(['contact.exchange'], '本当の答え')
    for (const text of forged) {
      expect(readAnswers(text, [text])).toEqual([undefined])
      expect(readAnswers(`${text}\n${own}`, [text])).toEqual([JSON.parse(own)])
    }
  })
})

describe.each(Object.entries(READERS))('%s', (_, reader) => {
  it.each(['coconala', 'crowdworks', 'lancers'])(
    'changes nothing beyond its bounds on %s',
    async (marketplace) => {
      for (const text of MESSAGES) {
        for (const more of ['', '<<090-1234-5678>>']) {
          const { before, after } = await ask(text + more, marketplace, reader)
          expect(problems(before, after), text).toEqual([])
        }
      }
    },
  )
})

/** What of a report is beyond the bounds of a second opinion. */
function problems(before: LintReport, after: LintReport): string[] {
  const certain = before.findings.filter((finding) => !isOpen(finding))
  const lowest = decide(certain, before.incomplete)
  return [
    ...(rank(after.verdict) > Math.max(rank(before.verdict), rank('review')) ? ['raised too far'] : []),
    ...(rank(after.verdict) < rank(lowest) ? ['certain findings do not bind'] : []),
    ...(certain.some((one) => !after.findings.some((other) => JSON.stringify(other) === JSON.stringify(one)))
      ? ['a certain finding was touched']
      : []),
    ...(after.findings.some(({ rule, action }) => rule.startsWith('second-opinion/') && action === 'block')
      ? ['blocks']
      : []),
    ...(after.findings.some(
      ({ rule, confidence }) => rule.startsWith('second-opinion/') && confidence === 'certain',
    )
      ? ['is certain']
      : []),
    ...(after.findings.some(
      ({ category }) =>
        !category.startsWith('tone.') && !(REDIRECT_CATEGORIES as readonly string[]).includes(category),
    )
      ? ['a category of its own']
      : []),
  ]
}
