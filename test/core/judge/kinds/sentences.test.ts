/** Kinds that look at sentences: their length, their style, the words of a whole text, how a thing is said. */
import { describe, expect, test } from 'vitest'
import { longSentenceKind } from '../../../../src/core/judge/kinds/long-sentence.ts'
import { mixedStyleKind } from '../../../../src/core/judge/kinds/mixed-style.ts'
import { phraseKind } from '../../../../src/core/judge/kinds/phrase.ts'
import { wordingKind } from '../../../../src/core/judge/kinds/wording.ts'
import { runOf } from '../../../support/reading.ts'

describe('long-sentence', () => {
  const long = runOf(longSentenceKind, { characters: 40, commas: 2 })
  const fill = (length: number) => 'あ'.repeat(length)

  test('counts characters without white space, and ends with its sentence', () => {
    expect(long.words(`${fill(39)}。`)).toEqual([])
    expect(long.words(`${fill(20)} ${fill(19)}。`)).toEqual([])
    expect(long.words(`${fill(41)}。次です。`)).toEqual([`${fill(41)}。`])
  })

  test('counts commas', () => {
    expect(long.words('はい、では、明日。')).toEqual([])
    expect(long.words('はい、では、明日、行きます。')).toEqual(['はい、では、明日、行きます。'])
  })

  test('does not count what is quoted', () => {
    expect(long.words(`題は「${fill(60)}」です。`)).toEqual([])
  })
})

describe('mixed-style', () => {
  const mixed = runOf(mixedStyleKind, {})
  test.each([
    ['動画を作ります。音も入れます。値段は安い。', ['値段は安い。']],
    ['動画を作る。音も入れる。値段は安いです。', ['値段は安いです。']],
    ['動画を作ります。音も入れます。', []],
    ['動画を作る。', []],
    ['動画を作ります。「値段は安い。」と言われました。', []],
  ])('%s', (text, words) => {
    expect(mixed.words(text)).toEqual(words)
  })
})

describe('phrase', () => {
  test('finds words, and goes on over the ending of the last verb', () => {
    const talk = runOf(phraseKind, { any: ['(電話|通話)で{talk}'] }, { words: { talk: ['話す'] } })
    expect(talk.words('電話で話しませんか。')).toEqual(['電話で話しませんか'])
    expect(talk.words('通話で話したい。')).toEqual(['通話で話したい'])
    expect(talk.words('電話は苦手です。')).toEqual([])
  })

  test('underlines what stands between < and >, and no ending where none is wanted', () => {
    const run = runOf(phraseKind, { any: ['明日<話>し'], ending: false })
    expect(run.words('明日話しませんか')).toEqual(['話'])
  })

  test('fills its templates in with each capability', () => {
    const templates = { by: ['{@it}で'] }
    const run = runOf(phraseKind, { from: ['by'], it: ['messenger'], ending: false }, { templates })
    expect(run.words('詳しくはLINEで')).toEqual(['LINEで'])
    expect(run.words('詳しくはZoomで')).toEqual([])
  })
})

describe('wording', () => {
  test('underlines the rest of the predicate, and puts the words right', () => {
    const run = runOf(wordingKind, { any: ['了解'], rewrite: [{ from: '了解しました', to: '承知しました' }] })
    expect(run.words('了解しました。')).toEqual(['了解しました'])
    expect(run.detections('了解しました。').map(({ replacement }) => replacement)).toEqual(['承知しました'])
    expect(run.detections('了解です。')[0]).not.toHaveProperty('replacement')
  })

  test('takes closing marks where asked, and nothing but the words where asked', () => {
    expect(runOf(wordingKind, { any: ['了解'], marks: true }).words('了解しました!')).toEqual([
      '了解しました!',
    ])
    expect(runOf(wordingKind, { any: ['了解'], after: 'no' }).words('了解しました。')).toEqual(['了解'])
  })

  test('counts its places', () => {
    const thrice = runOf(wordingKind, { any: ['思い'], times: 3, after: 'no' })
    expect(thrice.words('思います。思います。')).toEqual([])
    expect(thrice.words('思います。思います。思います。')).toEqual(['思い', '思い', '思い'])
  })
})
