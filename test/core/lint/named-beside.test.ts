/** An account that names no service is of the one that the text proposes. */
import { describe, expect, it } from 'vitest'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { packSpecSchema } from '../../../src/core/rules/rule-spec.ts'
import { testLinter } from '../../support/linter.ts'

const accounts = (text: string, context: object = {}): readonly string[] =>
  testLinter()
    .lint(submissionSchema.parse({ marketplace: 'coconala', text, ...context }))
    .findings.filter(({ excerpt }) => excerpt.includes('mizutama_0715'))
    .map(({ category, confidence, action }) => `${category} ${confidence} ${action}`)

describe('an account with no service', () => {
  it('is one of whatever it may be of, where nothing is proposed', () => {
    expect(accounts('ID：mizutama_0715 です。')).toEqual(['contact.exchange certain block'])
  })

  it.each([
    ['友だち追加してください。ID：mizutama_0715 です。', 'contact.messenger'],
    ['フォローしてDMください。ID：mizutama_0715 です。', 'contact.social'],
    // The nearer one.
    [
      'フォローしてDMください。原稿は三枚で、表紙はあとで決めます。友だち追加してください。ID：mizutama_0715 です。',
      'contact.messenger',
    ],
  ])('%s', (text, category) => {
    expect(accounts(text)).toEqual([`${category} certain block`])
  })

  it('keeps its name where it would cost less under the other', () => {
    // A profile has a field for the accounts of social networks.
    const profile = { marketplace: 'crowdworks', channel: 'profile' }
    expect(accounts('DMで話しませんか。ID：mizutama_0715 です。', profile)).toEqual([
      'contact.exchange certain block',
    ])
  })
})

it('names rules of its own pack', () => {
  const rule = {
    id: 'no-account',
    category: 'contact.exchange',
    says: 'x',
    detect: { kind: 'datum', of: ['id'] },
    namedBy: ['no-account', 'no-acount'],
    examples: { flags: ['x'], allows: ['y'] },
  }
  const pack = { kind: 'common', id: 'common-a', version: '1', title: 'x', rules: [rule] }
  expect(packSpecSchema.safeParse(pack).error?.issues).toMatchObject([
    { path: ['rules', 0, 'namedBy', 1], message: "there is no rule 'no-acount'" },
  ])
})
