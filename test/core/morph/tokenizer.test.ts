import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'

const file = readFileSync(new URL('../../../build/dictionary.bin', import.meta.url))
const tokenizer = createTokenizer(loadDictionary(file))
const surfaces = (text: string) => tokenizer.tokenize(text).map((token) => token.surface)

describe('tokens', () => {
  it('carry the features of IPADIC', () => {
    const [first, second] = tokenizer.tokenize('話しません')
    expect({
      surface: first?.surface,
      start: first?.start,
      end: first?.end,
      pos: first?.pos,
      conjugationType: first?.conjugationType,
      conjugationForm: first?.conjugationForm,
      baseForm: first?.baseForm,
      reading: first?.reading,
      origin: first?.origin,
    }).toEqual({
      surface: '話し',
      start: 0,
      end: 2,
      pos: ['動詞', '自立', '*', '*'],
      conjugationType: '五段・サ行',
      conjugationForm: '連用形',
      baseForm: '話す',
      reading: 'ハナシ',
      origin: 'known',
    })
    expect(second?.baseForm).toBe('ます')
  })

  it('of unknown words have the surface for a base form and no reading', () => {
    const [token] = tokenizer.tokenize('ZQXV')
    expect([token?.surface, token?.baseForm, token?.reading, token?.origin]).toEqual([
      'ZQXV',
      'ZQXV',
      undefined,
      'unknown',
    ])
  })
})

describe('kuromoji’s traps', () => {
  it.each([
    ['😀😀儲かる', ['😀😀', '儲かる']],
    ['👍🏻LINEで', ['👍🏻', 'LINE', 'で']],
    ['𠮷𠮷野家', ['𠮷𠮷', '野家']],
    ['あ\ud800い', ['あ', '\ud800', 'い']],
    ['あ\udc00', ['あ', '\udc00']],
    ['円\u0000です', ['円', '\u0000', 'です']],
    ['ア'.repeat(60), ['ア'.repeat(24), 'ア'.repeat(24), 'ア'.repeat(12)]],
    ['😀'.repeat(30), ['😀'.repeat(12), '😀'.repeat(12), '😀'.repeat(6)]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(surfaces(text)).toEqual(expected)
  })
})
