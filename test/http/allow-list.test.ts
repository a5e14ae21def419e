/** What a key allows goes with whatever it asks about. */
import { expect, test } from 'vitest'
import type { Submission } from '../../src/core/contract/submission.ts'
import { createKeyring, parseKeys } from '../../src/http/api-key.ts'
import { createApp } from '../../src/http/app.ts'
import { KEYS, KEYS_CONFIGURATION } from '../conformance/test-keys.ts'
import { fakeDeps } from './fake-deps.ts'
import { fakeLinter } from './fake-linter.ts'

test('the key’s allow list is added to the request’s', async () => {
  const seen: Submission[] = []
  const keys = parseKeys(
    JSON.stringify(
      JSON.parse(KEYS_CONFIGURATION).map((key: object) => ({
        ...key,
        allow: [{ what: 'example.com', why: '自社' }],
      })),
    ),
  )
  const linter = {
    ...fakeLinter,
    lint: (submission: Submission) => {
      seen.push(submission)
      return fakeLinter.lint(submission)
    },
  }
  const app = createApp(
    fakeDeps({ linter: () => linter, access: { kind: 'keys', keyring: createKeyring(keys) } }),
  )
  const response = await app.request('/v1/lint', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEYS.everything}` },
    body: JSON.stringify({ marketplace: 'coconala', text: 'あ', allow: [{ what: '@shop' }] }),
  })
  expect(response.status).toBe(200)
  expect(seen[0]!.allow).toEqual([{ what: '@shop' }, { what: 'example.com', why: '自社' }])
})

test('what nobody can own is refused in a key’s configuration', () => {
  const configuration = JSON.parse(KEYS_CONFIGURATION).map((key: object) => ({
    ...key,
    allow: [{ what: 'com' }],
  }))
  expect(() => parseKeys(JSON.stringify(configuration))).toThrow()
})
