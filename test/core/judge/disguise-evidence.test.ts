/** That something was hidden is evidence of its own, beside what was hidden. */
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLinter } from '../../support/linter.ts'

const linter = testLinter()

/** What every place in the text is weighed by, of what tells of hiding. */
const evidenceOf = (text: string): Set<string> => {
  const submission = submissionSchema.parse({ marketplace: 'coconala', text })
  const names = linter.weigh(submission).flatMap(({ evidence }) => evidence)
  return new Set(names.filter((name) => /hidden|puzzle|name-shape/.test(name)))
}

describe('evidence of hiding', () => {
  it.each([
    [
      '名前に伏せ字',
      'ら〇んで話しませんか。',
      ['hidden', 'contact.messenger|hidden', 'act:talk|hidden', 'in:hidden'],
    ],
    ['普通の語に区切り', 'で・ん・わでお話ししませんか。', ['hidden', 'force:invite|hidden']],
    ['囲み文字', 'ⓩⓞⓞⓜで話しませんか。', ['hidden', 'contact.meeting|hidden']],
    ['隣の文', 'ら〇んです。電話でお話ししませんか。', ['text:hidden']],
    ['解かせる言葉', '頭文字をつなげた場所が連絡先です。', ['in:puzzle', 'text:puzzle']],
    ['名前の形', '頭文字をつなげた場所に連絡ください。「kotoba-atsume」です。', ['text:puzzle|name-shape']],
  ])('%s: %s', (_, text, expected) => {
    expect([...evidenceOf(text)]).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    'LINEで話しませんか。',
    'ＬＩＮＥで話しませんか。',
    '電話でお話ししませんか。',
    'メールアドレスを教えてください。',
    'PhotoshopとIllustratorが使えます。電話でお話ししませんか。',
  ])('does not come of what is written openly: %s', (text) => {
    expect([...evidenceOf(text)]).toEqual([])
  })
})
