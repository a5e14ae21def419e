import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../../src/core/morph/tokenizer.ts'
import type { SourceWord } from '../../../src/tools/dictionary/kuromoji-source.ts'
import { readUserEntries } from '../../../src/tools/dictionary/user-entries.ts'

const root = new URL('../../../', import.meta.url)
const tokenizer = createTokenizer(loadDictionary(readFileSync(new URL('build/dictionary.bin', root))))
const tokens = (text: string) => tokenizer.tokenize(text).map((token) => token.surface)

describe('dictionaries/*.csv', () => {
  const folder = new URL('dictionaries/', root)
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('# ') && !line.startsWith('"'))
  const nouns = lines
    .map((line) => line.split(','))
    .filter((fields) => fields[4] === '名詞' && fields[5] !== '数')

  it.each(nouns.filter(([surface]) => surface !== '%').map(([surface]) => [surface!]))(
    '%s is one word of ours',
    (word) => {
      for (const sentence of [`こちらが${word}です。`, `この${word}を使いました。`, `${word}`]) {
        const found = tokenizer.tokenize(sentence).find((token) => token.surface === word)
        expect(found?.origin, sentence).toBe('user')
      }
    },
  )
})

describe('a sentence', () => {
  it.each([
    ['タイムラインを見ました', ['タイムライン', 'を', '見', 'まし', 'た']],
    [
      'ありがとうございます!楽しみです(笑)',
      ['ありがとう', 'ござい', 'ます', '!', '楽しみ', 'です', '(', '笑', ')'],
    ],
    ['えらいんですね', ['えらい', 'ん', 'です', 'ね']],
    ['ドリンクを頼む', ['ドリンク', 'を', '頼む']],
  ])('%s', (sentence, expected) => {
    expect(tokens(sentence)).toEqual(expected)
  })
})

describe('readUserEntries', () => {
  const noun: SourceWord = {
    surface: '本',
    left: 1285,
    right: 1285,
    cost: 100,
    tuple: '名詞,一般,*,*,*,*',
    baseForm: '本',
    reading: 'ホン',
    user: false,
  }
  const read = (text: string) => readUserEntries([{ name: 'a.csv', text }], [noun])

  it.each([
    ['too few fields', '語,,,', '12 or 13 fields'],
    ['an unknown part of speech', '語,,,,名刺,一般,*,*,*,*,語,ゴ', 'no word of the part of speech'],
    ['a cost that is no number', '語,,,安,名詞,一般,*,*,*,*,語,ゴ', 'must be integers'],
    ['no surface', ',,,,名詞,一般,*,*,*,*,語,ゴ', 'surface is empty'],
  ])('reports %s with its line', (_, line, fault) => {
    expect(read(`# comment\n\n${line}`).faults).toEqual([
      { file: 'a.csv', line: 3, fault: expect.stringContaining(fault) },
    ])
  })

  it('reports the same word twice', () => {
    const line = '語,,,,名詞,一般,*,*,*,*,語,ゴ'
    expect(read(`${line}\n${line}`).faults).toEqual([
      { file: 'a.csv', line: 2, fault: 'the same word stands in a.csv:1' },
    ])
  })

  it('fills contexts, cost and base form in', () => {
    expect(read('",",,,,名詞,一般,*,*,*,*,,コンマ').entries).toEqual([
      { ...noun, surface: ',', cost: 3000, baseForm: ',', reading: 'コンマ', user: true },
    ])
  })
})
