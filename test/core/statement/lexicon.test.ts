import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Lexicon, START } from '../../../src/core/statement/lexicon.ts'

const lexicon = new Lexicon(
  {
    talk: ['話す', '打ち合わせ', '相談', '相談する場'],
    send: ['渡す', '届ける', 'ご提出', '見る'],
    deal: ['提出', '書く'],
  },
  (text) => text.toLowerCase(),
)

const found = (word: string) => {
  const entry = lexicon.find(word)
  return entry && `${entry.lemma} ${[...entry.classes].join('+')}${entry.potential ? ' potential' : ''}`
}

test.each([
  ['話す', '話す talk'],
  ['話せる', '話す talk potential'],
  ['話し', '話す talk'],
  ['渡せる', '渡す send potential'],
  ['渡し', '渡す send'],
  ['届ける', '届ける send'],
  ['届け', '届ける send'],
  ['届けれる', '届ける send potential'],
  ['書ける', '書く deal potential'],
  ['お話し', '話す talk'],
  ['お打ち合わせ', '打ち合わせ talk'],
  ['ご相談', '相談 talk'],
  ['御相談', '相談 talk'],
  // What is authored with ご is the bare word's too, by whatever classes that has.
  ['ご提出', 'ご提出 send+deal'],
  ['提出', '提出 deal'],
  ['見', undefined],
  ['お', undefined],
  ['囲む', undefined],
])('%s: %s', (word, entry) => {
  expect(found(word)).toBe(entry)
})

test.each([
  ['相談', true],
  ['相談す', true],
  ['相談する場', false],
  ['提', true],
  ['囲', false],
])('%s goes on: %s', (beginning, goesOn) => {
  expect(lexicon.goesOn(lexicon.through(START, beginning))).toBe(goesOn)
})

test('a word in two pieces is found where they lead, with お and ご before it too', () => {
  const whole = lexicon.through(lexicon.through(START, '打ち'), '合わせ')
  expect(lexicon.at(whole)?.lemma).toBe('打ち合わせ')
  expect(lexicon.at(lexicon.through(lexicon.behindHonorific('お打ち'), '合わせ'))?.lemma).toBe('打ち合わせ')
  expect(lexicon.at(lexicon.behindHonorific('打ち'))).toBeUndefined()
  expect(lexicon.at(lexicon.through(lexicon.through(START, '囲'), '打ち合わせ'))).toBeUndefined()
})

test('no authored word with する hides the noun that it is made of: 電話する would hide 電話', () => {
  const { acts } = JSON.parse(readFileSync('build/data.json', 'utf8')).language as {
    acts: Record<string, readonly string[]>
  }
  const words = new Set(Object.values(acts).flat())
  expect(words.size).toBeGreaterThan(500)
  const hiding = [...words].filter((word) => /.する$/u.test(word) && words.has(word.slice(0, -2)))
  expect(hiding).toEqual([])
})
