import { describe, expect, test } from 'vitest'
import type { LintReport } from '../../../src/core/contract/report.ts'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { digestOf } from '../../../src/core/lint/parts.ts'
import { checkReceipt, type ReceiptCheck, signReport } from '../../../src/core/lint/receipt.ts'

const SECRET = 'a secret'
const submission = submissionSchema.parse({ marketplace: 'coconala', text: '詳しくはLINEで話しませんか' })
const parts = [
  { id: 'coconala', version: '1', digest: 'abc' },
  { id: 'common-contact', version: '2', digest: 'def' },
]
const report: LintReport = {
  verdict: 'block',
  findings: [],
  doubts: [],
  incomplete: [],
  pack: { id: 'coconala', version: '1', digest: digestOf(parts) },
}
const signed: LintReport = { ...report, receipt: signReport(submission, report, SECRET, parts) }

describe('a receipt', () => {
  test('is the same for the same submission, report and secret, and has no text', () => {
    expect(signReport(submission, signed, SECRET, parts)).toEqual(signed.receipt)
    expect(signed.receipt).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{16}$/),
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      mac: expect.stringMatching(/^[0-9a-f]{64}$/),
      parts,
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
    [
      'of another pack is wrong',
      submission,
      { ...signed, pack: { ...report.pack!, digest: 'def' } },
      SECRET,
      'wrong',
    ],
    [
      'whose parts do not make the digest is wrong',
      submission,
      { ...signed, receipt: { ...signed.receipt!, parts: [{ ...parts[0]!, version: '3' }, parts[1]!] } },
      SECRET,
      'wrong',
    ],
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
