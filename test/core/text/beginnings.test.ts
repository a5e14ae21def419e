import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Beginnings } from '../../../src/core/text/beginnings.ts'

const of = (words: readonly string[]): Beginnings => {
  const beginnings = new Beginnings()
  for (const word of words) beginnings.add(word)
  return beginnings
}

test('no place is passed over where a word begins', () => {
  const word = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 300 }), word, (words, behind) => {
      const beginnings = of(words)
      expect(words.every((one) => beginnings.mayBeAt(`${behind}${one}${behind}`, behind.length))).toBe(true)
      expect(words.every((one) => beginnings.mayBeAt(one, 0))).toBe(true)
    }),
  )
})

test('most places of a text are done with', () => {
  const beginnings = of(['アットマーク', 'ドット', 'ジーメール', '@'])
  const text = 'お世話になっております。アトリエの件、承知いたしました。'
  expect([...text].filter((_, at) => beginnings.mayBeAt(text, at)).length).toBeLessThan(2)
})
