/**
 * NDJSON through the linter: a submission a line in, one answer a line out, in the same order. One broken line does
 * not stop the others. The HTTP batch and the queue's consumer are both made of it.
 */
import * as z from 'zod'
import { type LintReport, reportSchema, VERDICTS, type Verdict } from '../core/contract/report.ts'
import { type Submission, submissionSchema } from '../core/contract/submission.ts'
import { fieldFaults } from './field-faults.ts'
import { parseJson } from './json-body.ts'
import type { NdjsonLine } from './ndjson-lines.ts'
import { Problem, type ProblemDetails, problemDetails, problemSchema } from './problem.ts'

const summarySchema = z.object({
  lines: z.int(),
  problems: z.int(),
  verdicts: z.record(z.enum(VERDICTS), z.int()),
})

/** One line of the answer. The last one is the summary: an answer without it was cut off. */
export const batchLineSchema = z.union([
  z.object({ line: z.int(), report: reportSchema }),
  z.object({ line: z.int(), problem: problemSchema }),
  z.object({ summary: summarySchema }),
])

export type BatchLine = z.output<typeof batchLineSchema>
type Outcome = { readonly report: LintReport } | { readonly problem: ProblemDetails }
export type BatchSummary = z.output<typeof summarySchema>

export interface LineLinting {
  /** @throws {Problem} for a submission that is over a limit or not allowed. */
  readonly lint: (submission: Submission) => Promise<LintReport>
  /** Waits until the next line may be looked at. @throws {Problem} where it may not. */
  readonly allow?: () => Promise<void>
  readonly requestId: string
  readonly maxLines: number
  /** Called between lines. */
  readonly breathe: () => Promise<void>
  /** How an answer names its line: by number, or by byte. */
  readonly place: (item: NdjsonLine) => object
  /** Told of a fault of our own; the line is answered with `internal`. */
  readonly fault: (error: unknown) => void
  readonly done?: (summary: BatchSummary) => void
}

/** Each string is one line with its line break. */
export async function* lintLines(
  lines: AsyncIterable<NdjsonLine>,
  { lint, allow, requestId, maxLines, breathe, place, fault, done }: LineLinting,
): AsyncGenerator<string, void, undefined> {
  const verdicts: Record<Verdict, number> = { allow: 0, warn: 0, review: 0, block: 0 }
  let count = 0
  let problems = 0
  for await (const item of lines) {
    if (count === maxLines) {
      problems += 1
      yield write(item, { problem: describe(new Problem('too-many', { limit: maxLines, unit: 'items' })) })
      break
    }
    count += 1
    try {
      await allow?.()
      const report = await lint(readSubmission(item))
      verdicts[report.verdict] += 1
      yield write(item, { report })
    } catch (thrown) {
      problems += 1
      if (!(thrown instanceof Problem)) fault(thrown)
      yield write(item, { problem: describe(thrown) })
    }
    await breathe()
  }
  const summary = { lines: count, problems, verdicts }
  done?.(summary)
  yield `${JSON.stringify({ summary })}\n`

  function write(item: NdjsonLine, outcome: Outcome): string {
    return `${JSON.stringify({ ...place(item), ...outcome })}\n`
  }

  function describe(thrown: unknown): ProblemDetails {
    return problemDetails(thrown instanceof Problem ? thrown : new Problem('internal'), requestId)
  }
}

function readSubmission(item: NdjsonLine): Submission {
  if ('fault' in item) throw new Problem(item.fault)
  const body = parseJson(item.text)
  const parsed = submissionSchema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', { errors: fieldFaults(parsed.error, body) })
}
