/** Names and hidden words between whose letters stands what the text asks to take out. */
import { describe, expect, it } from 'vitest'
import { Padding } from '../../../src/core/contact-data/common/padding.ts'
import { createPadded } from '../../../src/core/services/padded.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, contactWords, names, normalizationTables, serviceTables } from '../../support/dictionaries.ts'

const padding = new Padding(contactWords)
const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createPadded(names, serviceTables, (text) => padding.told(text, fold(text)))],
})

describe('what is to be taken out is taken out of names', () => {
  it.each([
    ['a kana', 'ラタイタンで話そう。タを抜いて', 'ラインで話そう。タを抜いて'],
    ['a kanji, in hiragana', 'ら犬い犬んで話そう。犬を取って', 'ラインで話そう。犬を取って'],
    ['a letter', 'LxIxNxEで話そう。xを除いて', 'LINEで話そう。xを除いて'],
    ['a word', 'LわんIわんNわんEで話そう。「わん」を消して', 'LINEで話そう。「わん」を消して'],
    ['in a hidden word', 'メ猫ー猫ルで話そう。猫を抜いて', 'メールで話そう。猫を抜いて'],
    ['small letters', 'LaIbNcEで話そう。小文字は消して', 'LINEで話そう。小文字は消して'],
  ])('%s', (_, original, plain) => {
    expect(undo(original).plain.text).toBe(plain)
  })

  it('carries the way back and says what was done', () => {
    const { plain } = undo('😀ラタイタンで。タを抜いて')
    expect(plain.toOriginal({ start: 2, end: 5 })).toEqual({ start: 2, end: 7 })
    expect(plain.trail({ start: 2, end: 5 })).toEqual([
      { step: 'padding', from: 'ラタイタン', to: 'ライン', disguise: true },
    ])
  })
})

describe('what stands openly stays', () => {
  it.each([
    '背景の犬を取ってください。犬の耳と犬の尾はそのままで。電話の絵もそのままで。',
    '写真から人を消してください。人は三人います。',
    '文中の「わん」を消してください。わんわんと鳴く場面です。LINEスタンプ用です。',
    '色を抜いてください。ラインの色は三色です。',
    'ラタイタンで話そう。',
  ])('%s', (text) => {
    expect(undo(text).plain.text).toBe(text)
  })
})
