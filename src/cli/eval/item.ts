/** An item of an evaluation set: a labelled submission, or a line of innocent text that knows nothing of us. */
import * as z from 'zod'
import { CATEGORIES } from '../../core/contract/category.ts'
import { VERDICTS } from '../../core/contract/report.ts'
import { type Submission, submissionSchema } from '../../core/contract/submission.ts'

const expectSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  findings: z.array(z.object({ category: z.enum(CATEGORIES), excerpt: z.string().min(1) })),
})

export type Expectation = z.output<typeof expectSchema>
export type ExpectedFinding = Expectation['findings'][number]

export interface EvalItem {
  readonly file: string
  readonly line: number
  readonly id: string
  readonly submission: Submission
  /** Missing for innocent text. */
  readonly expect?: Expectation
  readonly note?: string
  /** What the set calls this kind of message. */
  readonly family?: string
}

/** What an unlabelled line is linted as. */
export interface InnocentContext {
  readonly marketplace: string
  readonly channel: Submission['channel']
  readonly role: Submission['role']
}

const SUBMISSION_KEYS = Object.keys(submissionSchema.shape)

/** Keys that are no part of a submission (`expect`, `note`, `src`, `speaker`, …) are the set's own affair. */
export const parseEvalItem = (
  text: string,
  at: { file: string; line: number },
  innocent: InnocentContext,
): EvalItem | { fault: string } => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { fault: 'not JSON' }
  }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return { fault: 'not a JSON object' }
  const all = raw as Record<string, unknown>
  const own = Object.fromEntries(SUBMISSION_KEYS.filter((key) => key in all).map((key) => [key, all[key]]))
  const labelled = 'expect' in all
  const submission = submissionSchema.safeParse(labelled ? own : { ...innocent, ...own })
  if (!submission.success) return { fault: firstIssue(submission.error) }
  const id = submission.data.id ?? `${at.line}`
  const item = { ...at, id, submission: submission.data }
  if (!labelled) return item
  const expectation = expectSchema.safeParse(all.expect)
  if (!expectation.success) return { fault: `expect: ${firstIssue(expectation.error)}` }
  const missing = expectation.data.findings.find(({ excerpt }) => !submission.data.text.includes(excerpt))
  if (missing) return { fault: `expect: an excerpt of ${missing.category} is not in the text` }
  return {
    ...item,
    expect: expectation.data,
    ...(typeof all.note === 'string' ? { note: all.note } : {}),
    ...(typeof all.family === 'string' ? { family: all.family } : {}),
  }
}

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'item'}: ${issue.message}` : 'invalid'
}
