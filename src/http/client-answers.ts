/**
 * Whether what came back is what was asked for. Between a client and Sekisho stand proxies, which answer 200 with `{}`,
 * with a page of their own or with half of an answer: none of it may pass for a report. Brings no schema.
 */
import type { LintReport } from '../core/contract/report.ts'
import type { BatchLine } from './lint-lines.ts'
import type { ProblemDetails } from './problem.ts'
import type { DocumentReport, ThreadReport } from './routes/lint-document.ts'
import type { Masked } from './routes/mask.ts'
import type { PackDetails, PackSummary, RuleDetails } from './routes/packs.ts'
import type { Passport } from './routes/passport.ts'

type Json = Readonly<Record<string, unknown>>

/** As far as somebody relies on it: fields that are added later change nothing. */
export type Is<T> = (answer: unknown) => answer is T

const VERDICTS: ReadonlySet<unknown> = new Set(['allow', 'warn', 'review', 'block'])
const ACTIONS: ReadonlySet<unknown> = new Set(['note', 'warn', 'review', 'block'])

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasTexts = (value: Json, ...keys: string[]): boolean =>
  keys.every((key) => typeof value[key] === 'string')

const isListOf = (value: unknown, item: (one: Json) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && item(one))

const isSpan = (value: unknown): value is { start: number; end: number } =>
  isObject(value) &&
  Number.isInteger(value.start) &&
  Number.isInteger(value.end) &&
  (value.start as number) >= 0 &&
  (value.start as number) <= (value.end as number)

const isFinding = (one: Json): boolean =>
  hasTexts(one, 'category', 'rule', 'excerpt', 'says', 'why') && ACTIONS.has(one.action) && isSpan(one.span)

const isIncomplete = (one: Json): boolean => hasTexts(one, 'code', 'detail')

const isPack = (one: Json): boolean => hasTexts(one, 'id', 'version', 'digest')

const isJudgement = (answer: unknown): answer is Json =>
  isObject(answer) &&
  VERDICTS.has(answer.verdict) &&
  isListOf(answer.findings, isFinding) &&
  isListOf(answer.incomplete, isIncomplete)

const isReport = (answer: unknown): answer is LintReport =>
  isJudgement(answer) && isObject(answer.pack) && isPack(answer.pack)

/** A report of this submission: an answer to another text quotes other words. */
export const isReportOf =
  ({ id, text }: { readonly id?: string | undefined; readonly text: string }): Is<LintReport> =>
  (answer): answer is LintReport =>
    isReport(answer) &&
    answer.id === id &&
    answer.findings.every(({ span, excerpt }) => text.slice(span.start, span.end) === excerpt)

export const isDocumentReport: Is<DocumentReport> = (answer): answer is DocumentReport =>
  isJudgement(answer) &&
  Number.isInteger(answer.fields) &&
  isListOf(answer.findings, (one) => hasTexts(one, 'path')) &&
  isListOf(answer.notLookedAt, (one) => hasTexts(one, 'path', 'code', 'says')) &&
  Array.isArray(answer.unknown)

export const isThreadReport: Is<ThreadReport> = (answer): answer is ThreadReport =>
  isDocumentReport(answer) &&
  isListOf(
    (answer as unknown as Json).facts,
    (one) => hasTexts(one, 'category', 'rule', 'says') && ACTIONS.has(one.action),
  )

export const isPassport: Is<Passport> = (answer): answer is Passport =>
  isObject(answer) &&
  isListOf(answer.cells, (one) => hasTexts(one, 'marketplace', 'channel', 'phase') && isReport(one.report))

/** Every position is kept, so the masked text is as long as the text. */
export const isMaskOf =
  (text: string): Is<Masked> =>
  (answer): answer is Masked =>
    isObject(answer) &&
    typeof answer.text === 'string' &&
    answer.text.length === text.length &&
    isListOf(answer.masked, (one) => hasTexts(one, 'kind') && isSpan(one.span)) &&
    VERDICTS.has(answer.verdict) &&
    isListOf(answer.incomplete, isIncomplete)

const isSummary = (one: Json): boolean => isPack(one) && hasTexts(one, 'title') && Array.isArray(one.rules)

export const isPackList: Is<{ packs: PackSummary[] }> = (answer): answer is { packs: PackSummary[] } =>
  isObject(answer) && isListOf(answer.packs, isSummary)

export const isPackDetails: Is<PackDetails> = (answer): answer is PackDetails =>
  isObject(answer) && isSummary(answer)

export const isRuleDetails: Is<RuleDetails> = (answer): answer is RuleDetails =>
  isObject(answer) &&
  hasTexts(answer, 'id', 'category', 'says') &&
  isObject(answer.pack) &&
  isObject(answer.examples)

/** A fault that Sekisho itself tells of, not somebody on the way. */
export const isProblem: Is<ProblemDetails> = (answer): answer is ProblemDetails =>
  isObject(answer) &&
  hasTexts(answer, 'code', 'title', 'requestId') &&
  typeof answer.status === 'number' &&
  answer.type === `/docs#${answer.code}`

export const isBatchLine: Is<BatchLine> = (answer): answer is BatchLine => {
  if (!isObject(answer)) return false
  if ('summary' in answer) {
    const { summary } = answer
    return isObject(summary) && Number.isInteger(summary.lines) && Number.isInteger(summary.problems)
  }
  return Number.isInteger(answer.line) && (isReport(answer.report) || isProblem(answer.problem))
}
