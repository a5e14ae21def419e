import { expect, test } from 'vitest'
import { AnyWord } from '../../../src/core/text/any-word.ts'

const words = new AnyWord(['デコード', '変換', '戻', 'base64', 'rot'])

test.each([
  ['これを変換してください', true],
  ['変', false],
  ['変な換気扇', false],
  ['元に戻', true],
  ['base6', false],
  ['これはrotです', true],
  ['', false],
])('%s: %s', (text, has) => {
  expect(words.in(text)).toBe(has)
})

test('the empty word, which every text has, is refused', () => {
  expect(() => new AnyWord([''])).toThrow(RangeError)
})
