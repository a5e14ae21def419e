/** Of what is weighed in a message the heaviest is likely, the rest possible, and the verdict stays. */
import { describe, expect, it } from 'vitest'
import type { Graded } from '../../../src/core/judge/detector.ts'
import type { Judged } from '../../../src/core/lint/judge.ts'
import { onlyHeaviestLikely } from '../../../src/core/lint/likeliest.ts'
import type { ActionOrOff } from '../../../src/core/lint/policy.ts'

const of = (category: string, score: number | undefined, confidence?: Graded): Judged =>
  ({
    rule: { name: `pack/${category}`, spec: { category } },
    detection: { span: { start: 0, end: 1 }, score, logOdds: score, confidence },
  }) as unknown as Judged

const POLICY = { isBeside: (category: string) => category === 'evasion.meta' }

const graded = (judged: readonly Judged[], actions: Readonly<Record<string, ActionOrOff>> = {}) =>
  onlyHeaviestLikely(judged, POLICY, ({ rule }) => actions[rule.spec.category] ?? 'review').map(
    ({ rule, detection }) => `${rule.spec.category} ${detection.confidence ?? 'certain'}`,
  )

const SOCIAL = of('contact.social', 3, 'likely')
const CALL = of('contact.call', 2, 'likely')

describe('of several that are likely', () => {
  it('the heaviest stays so', () => {
    expect(graded([CALL, SOCIAL])).toEqual(['contact.call possible', 'contact.social likely'])
    expect(graded([SOCIAL])).toEqual(['contact.social likely'])
  })

  it('the one stays so that the marketplace stops harder, whatever they weigh', () => {
    const actions = { 'contact.social': 'note', 'contact.call': 'review' } as const
    expect(graded([CALL, SOCIAL], actions)).toEqual(['contact.call likely', 'contact.social possible'])
  })

  it('none stays so beside what is held for certain', () => {
    expect(graded([of('contact.email', undefined), CALL])).toEqual([
      'contact.email certain',
      'contact.call possible',
    ])
    expect(graded([of('contact.email', undefined), CALL], { 'contact.email': 'warn' })).toEqual([
      'contact.email certain',
      'contact.call likely',
    ])
    expect(graded([of('tone.abuse', undefined), CALL])).toEqual(['tone.abuse certain', 'contact.call likely'])
  })

  it('an account that is likely and talk beside a proposal are none of them', () => {
    const others = [
      of('contact.phone', undefined, 'likely'),
      of('evasion.meta', 8, 'likely'),
      of('deal.direct', 1, 'possible'),
    ]
    const before = others.map(
      ({ rule, detection: { confidence = 'certain' } }) => `${rule.spec.category} ${confidence}`,
    )
    expect(graded([...others, CALL])).toEqual([...before, 'contact.call likely'])
  })
})
