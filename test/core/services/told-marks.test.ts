/** Words of which marks stand in the place, where the text says what each mark stands for. */
import { describe, expect, it } from 'vitest'
import { createToldMarks } from '../../../src/core/services/told-marks.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, marks, names, normalizationTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createToldMarks(names, marks)],
})
const plain = (text: string): string => undo(text).plain.text

describe('what a mark stands for is put in its place', () => {
  it.each([
    [
      'called by its shape',
      '■接でいきませんか(四角には「直」が入ります)',
      '直接でいきませんか(四角には「直」が入ります)',
    ],
    ['without brackets', '電●番号を教えて。●には話を入れて', '電話番号を教えて。●には話を入れて'],
    ['the word first', 'ラ★ンで話そう。「イ」を星に入れて', 'ラインで話そう。「イ」を星に入れて'],
    [
      'two in turn',
      '☆イ☆で話そう。☆には「ラ」と「ン」が順に入ります',
      'ラインで話そう。☆には「ラ」と「ン」が順に入ります',
    ],
    ['one for each', 'L☆N△で話そう。☆=I、△=E', 'LINEで話そう。☆=I、△=E'],
    ['in an address', 'kuma☆gmail.com まで。☆は「@」です', 'kuma@gmail.com まで。☆は「@」です'],
  ])('%s', (_, original, expected) => {
    expect(plain(original)).toBe(expected)
  })

  it('says what was done, and where', () => {
    const { plain } = undo('😀■接で。四角には「直」が入ります')
    expect(plain.toOriginal({ start: 2, end: 4 })).toEqual({ start: 2, end: 4 })
    expect(plain.trail({ start: 2, end: 4 })).toEqual([
      { step: 'told-mark', from: '■接', to: '直接', disguise: true },
    ])
  })
})

describe('marks of tables and lists stay', () => {
  it.each([
    '○対応可 ×対応不可。○には「はい」を入れてください',
    '■料金 ■納期。■には「見出し」が入ります',
    '★を「星」に置き換えてください。★の数は三つです',
    '■接でいきませんか',
    '電話の受付は○、メールは×です',
  ])('%s', (text) => {
    expect(plain(text)).toBe(text)
  })
})
