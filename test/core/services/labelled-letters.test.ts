/** Names whose pieces stand behind labels in a row, or in brackets. */
import { describe, expect, it } from 'vitest'
import { createLabelledLetters } from '../../../src/core/services/labelled-letters.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createLabelledLetters(names)],
})
const plain = (text: string): string => undo(text).plain.text

describe('pieces of names are put together', () => {
  it.each([
    ['days of the week', '月 ディ / 火 ス / 水 コ / 木 ー / 金 ド で待つ', 'ディスコード で待つ'],
    ['months', '1月ら、2月い、3月ん、4月で。そこで待つ', 'らいんで。そこで待つ'],
    ['numbers out of order', '3ン 1ラ 2イ、番号順に', 'ライン、番号順に'],
    ['quoted pieces', '「ノー」+「ション」の頁で', 'ノーションの頁で'],
    ['a column each', 'L列・I列・N列・E列の人に', 'LINEの人に'],
    [
      'told to be put together',
      '耳が立つ「らい」、垂れる「ん」。合わせて呼ぶ',
      '耳が立つらいん。合わせて呼ぶ',
    ],
    ['one behind the other', 'らい の つぎに ん の ところ', 'らいん の ところ'],
  ])('%s', (_, original, expected) => {
    expect(plain(original)).toBe(expected)
  })
})

describe('lists stay', () => {
  it.each([
    '月 赤 / 火 青 / 水 黄 / 木 緑 / 金 白',
    '1.電話 2.メール 3.面談',
    '1月 案 2月 絵 3月 色',
    '「メール」と「アドレス」を記入',
    '「前」と「後」を比べる',
    '人の次に犬が来ます',
    'A列・B列・C列・D列を並べ替える',
    '「ひかり」は光、「のぞみ」は望と書き、合わせて検索します',
  ])('%s', (text) => {
    expect(plain(text)).toBe(text)
  })
})
