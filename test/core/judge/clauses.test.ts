import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findClauses } from '../../../src/core/judge/clauses.ts'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'

const bytes = readFileSync(new URL('../../../build/dictionary.bin', import.meta.url))
const tokenizer = createTokenizer(
  loadDictionary(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
)
const clausesOf = (sentence: string) =>
  findClauses({ start: 0, end: sentence.length }, tokenizer.tokenize(sentence), 0).map(({ start, end }) =>
    sentence.slice(start, end),
  )

describe('clauses', () => {
  it.each([
    ['end at a reason', ['LINEは禁止なので、', 'Xの方でお願いします。']],
    ['end at a contrast', ['お電話は承っておりませんが、', '文章でしたらお答えします。']],
    ['end at ため behind a verb', ['外部での連絡は禁じられているため、', 'ここでお願いします。']],
    ['go on over a noun with ため', ['確認のためお電話します。']],
    ['end at a statement that is over', ['LINEで送ってください、', 'ここでは見られません。']],
    ['go on over て and ば', ['LINEを開いて、友だちを探せば見つかります。']],
    ['go on over a subject with が', ['お電話が早いと思います。']],
    ['are one where there is one predicate', ['次回も同じサービスからお願いします。']],
  ])('%s', (_, clauses) => {
    expect(clausesOf(clauses.join(''))).toEqual(clauses)
  })
})
