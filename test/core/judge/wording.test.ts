/** What only the setting of a text changes is no other evidence. */
import { expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLinter } from '../../support/linter.ts'

const linter = testLinter()
const weighed = (text: string) =>
  [...linter.weigh(submissionSchema.parse({ marketplace: 'coconala', text }))].map(({ score, evidence }) => ({
    score,
    evidence,
  }))

it.each([
  ['問題がなければ、SNSに投稿します。', '問題がなければ，SNSに投稿します．'],
  ['電話でお話しできます。', '電話でお話しできます．'],
])('%s and %s weigh the same', (text, set) => {
  expect(weighed(text)).not.toEqual([])
  expect(weighed(set)).toEqual(weighed(text))
})
