import { describe, expect, test } from 'vitest'
import { segmentsOf } from '../../src/web/client/segments.ts'
import { editBetween, moveSpan } from '../../src/web/client/spans.ts'

/** `a[bc]d` → the text and the span of what stands in the brackets. */
const marked = (text: string) => {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return { text: text.replace(/[[\]]/g, ''), span: { start, end } }
}

describe('a span while the text is edited', () => {
  test.each([
    ['words typed before move it', 'a[bc]d', 'xxa[bc]d'],
    ['words typed right before are no part of it', '[bc]d', 'x[bc]d'],
    ['words typed behind leave it', 'a[bc]d', 'a[bc]xd'],
    ['words typed inside stretch it', 'a[bc]d', 'a[bxxc]d'],
    ['words deleted inside shrink it', 'a[bxxc]d', 'a[bc]d'],
    ['a cut that takes its beginning leaves its end', 'ab[cd]e', 'a[d]e'],
    ['a cut that takes its end leaves its beginning', 'a[bc]de', 'a[b]e'],
    ['an emoji before moves it by two code units', '[LINE]', '😀[LINE]'],
  ])('%s', (_, before, after) => {
    const { text, span } = marked(before)
    const expected = marked(after)
    expect(moveSpan(span, editBetween(text, expected.text))).toEqual(expected.span)
  })

  test.each([
    ['cut away whole', 'a[bc]d', 'ad'],
    ['replaced with the words around it', 'a[bc]d', 'x'],
    ['gone with the whole text', '[bc]', ''],
  ])('is gone when it is %s', (_, before, after) => {
    const { text, span } = marked(before)
    expect(moveSpan(span, editBetween(text, after))).toBeUndefined()
  })
})

describe('segments', () => {
  const mark = (start: number, end: number, action: 'note' | 'block', finding: number) => ({
    span: { start, end },
    action,
    finding,
  })

  test.each([
    ['an unmarked line is one segment', 0, 5, [], ['0-5 -']],
    ['an empty line has none', 3, 3, [mark(0, 5, 'block', 0)], []],
    ['marks cut the text', 0, 5, [mark(1, 3, 'note', 0)], ['0-1 -', '1-3 note 0', '3-5 -']],
    [
      'where marks overlap the hardest action is drawn',
      0,
      6,
      [mark(0, 4, 'note', 0), mark(2, 6, 'block', 1)],
      ['0-2 note 0', '2-4 block 0,1', '4-6 block 1'],
    ],
    ['a mark over several lines is cut at the line', 4, 8, [mark(2, 10, 'block', 0)], ['4-8 block 0']],
  ])('%s', (_, start, end, marks, expected) => {
    const shown = segmentsOf(start, end, marks).map(({ start: from, end: to, action, findings }) =>
      [`${from}-${to}`, action ?? '-', findings.join(',')].filter((part) => part !== '').join(' '),
    )
    expect(shown).toEqual(expected)
  })
})
