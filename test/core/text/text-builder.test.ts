/** Edits in a row: the text that comes of them, the way back, and the record of what each changed. */
import { describe, expect, test } from 'vitest'
import { type Step, TextBuilder } from '../../../src/core/text/text-builder.ts'

/** Replaces a text wherever it stands. */
const replacing = (name: string, from: string, to: string, disguise = false): Step =>
  ({
    name,
    edits: (text: string) =>
      [...text.matchAll(new RegExp(from, 'gu'))].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        to,
        disguise,
      })),
  }) as Step

describe('a text builder', () => {
  test('that edits nothing gives the text and its own places', () => {
    const view = new TextBuilder('あ😀い').apply(replacing('none', 'x', 'y')).build('plain')
    expect(view).toMatchObject({ name: 'plain', original: 'あ😀い', text: 'あ😀い' })
    expect(view.toOriginal({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 })
    expect(view.trail({ start: 0, end: 4 })).toEqual([])
  })

  test('never gives half a character', () => {
    const view = new TextBuilder('あ😀い').build('plain')
    expect(view.toOriginal({ start: 2, end: 3 })).toEqual({ start: 1, end: 3 })
  })

  test('carries places through what grows, shrinks and goes', () => {
    const view = new TextBuilder('a㍿b--c')
      .apply(replacing('compatibility', '㍿', '株式会社'))
      .apply(replacing('dashes', '-', ''))
      .build('plain')
    expect(view.text).toBe('a株式会社bc')
    expect(view.toOriginal({ start: 2, end: 3 })).toEqual({ start: 1, end: 2 })
    expect(view.toOriginal({ start: 5, end: 7 })).toEqual({ start: 2, end: 6 })
    expect(view.toOriginal({ start: 6, end: 7 })).toEqual({ start: 5, end: 6 })
  })

  test('tells step by step how the words of a span came about, and nothing of other words', () => {
    const view = new TextBuilder('ら〇ん と ｘ')
      .apply(replacing('mask', '〇', 'い', true))
      .apply(replacing('name', 'らいん', 'LINE', true))
      .apply(replacing('width', 'ｘ', 'x'))
      .build('names')
    expect(view.text).toBe('LINE と x')
    expect(view.trail({ start: 0, end: 4 })).toEqual([
      { step: 'mask', from: 'ら〇ん', to: 'らいん', disguise: true },
      { step: 'name', from: 'らいん', to: 'LINE', disguise: true },
    ])
    expect(view.trail({ start: 7, end: 8 })).toEqual([
      { step: 'width', from: 'ｘ', to: 'x', disguise: false },
    ])
    expect(view.trail({ start: 5, end: 6 })).toEqual([])
  })

  test('takes the name of a kind of edit where a step has several', () => {
    const step = {
      name: 'many',
      edits: () => [{ start: 0, end: 1, to: 'b', disguise: false, as: 'one-kind' }],
    }
    const view = new TextBuilder('a').apply(step as unknown as Step).build('plain')
    expect(view.trail({ start: 0, end: 1 })).toMatchObject([{ step: 'one-kind' }])
  })
})
