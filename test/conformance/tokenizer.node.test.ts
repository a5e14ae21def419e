import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../src/core/morph/tokenizer.ts'
import { deviationOf, loadStock, type StockTokenizer } from './kuromoji.ts'
import { DEVIATIONS, parseSentences, runTokenizerCases } from './run-tokenizer-cases.ts'
import { lineOf } from './token-line.ts'

const sentences = parseSentences(readFileSync('test/fixtures/morphology/sentences.jsonl', 'utf8'))
const dictionary = loadDictionary(readFileSync('build/dictionary.bin'))
const tokenizer = createTokenizer(dictionary, { userEntries: false })

runTokenizerCases('The tokenizer on Node', sentences, tokenizer)

describe('Stock kuromoji, live', () => {
  let stock: StockTokenizer
  beforeAll(async () => {
    stock = await loadStock()
  })

  it('still says what the fixture has recorded', () => {
    for (const { text, tokens } of sentences) expect(stock(text)).toEqual(tokens)
  })

  it.each(DEVIATIONS.map(({ why, text }) => [why, text] as const))(
    'still needs the deviation: %s',
    (_, text) => {
      expect(deviationOf(text, dictionary)).toBeDefined()
      let theirs: string[] | undefined
      try {
        theirs = stock(text)
      } catch {
        theirs = undefined
      }
      expect(theirs).not.toEqual(tokenizer.tokenize(text).map(lineOf))
    },
  )

  it('agrees on any text of the characters that Japanese is written in', () => {
    const character = fc.oneof(
      fc.constantFrom(...'のにをはがでともしないますたてくるれんっょー、。'),
      fc.constantFrom(...'日本人年大会社事分者語新出手見行前後金円一二三'),
      fc.constantFrom(...'アイラインルスドトークシャッメ・ーッ'),
      fc.constantFrom(...'LINEabcxyz019:/.@!?()「」『』 \u3000\n😀é한'),
    )
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), (text) => {
        if (deviationOf(text, dictionary)) return
        expect(tokenizer.tokenize(text).map(lineOf)).toEqual(stock(text))
      }),
      { numRuns: 1000 },
    )
  })
})
