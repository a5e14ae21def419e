import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/contract/report.ts'
import { type DetectedDoubt, reportDoubts } from '../../../src/core/lint/doubts.ts'
import type { ActionOrOff } from '../../../src/core/lint/policy.ts'
import { testLinter } from '../../support/linter.ts'

const TEXT = '😀あちらで話しませんか。いつもの方法でも。'

const at = (words: string, category = 'contact.exchange', reason?: string): DetectedDoubt => {
  const start = testLinter().document(TEXT).plain.text.indexOf(words)
  return { category, span: { start, end: start + words.length }, ...(reason === undefined ? {} : { reason }) }
}

const finding = (words: string, more: Partial<Finding> = {}): Finding => {
  const start = TEXT.indexOf(words)
  return {
    category: 'contact.messenger',
    action: 'block',
    confidence: 'certain',
    rule: 'p/r',
    span: { start, end: start + words.length },
    excerpt: words,
    says: 's',
    why: 'w',
    ...more,
  }
}

const actions: Record<string, ActionOrOff> = {
  'link.video': 'note',
  'contact.call': 'off',
  'link.site': 'warn',
}

const shown = (detected: readonly DetectedDoubt[], findings: readonly Finding[] = []) =>
  reportDoubts(
    detected,
    findings,
    testLinter().document(TEXT),
    (category) => actions[category] ?? 'block',
  ).map(({ category, excerpt }) => [category, excerpt])

describe('doubts in a report', () => {
  it.each([
    [
      'stand where they are in the submitted text',
      [at('話しませんか')],
      [],
      [['contact.exchange', '話しませんか']],
    ],
    [
      'stand by position',
      [at('いつもの方法'), at('あちら')],
      [],
      [
        ['contact.exchange', 'あちら'],
        ['contact.exchange', 'いつもの方法'],
      ],
    ],
    [
      'are one a place and category',
      [at('あちらで話し'), at('話しませんか')],
      [],
      [['contact.exchange', 'あちらで話し']],
    ],
    ['are none where a finding says something', [at('あちら')], [finding('あちらで話し')], []],
    [
      'are some beside a note',
      [at('あちら')],
      [finding('あちら', { action: 'note' })],
      [['contact.exchange', 'あちら']],
    ],
    [
      'are some beside a finding of tone',
      [at('あちら')],
      [finding('あちら', { action: 'warn', category: 'tone.casual' })],
      [['contact.exchange', 'あちら']],
    ],
    [
      'are none of what the marketplace lets pass',
      [at('あちら', 'link.video'), at('話し', 'contact.call')],
      [],
      [],
    ],
    ['are some of what it warns of', [at('あちら', 'link.site')], [], [['link.site', 'あちら']]],
  ] as const)('%s', (_, detected, findings, expected) => {
    expect(shown(detected, findings)).toEqual(expected)
  })

  it('carry a place and a reason', () => {
    expect(
      reportDoubts(
        [at('あちら', 'contact.exchange', '行き先が読めません')],
        [],
        testLinter().document(TEXT),
        () => 'block',
      ),
    ).toEqual([
      {
        category: 'contact.exchange',
        span: { start: 2, end: 5 },
        excerpt: 'あちら',
        reason: '行き先が読めません',
      },
    ])
  })
})
