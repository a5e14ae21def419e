import { describe, expect, it } from 'vitest'
import { findWords, legible, partsAround, writeParts } from '../../../src/core/second-opinion/shown-text.ts'

const all = (text: string) => [{ start: 0, end: text.length }]

describe('words of an answer', () => {
  it.each([
    ['as they stand', 'では、そちらで話す', 'そちらで', 'そちらで'],
    ['in quotation marks', 'では、そちらで話す', '「そちらで」', 'そちらで'],
    ['over a line break', 'そちら\nで話す', 'そちらで', 'そちら\nで'],
    ['with characters of no width between', 'そ\u200bち\u00adらで', 'そちら', 'そ\u200bち\u00adら'],
    ['behind an emoji', '😀😀そちら', 'そちら', 'そちら'],
    ['not at all', 'では', 'そちら', undefined],
    ['of nothing', 'では', ' 「」 ', undefined],
    ['half a character', '😀', '\ud83d', undefined],
    ['in other letters', 'ＬＩＮＥで', 'LINEで', undefined],
  ])('are found %s', (_, text, words, expected) => {
    const span = findWords(words, text, all(text), [])
    expect(span && text.slice(span.start, span.end)).toBe(expected)
  })

  it('of several places are the one in question', () => {
    expect(findWords('そちら', 'そちら、そちら', all('そちら、そちら'), [{ start: 5, end: 6 }])).toEqual({
      start: 4,
      end: 7,
    })
    expect(findWords('そちら', 'そちら、そちら', all('そちら、そちら'), [])).toEqual({ start: 0, end: 3 })
  })

  it('are not found in what was not shown', () => {
    expect(findWords('そちら', 'あああそちら', [{ start: 0, end: 3 }], [])).toBeUndefined()
  })
})

describe('parts of a text', () => {
  it('join where they meet and cut no character', () => {
    const text = 'あ😀い😀う'
    const at = text.indexOf('い')
    expect(partsAround(text, [{ start: at, end: at + 1 }], 1)).toEqual([{ start: 1, end: 6 }])
    const places = [
      { start: 7, end: 8 },
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]
    expect(partsAround('abcdefghij', places, 1)).toEqual([
      { start: 0, end: 5 },
      { start: 6, end: 9 },
    ])
  })

  it('say where something is left out', () => {
    expect(
      writeParts('abcdef', [
        { start: 0, end: 2 },
        { start: 4, end: 5 },
      ]),
    ).toBe('ab…(略)…e…(略)…')
  })

  it('keep every place when they are made legible', () => {
    expect(legible('a\u0000b\ud800c\nd')).toBe('a b c\nd')
  })
})
