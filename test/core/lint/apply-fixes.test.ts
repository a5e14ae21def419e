import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/contract/report.ts'
import { applyFixes } from '../../../src/core/lint/apply-fixes.ts'

/** `[[from→to]]` is a tone finding with an edit, `((words))` a redirect finding. */
const parse = (marked: string): { text: string; findings: Finding[] } => {
  const findings: Finding[] = []
  let text = ''
  for (const part of marked.split(/(\[\[.*?\]\]|\(\(.*?\)\))/)) {
    const inner = /^(?:\[\[|\(\()(.*)(?:\]\]|\)\))$/.exec(part)?.[1]
    if (inner === undefined) {
      text += part
      continue
    }
    const [words = '', replacement] = inner.split('→')
    const span = { start: text.length, end: text.length + words.length }
    text += words
    findings.push({
      category: replacement === undefined ? 'contact.messenger' : 'tone.business_misuse',
      action: 'note',
      confidence: 'certain',
      rule: 'r',
      span,
      excerpt: words,
      says: '',
      why: '',
      ...(replacement === undefined ? {} : { fix: { span, replacement } }),
    })
  }
  return { text, findings }
}

describe('applyFixes', () => {
  it.each([
    ['nothing to do', 'こんにちは', 'こんにちは'],
    ['an edit', '[[了解しました→承知いたしました]]。', '承知いたしました。'],
    ['several edits', '[[あ→い]]、[[う→え]]', 'い、え'],
    ['an edit to nothing', 'すごい[[www→]]', 'すごい'],
    [
      'a redirect finding stays as it is',
      '((LINE))で[[了解しました→承知いたしました]]',
      'LINEで承知いたしました',
    ],
  ])('%s', (_, marked, expected) => {
    const { text, findings } = parse(marked)
    expect(applyFixes(text, findings).text).toBe(expected)
  })

  it('makes the first of two edits that touch, and none inside a redirect finding or on trial', () => {
    const edit = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
      ...parse('[[a→X]]').findings[0]!,
      span: { start, end },
      fix: { span: { start, end }, replacement: 'X' },
      ...more,
    })
    const redirect = { ...parse('((ab))').findings[0]!, span: { start: 5, end: 7 } }
    const findings = [edit(1, 4), edit(0, 2), edit(6, 8), redirect, edit(8, 9, { stage: 'trial' })]
    const { text, applied } = applyFixes('0123456789', findings)
    expect(text).toBe('X23456789')
    expect(applied.map(({ span }) => span.start)).toEqual([0])
  })
})
