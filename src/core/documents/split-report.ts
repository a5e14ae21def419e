/** Gives a passage's report back to the fields it was made of. */
import type { LintReport } from '../contract/report.ts'
import type { Passage, Path } from './document.ts'

export interface FieldReport {
  readonly path: Path
  readonly via?: Path
  readonly text: string
  /** Spans are in `text`. */
  readonly report: LintReport
}

/** Whether a report has anything that somebody would look at. */
export const saysSomething = ({
  findings,
  doubts,
  incomplete,
  accepted,
  secondOpinion,
}: LintReport): boolean =>
  findings.length + doubts.length + incomplete.length + (accepted?.length ?? 0) > 0 ||
  secondOpinion !== undefined

const ORDER = ['allow', 'warn', 'review', 'block'] as const

/** A finding belongs to the field in which it begins; words beyond the field's end are cut off. */
export const splitReport = ({ parts, submission, via }: Passage, report: LintReport): FieldReport[] => {
  const more = via ? { via } : {}
  const only = parts.length === 1 ? parts[0] : undefined
  if (only) return [{ path: only.path, text: submission.text, report, ...more }]
  return parts.map(({ path, start, end }, index) => {
    const until = parts[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const mine = ({ span }: { span: { start: number } }) => span.start >= start && span.start < until
    const shift = (span: { start: number; end: number }) => ({
      start: Math.min(span.start, end) - start,
      end: Math.min(span.end, end) - start,
    })
    const findings = report.findings.filter(mine).map((finding) => {
      const span = shift(finding.span)
      return {
        ...finding,
        span,
        excerpt: submission.text.slice(start + span.start, start + span.end),
        ...(finding.fix ? { fix: { ...finding.fix, span: shift(finding.fix.span) } } : {}),
      }
    })
    const doubts = report.doubts.filter(mine).map((doubt) => {
      const span = shift(doubt.span)
      return { ...doubt, span, excerpt: submission.text.slice(start + span.start, start + span.end) }
    })
    const asked = report.secondOpinion
    const opinion =
      asked === undefined
        ? {}
        : {
            secondOpinion: {
              ...asked,
              changed: asked.changed.filter(mine).map((one) => ({ ...one, span: shift(one.span) })),
            },
          }
    const incomplete = report.incomplete
      // What has no place may be anywhere.
      .filter(({ span }) => span === undefined || mine({ span }))
      .map((one) => (one.span ? { ...one, span: shift(one.span) } : one))
    const verdicts = [
      ...findings
        .filter(({ stage }) => stage !== 'trial')
        .map(({ action }) => (action === 'note' ? 'allow' : action)),
      ...(incomplete.length > 0 ? (['review'] as const) : []),
    ]
    const verdict = ORDER[Math.max(0, ...verdicts.map((one) => ORDER.indexOf(one)))]!
    return {
      path,
      text: submission.text.slice(start, end),
      report: { ...report, verdict, findings, doubts, incomplete, ...opinion },
      ...more,
    }
  })
}
