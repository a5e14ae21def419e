/** Whom the element asks, and what: the context as its attributes say it, and a Sekisho at an address of the page's own. */
import type { LintReport } from '../../../core/contract/report.ts'
import type { RawSubmission } from '../../../core/contract/submission.ts'

/** Whatever lints: an engine of `sekisho/browser`, a client of `sekisho/client`, or a function of the page's own. */
export interface FieldEngine {
  lint(submission: RawSubmission, options?: { signal?: AbortSignal }): Promise<LintReport>
}

/** Attribute → key of the submission. */
const CONTEXT: Readonly<Record<string, keyof RawSubmission>> = {
  marketplace: 'marketplace',
  channel: 'channel',
  phase: 'phase',
  role: 'role',
  category: 'category',
  'recipient-name': 'recipientName',
  'sender-name': 'senderName',
  'job-title': 'jobTitle',
}

export const CONTEXT_ATTRIBUTES = Object.keys(CONTEXT)

/** What the attributes say of a submission; those that are empty say nothing. */
export function contextOf(field: Element): Omit<RawSubmission, 'text'> {
  const said = Object.entries(CONTEXT).flatMap(([attribute, key]) => {
    const value = field.getAttribute(attribute)
    return value === null || value === '' ? [] : [[key, value]]
  })
  return { marketplace: '', ...Object.fromEntries(said) }
}

/** An engine behind an address: the marketplace's proxy, which has the key. */
export const engineAt = (endpoint: string): FieldEngine => ({
  async lint(submission, { signal } = {}) {
    const response = await fetch(`${endpoint.replace(/\/+$/, '')}/v1/lint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(submission),
      signal: signal ?? null,
    })
    if (!response.ok) throw new Error(`the endpoint answered ${response.status}`)
    const report = (await response.json()) as LintReport
    if (!['allow', 'warn', 'review', 'block'].includes(report?.verdict)) throw new Error('that is no report')
    return report
  },
})
