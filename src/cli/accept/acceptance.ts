/**
 * What somebody has looked at already: findings and unread links that a person accepted (`--accept FILE`), and those that a
 * repository had when its baseline was written (`--baseline FILE`). They hold nothing up any more, and are listed.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Accepted, Finding, LintReport } from '../../core/contract/report.ts'
import { formatPath } from '../../core/documents/document.ts'
import type { FieldReport } from '../../core/documents/split-report.ts'
import { toAccepted } from '../../core/lint/finding.ts'
import { decide } from '../../core/lint/verdict.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { harder } from '../tally.ts'

/** Who, when, why: whatever the file says of it. */
export type Ground = Pick<Accepted, 'by' | 'at' | 'why'>

export interface AcceptedLookup {
  /** @param text of the whole field */
  finding(file: string, text: string, finding: Finding): Ground | undefined
  link(url: string): Ground | undefined
}

/** As accept files have it; a lone half of a character is as good as any other. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.toWellFormed())))

/** Takes what is accepted out of the results, and tells of it. */
export const applyAcceptance = (events: readonly ResultEvent[], lookup: AcceptedLookup): ResultEvent[] =>
  events.flatMap((event): ResultEvent[] => {
    if (event.type === 'linted') return [accepted(event, lookup)].flatMap(withNotes)
    if (event.type !== 'not-looked-at' || event.what.url === undefined) return [event]
    const ground = lookup.link(event.what.url)
    if (ground === undefined) return [event]
    return [{ type: 'note', file: event.file, says: `確認済み: ${event.what.url}${inWords(ground)}` }]
  })

function accepted(event: LintedEvent, lookup: AcceptedLookup): LintedEvent {
  let changed = false
  const fields = event.fields.map((field): FieldReport => {
    const report = withoutAccepted(event.file, field, lookup)
    if (report === field.report) return field
    changed = true
    return { ...field, report }
  })
  if (!changed) return event
  const [only, ...others] = fields
  const report: LintReport =
    others.length === 0
      ? only!.report
      : {
          ...event.report,
          verdict: fields.map((field) => field.report.verdict).reduce(harder),
          findings: fields.flatMap((field) => field.report.findings),
        }
  return { ...event, fields, report }
}

function withoutAccepted(file: string, { report, text }: FieldReport, lookup: AcceptedLookup): LintReport {
  const listed: Accepted[] = [...(report.accepted ?? [])]
  const findings = report.findings.filter((finding) => {
    const ground = lookup.finding(file, text, finding)
    if (ground === undefined) return true
    listed.push(toAccepted(finding, ground))
    return false
  })
  if (findings.length === report.findings.length) return report
  // A second opinion was given on the text as a whole: what it holds up, stays held.
  const verdict = report.secondOpinion === undefined ? decide(findings, report.incomplete) : report.verdict
  // A signature is over the report as it was.
  const { receipt: _, ...rest } = report
  return { ...rest, verdict, findings, accepted: listed }
}

const withNotes = (event: LintedEvent): ResultEvent[] => [
  event,
  ...event.fields.flatMap(({ path, report }) =>
    (report.accepted ?? []).map(({ excerpt, rule, ...ground }): ResultEvent => {
      const place = formatPath([...(event.place.prefix ?? []), ...path])
      const words = excerpt.replace(/\s+/g, ' ').slice(0, 40).toWellFormed()
      return {
        type: 'note',
        file: event.file,
        says: `確認済み: ${place === 'text' ? '' : `${place} `}「${words}」 ${rule}${inWords(ground)}`,
      }
    }),
  ),
]

const inWords = ({ by, at, why }: Ground): string => {
  const said = [by, at, why].filter((one) => one !== undefined && one !== '')
  return said.length === 0 ? '' : ` (${said.join('、')})`
}
