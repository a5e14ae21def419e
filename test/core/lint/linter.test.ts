import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNELS, PHASES, ROLES, submissionSchema } from '../../../src/core/contract/submission.ts'
import { testLinter } from '../../support/linter.ts'

const lint = (text: string, context: object = {}) =>
  testLinter().lint(submissionSchema.parse({ marketplace: 'coconala', text, ...context }))

describe('the linter', () => {
  it.each([
    ['a proposal', '詳しくはLINEで話しませんか', 'block', ['LINEで話しませんか']],
    ['a product', 'LINEスタンプを制作しています', 'allow', []],
    ['a rule explained', 'LINEでのやり取りは規約で禁止されています', 'allow', []],
    ['a word that contains a name', 'オンラインで完結します', 'allow', []],
    ['nothing', '', 'allow', []],
  ])('judges %s', (_, text, verdict, excerpts) => {
    const report = lint(text)
    expect(report.verdict).toBe(verdict)
    expect(report.findings.filter(({ action }) => action !== 'note').map(({ excerpt }) => excerpt)).toEqual(
      excerpts,
    )
  })

  it.each([
    ['coconala', 'message', undefined, 'block'],
    ['crowdworks', 'message', undefined, 'review'],
    ['crowdworks', 'profile', undefined, 'block'],
    ['lancers', 'message', undefined, 'block'],
    ['lancers', 'message', 'in_contract', 'allow'],
  ])('knows what %s says of a meeting in a %s (%s)', (marketplace, channel, phase, verdict) => {
    const text = '詳しくはZoomで話しませんか。'
    expect(lint(text, { marketplace, channel, ...(phase === undefined ? {} : { phase }) }).verdict).toBe(
      verdict,
    )
  })

  it('lets an approval turn review into a note, and nothing else', () => {
    const approvals = ['outside_contact']
    const text = '詳しくはZoomで話しませんか。'
    expect(lint(text, { marketplace: 'crowdworks', approvals }).verdict).toBe('allow')
    expect(lint(text, { marketplace: 'lancers', approvals }).verdict).toBe('block')
  })

  it('refuses a marketplace that it does not know', () => {
    expect(() => lint('x', { marketplace: 'nowhere' })).toThrow(RangeError)
  })

  it('underlines words of the text that was submitted, whatever stands in it', () => {
    const seeds = [
      'LINEで話しませんか',
      '😀😀',
      'ｶﾞ',
      '㍿',
      '\u200b',
      '080-1234-5678',
      '\ud800',
      '\u0000',
      'ら〇ん',
      '。',
      '\n',
      'Ⓛ',
    ]
    const piece = fc.oneof(fc.constantFrom(...seeds), fc.string({ unit: 'binary', maxLength: 8 }))
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...PHASES),
        fc.constantFrom(...ROLES),
        (text, channel, phase, role) => {
          const report = lint(text, { channel, phase, role })
          expect(report.incomplete).toEqual([])
          for (const { span, excerpt } of report.findings) {
            expect(excerpt).toBe(text.slice(span.start, span.end))
            expect(excerpt).not.toBe('')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says the same of the same text, whatever came before', () => {
    const first = lint('😀😀詳しくはLINEで話しませんか')
    lint('ほかの文です。'.repeat(50))
    expect(lint('😀😀詳しくはLINEで話しませんか')).toEqual(first)
  })
})
