/** An item that came out wrong, for the person who improves the rules: what was expected, what fired and why. */
import type { Finding } from '../../core/contract/report.ts'
import { type ItemJudgement, type Kind, kindOf, stops } from './judge-item.ts'

/** What of a judgement is a miss; empty where nothing is. */
export const missesOf = (judgement: ItemJudgement, kinds: readonly Kind[]): string[] => {
  const { item, report, expected, reach } = judgement
  if (!item.expect) return []
  const wrong = expected
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ expected: { category, excerpt }, best, found, categoryRight, spanRight }) => {
      if (!best) return [`missed    ${category} ${quote(excerpt)}`]
      if (!categoryRight && !found) return [`category  ${category} ${quote(excerpt)}: got ${brief(best)}`]
      if (!spanRight) return [`span      ${category} ${quote(excerpt)}: got ${quote(best.excerpt)}`]
      return []
    })
  const passed = stops(item.expect.verdict) && !stops(report.verdict) && kinds.includes('redirect')
  const how = reach.touched ? ' (touched)' : reach.netted ? ' (in doubt)' : ''
  return passed ? [`passed    should have been stopped${how}`, ...wrong] : wrong
}

/** What of a judgement is a false alarm; empty where nothing is. */
export const alarmsOf = (judgement: ItemJudgement, kinds: readonly Kind[]): string[] => {
  const { item, report, produced } = judgement
  const above = ({ action }: Finding) => action !== 'note'
  // Innocent text is not labelled for tone: only what the writer would be shown counts there.
  const wrong = item.expect
    ? produced.filter(({ right }) => !right).map(({ finding }) => finding)
    : report.findings.filter(above)
  const lines = wrong
    .filter(({ category }) => kinds.includes(kindOf(category)))
    .map((finding) => `alarm     ${brief(finding)}`)
  const stopped =
    stops(report.verdict) && !(item.expect && stops(item.expect.verdict)) && kinds.includes('redirect')
  return stopped ? ['stopped   should have passed', ...lines] : lines
}

export const formatWrongItem = ({ item, report }: ItemJudgement, wrong: readonly string[]): string => {
  const { submission, expect } = item
  const context = [
    submission.marketplace,
    submission.channel,
    submission.role,
    ...(submission.phase ? [submission.phase] : []),
    ...(submission.category ? [`category ${submission.category}`] : []),
    ...(submission.recipientName ? [`to ${submission.recipientName}`] : []),
    ...(submission.approvals.length > 0 ? ['approved'] : []),
  ].join(' ')
  return [
    `${item.file}:${item.line} ${item.id} · ${context} · ${expect ? `expected ${expect.verdict}, ` : ''}got ${report.verdict}`,
    ...submission.history.map(({ role, text }) => `    ${role}: ${text.replaceAll('\n', ' ⏎ ')}`),
    `  | ${submission.text.replaceAll('\n', '\n  | ')}`,
    ...wrong.map((line) => `  ${line}`),
    ...report.findings.map(
      (finding) =>
        `  fired     ${brief(finding)} ${finding.span.start}–${finding.span.end}${finding.trail ? ` · ${finding.trail.join(' · ')}` : ''}`,
    ),
    ...report.doubts.map(
      ({ category, excerpt, span, reason }) =>
        `  doubt     ${category} ${quote(excerpt)} ${span.start}–${span.end}${reason ? ` · ${reason}` : ''}`,
    ),
    ...report.incomplete.map(({ code, detail }) => `  incomplete ${code}: ${detail}`),
    ...(item.note ? [`  note      ${item.note}`] : []),
    '',
    '',
  ].join('\n')
}

const quote = (text: string): string => `「${text.replaceAll('\n', '⏎')}」`

const brief = ({ category, action, confidence, rule, excerpt, stage, because }: Finding): string =>
  [
    `${category} (${[action, ...(confidence === 'certain' ? [] : [confidence]), ...(stage ? [stage] : [])].join(', ')})`,
    rule,
    quote(excerpt),
    ...(because?.line === undefined ? [] : [`· ${because.line}`]),
    ...(because?.excused ? [`· not excused by ${because.excused.join(', ')}`] : []),
  ].join(' ')
