/** Readings come back as they were, however they are kept. */
import { expect, test } from 'vitest'
import { decodeReading, encodeReadings, type ReadingsOf } from '../../../src/core/morph/reading-codec.ts'

/** Words as the dictionary has them: those of one surface in a row. */
const WORDS = [
  ['東', 'ヒガシ'],
  ['東', 'アズマ'],
  ['東京', 'トウキョウ'],
  ['駅', 'エキ'],
  ['東京駅', 'トウキョウエキ'],
  ['東京駅前', 'トウキョウエキマエ'],
  ['駅前', 'エキマエ'],
  ['東駅', 'アズマエキ'],
  ['飲む', 'ノム'],
  ['飲', 'ノ'],
  ['カタカナ', ''],
  ['ひらがな', 'ヒラガナ'],
  ['〒', 'ゆうbin'],
  ['大人', 'オトナ'],
].map(([surface, reading]) => ({ surface: surface!, reading: reading! }))

test.each([
  ['in a short list', WORDS],
  [
    'over many entries of the index',
    [
      ...WORDS,
      ...Array.from({ length: 700 }, (_, i) => ({ surface: `語${i}`, reading: 'ゴ'.repeat(1 + (i % 50)) })),
    ],
  ],
])('%s', (_, words) => {
  const { readings, index } = encodeReadings(words)
  const entries = { readings, index: Int32Array.from(index) }
  const readingOf = (word: number, surface: string): string =>
    decodeReading(entries, word, surface, readingsOf)
  const readingsOf: ReadingsOf = (surface, which) => {
    const at = words.findIndex((word) => word.surface === surface) + which
    return words[at]?.surface === surface && at >= 0 ? readingOf(at, surface) : undefined
  }
  const read = words.map(({ surface }, word) => readingOf(word, surface))
  expect(read).toEqual(words.map(({ surface, reading }) => (reading === '' ? surface : reading)))
})

test('what is read as two words in a row takes a byte', () => {
  const alone = encodeReadings(WORDS.filter(({ surface }) => surface !== '東京駅')).readings.length
  expect(encodeReadings(WORDS).readings.length).toBe(alone + 1)
})

test('a reading longer than any word is refused', () => {
  expect(() => encodeReadings([{ surface: '長', reading: 'ア'.repeat(300) }])).toThrow(RangeError)
})
