import { describe, expect, inject, test } from 'vitest'
import type { Send } from './run-http-cases.ts'
import { submissionLines, submissions } from './submissions.ts'
import { KEYS } from './test-keys.ts'

/** Holds the service's reports to those of the command line, byte for byte. */
export function runSameReports(name: string, send: Send): void {
  const expected = inject('commandLineReports').trimEnd().split('\n')
  const authorization = `Bearer ${KEYS.everything}`

  describe(`${name} gives the reports of the command line`, () => {
    test.each(submissions.map((submission, index) => [submission.id, submission, expected[index]] as const))(
      '%s',
      async (_, submission, report) => {
        const response = await send('/v1/lint', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify(submission),
        })
        expect(await response.text()).toBe(report)
      },
    )

    test('all of them as a batch', async () => {
      const response = await send('/v1/lint/batch', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', authorization },
        body: submissionLines(),
      })
      const lines = (await response.text()).trimEnd().split('\n')
      expect(lines.slice(0, -1)).toEqual(
        expected.map((report, index) => `{"line":${index + 1},"report":${report}}`),
      )
    })
  })
}
