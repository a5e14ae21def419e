import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/contract/report.ts'
import { matches, searchable } from '../../src/web/catalogue/search.ts'
import { cardGroups, countsOf } from '../../src/web/client/card-groups.ts'

const finding = (action: Finding['action'], rule: string, more: Partial<Finding> = {}): Finding => ({
  category: 'contact.messenger',
  action,
  confidence: 'certain',
  rule,
  span: { start: 0, end: 1 },
  excerpt: 'あ',
  says: `${rule}です。`,
  why: '理由',
  ...more,
})

describe('cards', () => {
  test.each([
    [
      'the hardest first, then by place',
      [finding('note', 'a'), finding('block', 'b'), finding('warn', 'c'), finding('block', 'd')],
      [[1], [3], [2], [0]],
    ],
    [
      'what says the same is one',
      [finding('warn', 'a'), finding('warn', 'b'), finding('warn', 'a', { excerpt: 'い' })],
      [[0, 2], [1]],
    ],
    ['but not of another weight', [finding('warn', 'a'), finding('block', 'a')], [[1], [0]]],
    [
      'nor as a question',
      [finding('warn', 'a'), finding('warn', 'a', { confidence: 'possible' })],
      [[0], [1]],
    ],
    [
      'nor with another disguise',
      [finding('warn', 'a', { trail: ['ら〇ん → LINE'] }), finding('warn', 'a')],
      [[0], [1]],
    ],
    ['none of none', [], []],
  ])('%s', (_, findings, expected) => {
    expect(cardGroups(findings)).toEqual(expected)
  })

  test('are counted by weight', () => {
    expect(countsOf([finding('warn', 'a'), finding('block', 'b'), finding('block', 'c')])).toEqual([
      ['block', 2],
      ['warn', 1],
    ])
  })
})

describe('the search for rules', () => {
  const text = searchable('LINEなど外部のメッセンジャーでのやり取りの提案です。')
  test.each([
    ['a name in kana', 'ライン', true],
    ['a name in hiragana', 'らいん', true],
    ['a name in wide letters', 'ＬＩＮＥ', true],
    ['several words', 'ライン 提案', true],
    ['another name', 'ズーム', false],
    ['one word of two', 'ライン 電話', false],
  ])('by %s', (_, query, found) => {
    expect(matches(query, text)).toBe(found)
  })

  test('a word in Latin letters from its beginning: LINE is no part of a deadline', () => {
    const deadline = searchable('いつになるのかが分かりません。 common-tone/no-vague-deadline')
    expect(matches('LINE', deadline)).toBe(false)
    expect(matches('ライン', deadline)).toBe(false)
    expect(matches('dead', deadline)).toBe(true)
    expect(matches('line', searchable('online、LINE Pay'))).toBe(true)
  })
})
