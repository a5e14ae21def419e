import { describe, expect, it } from 'vitest'
import { asQuestion } from '../../../src/core/lint/as-question.ts'

describe('a possible finding as a question', () => {
  it.each([
    [
      'LINEでのやり取りの提案です。',
      'もしかして、LINEでのやり取りの提案でしょうか。違っていれば、このままで大丈夫です。',
    ],
    [
      '外部サイトへ誘導しています。',
      'もしかして、外部サイトへ誘導していますか。違っていれば、このままで大丈夫です。',
    ],
    [
      '空欄が埋められていません。',
      'もしかして、空欄が埋められていませんか。違っていれば、このままで大丈夫です。',
    ],
    ['連絡先', 'もしかして、「連絡先」ということでしょうか。違っていれば、このままで大丈夫です。'],
  ])('%s', (says, question) => {
    expect(asQuestion(says)).toBe(question)
  })
})
