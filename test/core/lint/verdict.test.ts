import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/contract/report.ts'
import { reduceFindings } from '../../../src/core/lint/reduce-findings.ts'
import { decide } from '../../../src/core/lint/verdict.ts'

const finding = (changes: Partial<Finding> & { at: [number, number] }): Finding => {
  const { at, ...rest } = changes
  return {
    category: 'contact.messenger',
    action: 'block',
    confidence: 'certain',
    rule: 'p/r',
    span: { start: at[0], end: at[1] },
    excerpt: 'x',
    says: 's',
    why: 'w',
    ...rest,
  }
}

describe('the verdict', () => {
  it.each([
    ['nothing found is allowed', [], [], 'allow'],
    ['a note is allowed', ['note'], [], 'allow'],
    ['the hardest action decides', ['note', 'block', 'warn'], [], 'block'],
    ['what was not looked at is held', [], [{ code: 'rule-failed', detail: 'x' }], 'review'],
    ['and does not soften a block', ['block'], [{ code: 'rule-failed', detail: 'x' }], 'block'],
  ] as const)('%s', (_, actions, incomplete, verdict) => {
    const findings = actions.map((action) => finding({ at: [0, 1], action }))
    expect(decide(findings, incomplete)).toBe(verdict)
  })

  it('does not count a rule on trial', () => {
    expect(decide([finding({ at: [0, 1], stage: 'trial' })], [])).toBe('allow')
  })
})

describe('findings that say the same', () => {
  it.each([
    ['the longer of two in one category stays', [{ at: [0, 4] }, { at: [0, 9] }], [[0, 9]]],
    ['the harder one stays, whatever its length', [{ at: [0, 4] }, { at: [0, 9], action: 'note' }], [[0, 4]]],
    [
      'the surer one stays, whatever its length',
      [{ at: [0, 4] }, { at: [0, 9], confidence: 'likely' }],
      [[0, 4]],
    ],
    [
      'two places are two findings',
      [{ at: [5, 9] }, { at: [0, 4] }],
      [
        [0, 4],
        [5, 9],
      ],
    ],
    [
      'two categories are two findings',
      [{ at: [0, 4] }, { at: [0, 4], category: 'contact.phone' }],
      [
        [0, 4],
        [0, 4],
      ],
    ],
    [
      'a contact without a means gives way to one with',
      [{ at: [0, 4], category: 'contact.exchange' }, { at: [2, 6] }],
      [[2, 6]],
    ],
    [
      'the same from two rules is one',
      [
        { at: [0, 4], rule: 'p/b' },
        { at: [0, 4], rule: 'p/a' },
      ],
      [[0, 4]],
    ],
  ] as const)('%s', (_, given, expected) => {
    const findings = given.map((one) => finding(one as unknown as { at: [number, number] }))
    const kept = reduceFindings(findings, { isGeneral: (category) => category === 'contact.exchange' }).map(
      ({ span }) => [span.start, span.end],
    )
    expect(kept).toEqual(expected)
  })
})
