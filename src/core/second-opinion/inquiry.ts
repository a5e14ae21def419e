/**
 * When there is something to ask about a message, and what: the places that the rules could not decide, and as much of the
 * text as a reader needs to see.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { REDIRECT_CATEGORIES } from '../contract/category.ts'
import { type Action, type Finding, type LintReport, VERDICTS, type Verdict } from '../contract/report.ts'
import type { Submission } from '../contract/submission.ts'
import { milder, type Policy } from '../lint/policy.ts'
import { canonicalJson } from '../lint/receipt.ts'
import { decide } from '../lint/verdict.ts'
import type { Span } from '../text/span.ts'

/** A place that the rules could not decide: a finding that is not certain, or a doubt. */
export interface OpenPlace {
  readonly category: string
  readonly span: Span
  readonly excerpt: string
}

export interface Inquiry {
  /** Digest of text and context: the same message is the same inquiry, whatever the rules say of it. */
  readonly id: string
  readonly submission: Submission
  /** In the order of the text. */
  readonly places: readonly OpenPlace[]
}

const isRedirect = (category: string): boolean =>
  (REDIRECT_CATEGORIES as readonly string[]).includes(category)

/** A finding that a second opinion may lower or confirm. Tone is no matter of the law; what is on trial binds nobody. */
export const isOpen = ({ category, confidence, stage, action }: Finding): boolean =>
  isRedirect(category) && confidence !== 'certain' && stage === undefined && action !== 'note'

/** What the marketplace makes of a category that a reader names, as far as a reader may go; `undefined`: it lets it pass. */
export function raisedAction(category: string, submission: Submission, policy: Policy): Action | undefined {
  // Declared to be data for the work: whatever it says is no invitation.
  if (submission.purpose === 'deliverable') return undefined
  const action = milder(policy.action(category, submission, undefined), policy.pack.secondOpinion.raises)
  return action === 'off' || action === 'note' ? undefined : action
}

const VERDICT_OF: Readonly<Record<Action, Verdict>> = {
  note: 'allow',
  warn: 'warn',
  review: 'review',
  block: 'block',
}
const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict)

/** `undefined` where no answer could change the verdict: there nobody is asked. */
export function inquire(submission: Submission, report: LintReport, policy: Policy): Inquiry | undefined {
  const open = report.findings.filter(isOpen)
  const places = [...open, ...report.doubts]
  if (places.length === 0) return undefined
  const closed = report.findings.filter((finding) => !isOpen(finding))
  const lowest = rank(decide(closed, report.incomplete))
  const highest = Math.max(
    rank(report.verdict),
    ...places.map(({ category }) => rank(VERDICT_OF[raisedAction(category, submission, policy) ?? 'note'])),
  )
  if (lowest >= highest) return undefined
  return {
    id: inquiryId(submission),
    submission,
    places: places
      .map(({ category, span, excerpt }) => ({ category, span, excerpt }))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }
}

/** What the message is called is no part of it. */
export function inquiryId({ id: _, ...submission }: Submission): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(submission)))).slice(0, 32)
}
