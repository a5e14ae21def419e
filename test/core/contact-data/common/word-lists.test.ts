import { expect, test } from 'vitest'
import { WordLists } from '../../../../src/core/contact-data/common/word-lists.ts'
import { fold } from '../../../../src/core/text/fold.ts'

const lists = new WordLists()
const signs = lists.add(['アットマーク', '@', ''])
const sums = lists.add(['計算', 'あっと', '足した'])
const providers = lists.add(['Gmail', 'アット'])

test.each([
  ['お世話になっております', 0],
  ['', 0],
  ['あっとまーくの前', signs | sums | providers],
  ['a@b', signs],
  ['計算した値を足したもの', sums],
  ['GMAIL の計', providers],
  ['計', 0],
])('%s', (text, found) => {
  expect(lists.in(fold(text))).toBe(found)
})

test('a list too many is refused', () => {
  const many = new WordLists()
  for (let count = 0; count < 31; count++) many.add(['語'])
  expect(() => many.add(['語'])).toThrow(RangeError)
})
