import { readFileSync } from 'node:fs'
import fc from 'fast-check'
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

describe('any string at all', () => {
  it('is covered by tokens, in order and without a gap', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'きょうじゅうにれんらくくださいラインLINE、。😀'),
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
        const tokens = tokenizer.tokenize(text)
        expect(tokens.map((token) => token.surface).join('')).toBe(text)
        let end = 0
        for (const token of tokens) {
          expect(token.start).toBe(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBe(text.length)
      }),
    )
  })
})

describe('a long text', () => {
  const covered = (text: string) =>
    tokenizer.tokenize(text).reduce((sum, token) => sum + token.end - token.start, 0)
  const prose =
    '詳しくはプロフィールをご覧いただきご不明な点がございましたらお気軽にトークルームでご相談くださいね'

  it('without punctuation has the tokens of its parts, wherever the lattice is cut', () => {
    const long = tokenizer.tokenize(prose.repeat(3000)).map((token) => token.surface)
    const period = tokenizer.tokenize(prose.repeat(3)).map((token) => token.surface)
    const step = period.length / 3
    expect(Number.isInteger(step)).toBe(true)
    expect(long.length).toBe(3000 * step)
    expect(new Set(long)).toEqual(new Set(period))
  })

  it.each([
    ['one katakana', 'ア'.repeat(100_000)],
    ['one hiragana', 'か'.repeat(100_000)],
    ['one small kana', 'っ'.repeat(100_000)],
    ['one kanji', '日'.repeat(100_000)],
    ['two syllables', 'もも'.repeat(50_000)],
    ['one emoji', '😀'.repeat(50_000)],
  ])('of %s is covered', (_, text) => {
    expect(covered(text)).toBe(text.length)
  })

  it('leaves the next text as it was', () => {
    const before = surfaces(prose)
    tokenizer.tokenize(prose.repeat(2000))
    expect(surfaces(prose)).toEqual(before)
  })
})
