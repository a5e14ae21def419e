import { describe, expect, test } from 'vitest'
import type { LintReport } from '../../../src/core/contract/report.ts'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { checkReceipt, type ReceiptCheck, signReport } from '../../../src/core/lint/receipt.ts'

const SECRET = 'a secret'
const submission = submissionSchema.parse({ marketplace: 'coconala', text: '詳しくはLINEで話しませんか' })
const report: LintReport = {
  verdict: 'block',
  findings: [],
  doubts: [],
  incomplete: [],
  packs: [{ id: 'coconala', version: '1', digest: 'abc' }],
}
const signed: LintReport = { ...report, receipt: signReport(submission, report, SECRET) }

describe('a receipt', () => {
  test('is the same for the same submission, report and secret, and has no text', () => {
    expect(signReport(submission, signed, SECRET)).toEqual(signed.receipt)
    expect(signed.receipt).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{16}$/),
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      mac: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  const cases: [says: string, Submission, LintReport, secret: string, ReceiptCheck][] = [
    ['of what was signed is valid', submission, signed, SECRET, 'valid'],
    [
      'of another text is wrong',
      { ...submission, text: '詳しくはLINEで話しませんか。' },
      signed,
      SECRET,
      'wrong',
    ],
    ['of another context is wrong', { ...submission, role: 'buyer' }, signed, SECRET, 'wrong'],
    ['of another verdict is wrong', submission, { ...signed, verdict: 'allow' }, SECRET, 'wrong'],
    ['of other packs is wrong', submission, { ...signed, packs: [] }, SECRET, 'wrong'],
    ['by another secret is told apart', submission, signed, 'another', 'other-key'],
    ['that is missing is told', submission, report, SECRET, 'no-receipt'],
    [
      'with a shorter MAC is wrong',
      submission,
      { ...signed, receipt: { ...signed.receipt!, mac: '' } },
      SECRET,
      'wrong',
    ],
  ]

  test.each(cases)('%s', (_, given, answer, secret, expected) => {
    expect(checkReceipt(given, answer, secret)).toBe(expected)
  })
})
