import { expect, test } from 'vitest'
import { type Submission, submissionSchema } from '../../../src/core/contract/submission.ts'
import { signDocument, signReport } from '../../../src/core/lint/receipt.ts'
import { createApp } from '../../../src/http/app.ts'
import { fakeDeps } from '../../http/fake-deps.ts'
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

const asked = { marketplace: 'coconala', document: { profile: { bio: 'たぶんLINEで話しませんか' } } }
const thread = {
  thread: {
    marketplace: 'coconala',
    messages: [{ role: 'seller', sentAt: '2026-11-01T10:00:00+09:00', text: '了解しました' }],
  },
}
const facts = [{ category: 'thread.late', action: 'warn', rule: 'thread/late', messages: ['1'] }]

const verifying = (kept: object) =>
  runWith(
    ['verify', 'kept.jsonl'],
    { 'kept.jsonl': `${JSON.stringify(kept)}\n` },
    { env: () => SECRET, loadEngine: async () => ({ linter, threadFacts: () => facts as never }) },
  )

/** What the service answers, signed. */
async function answered(body: object): Promise<Record<string, unknown>> {
  const app = createApp(
    fakeDeps({ linter: () => linter as never, threadFacts: () => facts as never, receiptSecret: SECRET }),
  )
  const path = 'thread' in body ? 'thread' : 'document'
  const response = await app.request(`/v1/lint/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

test.each([
  ['a document as it was sent', asked, {}, {}, 0, '同じ結果が再現されました'],
  ['a thread as it was sent, with its facts', thread, {}, {}, 0, '同じ結果が再現されました'],
  [
    'a portfolio item',
    { marketplace: 'lancers', kind: 'portfolio', document: { title: 'たぶん' } },
    {},
    {},
    0,
    '再現されました',
  ],
  [
    'a document with another text',
    asked,
    { document: { profile: { bio: 'い' } } },
    {},
    1,
    '変えられています',
  ],
  ['a document with another verdict', asked, {}, { verdict: 'allow' }, 1, '変えられています'],
])('%s', async (_, body, askedOtherwise, reportedOtherwise, code, says) => {
  const kept = {
    asked: { ...body, ...askedOtherwise },
    report: { ...(await answered(body)), ...reportedOtherwise },
  }
  const ran = await verifying(kept)
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: expect.stringContaining(says) })
})

test.each([
  ['that comes out otherwise today', { findings: [] }, '同じルールで結果が再現されません'],
  ['of other packs', { pack: { id: 'fake', version: '0', digest: '0' } }, '--rules'],
])('a signed report on a document %s is told', async (_, change, says) => {
  const report = { ...(await answered(asked)), ...change }
  const receipt = signDocument({ asked, report }, SECRET)
  const ran = await verifying({ asked, report: { ...report, receipt } })
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: expect.stringContaining(says) })
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
