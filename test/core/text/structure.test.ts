import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/core/text/segment.ts'
import { Structure } from '../../../src/core/text/structure.ts'

/** `[…]` marks the place that is asked about. */
const at = (marked: string) => {
  const text = marked.replace(/[[\]]/g, '')
  const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 }
  const structure = new Structure(segment(text))
  const words = (place: { start: number; end: number } | undefined) =>
    place === undefined ? undefined : text.slice(place.start, place.end)
  return { span, structure, words }
}

describe('the heading of a place', () => {
  it.each([
    ['is the heading above it', '【禁止】\n[LINE]です', '【禁止】'],
    ['is the line above its list', '承れないもの：\n・電話\n・[LINE]', '承れないもの：'],
    ['is a sentence above its list', '次の方法では承れません。\n\n・[LINE]', '次の方法では承れません。'],
    ['ends at a rule', '【禁止】\nLINE\n-----\n[電話]です', undefined],
    ['is none where there is none', 'はじめまして。\n[LINE]です', undefined],
  ])('%s', (_, marked, expected) => {
    const { span, structure, words } = at(marked)
    expect(words(structure.headingOf(span.start))).toBe(expected)
  })
})

describe('the quotations around a place', () => {
  it('are given from the outermost inwards', () => {
    const { span, structure, words } = at('彼が「『[LINE]で』と」言った。「別の」話')
    expect(structure.quotationsOf(span).map(({ inner }) => words(inner))).toEqual(['『LINEで』と', 'LINEで'])
  })
  it('are none between two of them', () => {
    const { span, structure } = at('「甲」[LINE]「乙」')
    expect(structure.quotationsOf(span)).toEqual([])
  })
  it('are not counted without end', () => {
    const { span, structure } = at(`${'「'.repeat(5000)}[LINE]${'」'.repeat(5000)}`)
    expect(structure.quotationsOf(span).length).toBeLessThan(100)
    expect(structure.quotationsOf(span).length).toBeGreaterThan(2)
  })
})

describe('the answer to a question', () => {
  it('is that of the question that holds the place', () => {
    const { span, structure, words } = at('Q. [LINE]でもいいですか？\nA. いいえ。\nQ. 納期は？\nA. 3日です。')
    expect(words(structure.answerTo(span))).toBe('A. いいえ。')
  })
  it('is none outside of questions', () => {
    const { span, structure } = at('[LINE]でもいいですか？')
    expect(structure.answerTo(span)).toBeUndefined()
  })
})

describe('the parts of a text', () => {
  it.each([
    ['a quotation holds what stands between its marks', '「[LINE]で」と言われた', 'quotation', true],
    ['a quotation does not hold what it is a part of', '[「LINE」で話す]', 'quotation', false],
    ['a reply is a line of it', '> [LINE]で', 'reply', true],
    ['running text is no heading', '[LINE]で話します。', 'heading', false],
  ] as const)('%s', (_, marked, part, expected) => {
    const { span, structure } = at(marked)
    expect(structure.holds(part, span)).toBe(expected)
  })
})
