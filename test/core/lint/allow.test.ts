/** What a request, a key or a pack allows stands, and is listed with its reason; nothing else gets through beside it. */
import { describe, expect, test } from 'vitest'
import { type RawSubmission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLinter } from '../../support/linter.ts'

const linter = testLinter()
const lint = (text: string, allow: RawSubmission['allow'], more: Partial<RawSubmission> = {}) =>
  linter.lint(submissionSchema.parse({ marketplace: 'coconala', channel: 'portfolio', text, allow, ...more }))
const OWN = [{ what: 'lit.link/mizuki-video', why: '自社のページ' }]
const CLIENT = [{ what: '@client_shop', why: 'お客様のアカウント' }, { what: 'x.com/client_shop' }]

describe('what is allowed stands', () => {
  test.each([
    ['a page of one’s own', '作品は https://lit.link/mizuki-video にあります', OWN],
    ['a page below it', '作品は https://lit.link/mizuki-video/works にあります', OWN],
    ['the client’s account, as a link', '制作事例: https://x.com/client_shop', CLIENT],
  ])('%s', (_, text, allow) => {
    const before = lint(text, [])
    const after = lint(text, allow)
    expect(before.findings.filter(({ action }) => action !== 'note').length).toBeGreaterThan(0)
    expect(after.findings.filter(({ category }) => /^link|social/.test(category))).toEqual([])
    expect(after.verdict).toBe('allow')
    expect(after.accepted?.[0]).toMatchObject({ by: 'allow', why: expect.any(String) })
    expect(before).not.toHaveProperty('accepted')
  })

  test('with the reason that was given, or by its name', () => {
    const [own] = lint('https://lit.link/mizuki-video', OWN).accepted ?? []
    expect(own).toMatchObject({ why: '自社のページ', excerpt: 'https://lit.link/mizuki-video' })
    const [client] = lint('https://x.com/client_shop', [{ what: 'x.com/client_shop' }]).accepted ?? []
    expect(client?.why).toBe('x.com/client_shop')
  })
})

describe('and nothing else', () => {
  test.each([
    ['another page of the same host', 'https://lit.link/other', OWN],
    ['a name that only begins like it', 'https://lit.link/mizuki-video2', OWN],
    ['a host that only ends like it', 'https://notlit.link/mizuki-video', [{ what: 'lit.link' }]],
    ['a second link beside it', 'https://lit.link/mizuki-video https://lit.link/other', OWN],
    ['a proposal that names it', 'Xの @client_shop にDMを送ってください', CLIENT],
    ['an address for mail', 'info@lit.link までご連絡ください', [{ what: 'lit.link' }]],
    ['a messenger', 'https://lin.ee/abcdefg', [{ what: 'lin.ee' }]],
    ['what is hidden', 'lit。link/mizuki-video を検索', OWN],
  ])('%s', (_, text, allow) => {
    const { verdict } = lint(text, allow, { channel: 'message' })
    const without = lint(text, [], { channel: 'message' }).verdict
    // The proposal alone may be only likely, where the account beside it was certain.
    expect(['review', without]).toContain(verdict)
    expect(verdict).not.toBe('allow')
  })

  test.each(['090-1234-5678', 'com', '*', 'lit.link/*', 'a b', 'co.jp', ''])('%j is no entry', (what) => {
    expect(submissionSchema.safeParse({ marketplace: 'coconala', text: '', allow: [{ what }] }).success).toBe(
      false,
    )
  })
})
