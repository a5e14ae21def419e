import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/core/text/fold.ts'

test.each([
  ['LINEでハナシませんか', 'lineではなしませんか'],
  ['ヴァイオリンヶ丘ー・ヷ', 'ゔぁいおりんゖ丘ー・ヷ'],
  ['かな漢字', 'かな漢字'],
  ['', ''],
  ['😀Aア😀', '😀aあ😀'],
])('%s: %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(text)).toBe(folded)
})

test('the length stays, and so does every other character, in long texts too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 3000 }), (text, many) => {
      const long = `${text}${'ア'.repeat(many)}${text}Z`
      const folded = fold(long)
      expect(folded).toBe(`${fold(text)}${'あ'.repeat(many)}${fold(text)}z`)
      expect(folded.length).toBe(long.length)
    }),
  )
})
