import { expect, test } from 'vitest'
import { maskSpans } from '../../../src/core/text/mask-spans.ts'

test.each([
  ['nothing to mask', 'abc', [], 'abc'],
  ['one span', '番号は090です', [[3, 6]], '番号は***です'],
  [
    'spans in any order, touching and overlapping',
    'abcdefgh',
    [
      [4, 6],
      [1, 3],
      [2, 5],
    ],
    'a*****gh',
  ],
  ['a surrogate pair is two code units', 'a😀b', [[1, 3]], 'a**b'],
  ['line breaks stay', 'a\r\nb', [[0, 4]], '*\r\n*'],
] as const)('%s', (_, text, spans, masked) => {
  const result = maskSpans(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
  expect(result).toBe(masked)
  expect(result.length).toBe(text.length)
})
