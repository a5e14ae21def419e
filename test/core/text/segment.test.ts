import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/core/text/segment.ts'

const sentencesOf = (text: string) =>
  segment(text).sentences.map(({ span }) => text.slice(span.start, span.end))
const kindsOf = (text: string) => segment(text).lines.map(({ kind }) => kind)
const quotationsOf = (text: string) =>
  segment(text).quotations.map(({ inner, depth }) => [text.slice(inner.start, inner.end), depth])

describe('sentences', () => {
  it.each([
    ['end at 。', '一つ。二つ。', ['一つ。', '二つ。']],
    ['end at a line end', '一つ\n二つ', ['一つ', '二つ']],
    ['keep runs of marks', '本当!?すごい!!', ['本当!?', 'すごい!!']],
    ['keep a laugh', 'すごい!(笑)次です', ['すごい!(笑)', '次です']],
    [
      'are not cut in a quotation',
      '「はい。そうです。」と言いました。次。',
      ['「はい。そうです。」と言いました。', '次。'],
    ],
    ['are not cut in brackets', '納品(急ぎ?)です。次', ['納品(急ぎ?)です。', '次']],
    ['keep the closing bracket', '(以上です。)次です', ['(以上です。)次です']],
    [
      'are not cut in addresses',
      'https://a.jp/?q=1を見てexample.comへ。',
      ['https://a.jp/?q=1を見てexample.comへ。'],
    ],
    ['are not cut in numbers', '約3.5倍です。1.5も。', ['約3.5倍です。', '1.5も。']],
    ['are not cut in names', 'Yahoo!メールです。', ['Yahoo!メールです。']],
    ['end at a full stop after Japanese', '終わりです.次です', ['終わりです.', '次です']],
    ['leave the marker of an item out', '・一つ目\n- 二つ目', ['一つ目', '二つ目']],
    ['stand in an unclosed bracket too', '「一つ。二つ。', ['「一つ。', '二つ。']],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })
})

describe('lines', () => {
  it.each([
    ['headings in brackets', '【納期】\n本文', ['heading', 'text']],
    ['headings with marks', '■ 流れ\n◆準備', ['heading', 'heading']],
    ['a marked sentence is an item', '■ まずご連絡ください。', ['item']],
    ['labels', '準備するもの:\nはさみ', ['heading', 'text']],
    ['items', '・一\n- 二\n1. 三\n(2) 四\n①五', ['item', 'item', 'item', 'item', 'item']],
    ['replies', '> LINE教えて\nできません', ['reply', 'text']],
    ['fenced code', '```\na = 1\n```\n本文', ['code', 'code', 'code', 'text']],
    ['code without a fence', '<a href="x">\nconst a = 1;\nbody { color: red; }', ['code', 'code', 'code']],
    ['questions and answers', 'Q. LINEは?\nA. できません。', ['question', 'answer']],
    ['A alone answers nothing', 'A 案です', ['text']],
    ['rules and blanks', '----\n\n━━━━━', ['rule', 'blank', 'rule']],
    ['a time is no label', '10:30', ['text']],
  ])('%s', (_, text, expected) => {
    expect(kindsOf(text)).toEqual(expected)
  })
})

describe('quotations', () => {
  it.each([
    [
      'brackets',
      '「一」と『二』',
      [
        ['一', 0],
        ['二', 0],
      ],
    ],
    [
      'nested',
      '「一『二』」',
      [
        ['一『二』', 0],
        ['二', 1],
      ],
    ],
    ['straight marks in one line', '"a" と "b\n"c', [['a', 0]]],
    ['unclosed ones quote nothing', '「一「二」', [['二', 0]]],
    ['over lines', '「一\n二」', [['一\n二', 0]]],
  ])('%s', (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected)
  })
})

describe('questions with answers', () => {
  it('are one passage each, with all lines of the answer', () => {
    const text = 'Q1. LINEでもできますか?\nA1. できません。\nご了承ください。\n\nQ2. 納期は?\nA2. 3日です。'
    const { faqs } = segment(text)
    expect(
      faqs.map(({ question, answer }) => [
        text.slice(question.start, question.end),
        text.slice(answer.start, answer.end),
      ]),
    ).toEqual([
      ['Q1. LINEでもできますか?', 'A1. できません。\nご了承ください。'],
      ['Q2. 納期は?', 'A2. 3日です。'],
    ])
  })
})

it('gives spans in order and inside the text, for any text', () => {
  const words = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('。', '「', '」', '\n', '(', ')', '!', '"', 'Q. ', 'A. ', '```', 'です'),
    ),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('')
      const { lines, sentences } = segment(text)
      expect(lines.map(({ span }) => text.slice(span.start, span.end)).join('\n')).toBe(text)
      let at = 0
      for (const { span } of sentences) {
        expect(span.start).toBeGreaterThanOrEqual(at)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        at = span.end
      }
    }),
  )
})
