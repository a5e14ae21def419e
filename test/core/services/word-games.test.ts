/** Names in the secret languages of children. */
import { describe, expect, it } from 'vitest'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createWordGames } from '../../../src/core/services/word-games.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createWordGames(names)],
})
const plain = (text: string): string => undo(text).plain.text

describe('names in word games are put back', () => {
  it.each([
    ['ラバイビンブ、そこで待つ', 'ライン、そこで待つ'],
    ['らばいびんぶ、そこで待つ', 'らいん、そこで待つ'],
    ['狸のしわざで「たらたいたんた」の方へ', '狸のしわざで「らいん」の方へ'],
  ])('%s', (original, expected) => {
    expect(plain(original)).toBe(expected)
  })
})

describe('other words stay', () => {
  it.each([
    'バナナとブドウとベビーバス',
    'たのしかったたび',
    'たぬきのあたたかいうたたね',
    'たらたいたんたと歌う',
  ])('%s', (text) => {
    expect(plain(text)).toBe(text)
  })
})
