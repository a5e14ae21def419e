import { describe, expect, it } from 'vitest'
import { createKanaWords, createOtherScripts } from '../../../src/core/services/readings.ts'
import { createUndo } from '../../../src/core/services/undo.ts'
import { createSettle } from '../../../src/core/text/normalize.ts'
import { codes, names, normalizationTables, readingTables } from '../../support/dictionaries.ts'

const undo = createUndo({
  settle: createSettle(normalizationTables),
  names,
  codes,
  scripts: [createOtherScripts(readingTables), createKanaWords(readingTables)],
})
const normalize = (text: string) => undo(text).plain

describe('another script is read into the usual one', () => {
  it.each([
    ['katakana, a name in it', 'ラインデハナシマセンカ。', 'ラインで話しませんか。'],
    ['half width', 'ｸﾜｼｸﾊﾗｲﾝﾃﾞﾊﾅｼﾏｾﾝｶ', '詳しくはラインで話しませんか'],
    ['katakana, a word in it', 'デンワバンゴウヲオシエテクダサイ', '電話番号を教えてください'],
    ['katakana in pieces', 'カカオ デ オハナシ デキマスカ', 'カカオでお話できますか'],
    ['Latin letters', 'denwa bangou wo oshiete moraemasu ka?', '電話番号を教えてもらえますか?'],
    ['Latin letters, a name in it', 'rain no hou ga hayai desu', 'らいんのほうが早いです'],
    [
      'a compound with one part in kana',
      'でんわ番号、れんらく先、直接とりひき',
      '電話番号、連絡先、直接取引',
    ],
    ['a compound in kana', 'ちょくせつとりひきしませんか', '直接取引しませんか'],
    ['a word between particles', 'あとででんわください', 'あとで電話ください'],
  ])('%s', (_, original, plain) => {
    expect(normalize(original).text).toBe(plain)
  })
  it('carries the way back', () => {
    const view = normalize('ラインデデンワバンゴウヲオシエテ')
    const start = view.text.indexOf('電話番号')
    expect(view.toOriginal({ start, end: start + 4 })).toEqual({ start: 4, end: 11 })
  })
})

describe('what is usual stays', () => {
  it.each([
    ['names of things in katakana', 'ウェブデザインコンサルティング、マーケティングオートメーション'],
    ['English', 'Please send me the file to check the logo and no more'],
    ['English with words that Japanese has', 'I made a note to go to the shop'],
    ['a song', 'Sakura Sakura'],
    ['words that only begin so', 'でんわごっこ、れんらくちょう、けいたいそ'],
    ['a name', 'ココナラトークルームアプリ'],
  ])('%s', (_, text) => {
    expect(normalize(text).text).toBe(text)
  })
})
