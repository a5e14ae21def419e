import { expect, test } from 'vitest'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { signDocument, signReport } from '../../../src/core/lint/receipt.ts'
import { fakeLinter, runWith } from '../memory-io.ts'

const SECRET = 'a secret'
const linter = fakeLinter()
const submission: Submission = submissionSchema.parse({
  marketplace: 'coconala',
  text: 'たぶんLINEで話しませんか',
})
const report = linter.lint(submission)
const signed = { ...report, receipt: signReport(submission, report, SECRET) }

/** A report that was signed by rules which found something else. */
const otherwise = (change: object) => {
  const other = { ...report, ...change }
  return { ...other, receipt: signReport(submission, other, SECRET) }
}

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, item]) => [key, reversed(item)]),
        )
      : value

test.each([
  ['a receipt that is right', signed, 0, '正しい控えです'],
  ['a report whose keys were put into another order', reversed(signed), 0, '正しい控えです'],
  ['a verdict that was changed', { ...signed, verdict: 'allow' }, 1, '変えられています'],
  ['a finding that was taken out', { ...signed, findings: [] }, 1, '変えられています'],
  ['another secret', { ...report, receipt: signReport(submission, report, 'another') }, 1, '別の秘密鍵'],
  ['a report without a receipt', report, 1, 'ありません'],
  [
    'packs that are no longer in force',
    otherwise({ pack: { id: 'fake', version: '0', digest: '00' } }),
    1,
    '--rules',
  ],
  ['a result that does not come again', otherwise({ verdict: 'allow' }), 1, '再現されません'],
])('%s', async (_, kept, code, says) => {
  const line = `${JSON.stringify({ submission, report: kept })}\n`
  const ran = await runWith(['verify', 'kept.jsonl'], { 'kept.jsonl': line }, { env: () => SECRET })
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({
    code,
    stdout: expect.stringMatching(new RegExp(`^kept\\.jsonl:1: .*${says}`)),
  })
})

test.each([
  ['as it was sent', {}, {}, 0, '正しい控えです。'],
  ['with another text', { document: { profile: { bio: 'い' } } }, {}, 1, '変えられています'],
  ['with another verdict', {}, { verdict: 'block' }, 1, '変えられています'],
])('a document %s', async (_, askedOtherwise, reportedOtherwise, code, says) => {
  const asked = { marketplace: 'coconala', document: { profile: { bio: 'あ' } } }
  const answered = { verdict: 'allow', fields: 1, findings: [] }
  const receipt = signDocument({ asked, report: answered }, SECRET)
  const kept = {
    asked: { ...asked, ...askedOtherwise },
    report: { ...answered, ...reportedOtherwise, receipt },
  }
  const files = { 'kept.jsonl': `${JSON.stringify(kept)}\n` }
  const ran = await runWith(['verify', 'kept.jsonl'], files, { env: () => SECRET })
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: expect.stringContaining(says) })
})

test('a line that cannot be read is named, and the others are checked', async () => {
  const line = JSON.stringify({ submission, report: signed })
  const ran = await runWith(['verify', '-'], { '-': `{\n\n${line}\n` }, { env: () => SECRET })
  expect(ran.code).toBe(2)
  expect(ran.stderr).toMatch(/^-:1: /)
  expect(ran.stdout).toMatch(/^-:3: 正しい/)
})

test('needs the secret', async () => {
  const ran = await runWith(['verify', 'kept.jsonl'], { 'kept.jsonl': '' })
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('SEKISHO_RECEIPT_SECRET') })
})
