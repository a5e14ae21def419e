/** Kinds that look at marks: rows of them, faces, blanks. */
import { describe, expect, test } from 'vitest'
import { facesKind } from '../../../../src/core/judge/kinds/faces.ts'
import { placeholderKind } from '../../../../src/core/judge/kinds/placeholder.ts'
import { repeatedMarksKind } from '../../../../src/core/judge/kinds/repeated-marks.ts'
import { runOf } from '../../../support/reading.ts'

describe('repeated-marks', () => {
  const calls = runOf(repeatedMarksKind, { marks: '!?' })
  test.each([
    ['ありがとうございます！！', ['!!']],
    ['本当ですか！？ はい！', ['!?']],
    ['そうです! ! !', ['! ! !']],
    ['ありがとうございます！', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(calls.words(text)).toEqual(words)
  })

  test('are put right by the first, and a mark that is two by nothing but one', () => {
    expect(calls.detections('はい！？').map(({ replacement }) => replacement)).toEqual(['！'])
    expect(calls.detections('はい‼').map(({ replacement }) => replacement)).toEqual(['!'])
    expect(
      runOf(repeatedMarksKind, { marks: 'emoji' })
        .detections('はい🎉🎉')
        .map((one) => one.replacement),
    ).toEqual(['🎉'])
  })

  test('no fewer than `least`, no more than `most`', () => {
    const some = runOf(repeatedMarksKind, { marks: '!', least: 3, most: 4 })
    expect(['!!', '!!!', '!!!!', '!!!!!'].map((marks) => some.words(`はい${marks}`).length)).toEqual([
      0, 1, 1, 0,
    ])
  })
})

describe('faces', () => {
  const faces = runOf(facesKind, { eyes: '^><', parts: '_ω;', bracketed: ['笑'], closing: ['w'] })
  test.each([
    ['よろしくです(>_<)', ['(>_<)'], ['。']],
    ['よろしくです^^', ['^^'], ['。']],
    ['よろしくです。(>_<)', ['(>_<)'], ['']],
    ['失敗しました(笑) 次は大丈夫です', ['(笑)'], ['。']],
    ['失敗しましたw', ['w'], ['。']],
    ['料金(税込)です', [], []],
    ['wを押します', [], []],
  ])('%s', (text, words, replacements) => {
    expect(faces.words(text)).toEqual(words)
    expect(faces.detections(text).map(({ replacement }) => replacement)).toEqual(replacements)
  })
})

describe('placeholder', () => {
  const blanks = runOf(placeholderKind, {
    marks: '〇×',
    units: ['円'],
    with: ['様'],
    not: ['邸'],
    asks: ['記入'],
    names: ['会社名'],
    words: ['TODO'],
    topics: ['リスト'],
  })
  test.each([
    ['〇〇様、はじめまして。', ['〇〇様']],
    ['料金は×円です。', ['×円']],
    ['{{name}}様', ['{{name}}']],
    ['【ここに記入】してください', ['【ここに記入】']],
    ['ここはTODO', ['TODO']],
    ['〇〇邸の外観です。', []],
    ['TODOリストを作ります。', []],
    ['〇×クイズ', []],
    ['答えは〇です。', []],
  ])('%s', (text, words) => {
    expect(blanks.words(text)).toEqual(words)
  })
})
