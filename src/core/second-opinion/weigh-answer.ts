/**
 * An answer → what becomes of the report. The bounds hold whatever the answer says: what is certain is never touched; what
 * is likely or possible may be lowered to nothing; what is confirmed or found goes as far as the pack lets a second
 * opinion go, and never further than the marketplace's own table.
 */
import { isTone, REDIRECT_CATEGORIES } from '../contract/category.ts'
import { OPINION_RULE } from '../contract/opinion-rule.ts'
import { ACTIONS, type Action, type Doubt, type Finding, type LintReport } from '../contract/report.ts'
import type { Answer, OpinionChange, Outcome, ThrownAway } from '../contract/second-opinion.ts'
import type { Policy } from '../lint/policy.ts'
import { reduceFindings } from '../lint/reduce-findings.ts'
import { decide } from '../lint/verdict.ts'
import { overlaps, type Span, slice } from '../text/span.ts'
import { type Inquiry, isOpen, raisedAction } from './inquiry.ts'
import type { ShownInquiry } from './question.ts'
import { findWords, legible } from './shown-text.ts'

const SAYS = 'マーケットの外での連絡や取引の提案と読めるところです。'

/** What stands of an answer's finding. */
interface Standing {
  readonly category: string
  readonly span: Span
  readonly action: Action
}

const harder = (a: Action, b: Action): boolean => ACTIONS.indexOf(a) > ACTIONS.indexOf(b)
const milder = (a: Action, b: Action): Action => (harder(a, b) ? b : a)

/** A report for which there was no answer: the rules' own, and that it was asked. */
export const withoutAnswer = (
  report: LintReport,
  model: string,
  outcome: Exclude<Outcome, 'answered'>,
): LintReport => ({
  ...report,
  secondOpinion: { asked: outcome !== 'not-asked', model, outcome, changed: [], thrownAway: [] },
})

export function weighAnswer(
  report: LintReport,
  { inquiry, parts }: Pick<ShownInquiry, 'inquiry' | 'parts'>,
  answer: Answer,
  model: string,
  policy: Policy,
): LintReport {
  const { submission, places } = inquiry
  const spans = places.map(({ span }) => span)
  const thrownAway: ThrownAway[] = []
  const standing = answer.findings.flatMap(({ category, words }): Standing[] => {
    const drop = (why: ThrownAway): [] => {
      thrownAway.push(why)
      return []
    }
    if (!(REDIRECT_CATEGORIES as readonly string[]).includes(category)) return drop('unknown-category')
    const span = findWords(words, submission.text, parts, spans)
    if (span === undefined) return drop('not-in-text')
    const raised = raisedAction(category, submission, policy)
    if (raised === undefined) return drop('allowed-there')
    // One who lets the message pass names what is worth a warning at most.
    return [{ category, span, action: answer.verdict === 'hold' ? raised : milder(raised, 'warn') }]
  })
  const weighed =
    answer.verdict === 'unsure'
      ? { findings: report.findings, doubts: report.doubts, changed: [] }
      : new Weighing(report, standing, inquiry, policy).weigh(answer.verdict)
  const reasons = answer.findings.map((finding) => legible(finding.reason).trim())
  const reason = reasons.find((text) => text !== '')
  const { receipt: _, ...rest } = report
  return {
    ...rest,
    verdict: decide(weighed.findings, report.incomplete),
    findings: weighed.findings,
    doubts: weighed.doubts,
    secondOpinion: {
      asked: true,
      model,
      outcome: 'answered',
      changed: weighed.changed,
      thrownAway,
      ...(reason === undefined ? {} : { reason }),
      answer,
    },
  }
}

class Weighing {
  readonly #changed: OpinionChange[] = []

  constructor(
    readonly report: LintReport,
    readonly standing: readonly Standing[],
    readonly inquiry: Inquiry,
    readonly policy: Policy,
  ) {}

  weigh(verdict: 'hold' | 'pass'): { findings: Finding[]; doubts: Doubt[]; changed: OpinionChange[] } {
    const { findings, doubts } = this.report
    const meetsStanding = ({ span }: { span: Span }) => this.standing.some((one) => overlaps(one.span, span))
    const kept = findings.flatMap((finding): Finding[] => {
      if (!isOpen(finding)) return [finding]
      if (meetsStanding(finding)) return [verdict === 'hold' ? this.#confirm(finding) : finding]
      // Whoever holds the message for one thing need not have named the other.
      if (verdict === 'hold') return [finding]
      this.#change('lowered', finding, finding.action, 'nothing', finding.rule)
      return []
    })
    const found = this.standing
      .filter(({ span }) => !kept.some((one) => stands(one) && overlaps(one.span, span)))
      .map((one) => this.#find(one))
    const stillOpen = doubts.filter((doubt) => {
      if (meetsStanding(doubt)) return false
      if (verdict === 'hold') return true
      this.#change('lowered', doubt, 'doubt', 'nothing')
      return false
    })
    return {
      findings: reduceFindings([...kept, ...found], this.policy),
      doubts: stillOpen,
      changed: this.#changed,
    }
  }

  #confirm(finding: Finding): Finding {
    const action = raisedAction(finding.category, this.inquiry.submission, this.policy)
    if (action === undefined || !harder(action, finding.action)) return finding
    this.#change('raised', finding, finding.action, action, finding.rule)
    return { ...finding, action, ...this.#form(finding.category, action) }
  }

  #find({ category, span, action }: Standing): Finding {
    const wording = this.policy.wording(category, this.inquiry.submission)
    const excerpt = slice(this.inquiry.submission.text, span)
    const isDoubt = this.report.doubts.some((doubt) => overlaps(doubt.span, span))
    this.#change('raised', { category, span, excerpt }, isDoubt ? 'doubt' : 'nothing', action)
    return {
      category,
      action,
      confidence: 'likely',
      rule: OPINION_RULE,
      span,
      excerpt,
      says: SAYS,
      why: wording?.why ?? SAYS,
      ...(wording?.instead === undefined ? {} : { instead: wording.instead }),
      ...this.#form(category, action),
    }
  }

  #form(category: string, action: Action): { form?: string } {
    const form = this.policy.wording(category, this.inquiry.submission)?.form
    return action === 'review' && form !== undefined ? { form } : {}
  }

  #change(
    change: OpinionChange['change'],
    { category, span, excerpt }: Pick<Finding, 'category' | 'span' | 'excerpt'>,
    from: OpinionChange['from'],
    to: OpinionChange['to'],
    rule?: string,
  ): void {
    this.#changed.push({
      change,
      category,
      ...(rule === undefined ? {} : { rule }),
      span,
      excerpt,
      from,
      to,
    })
  }
}

/** A finding beside which another of the same words says nothing new. */
const stands = (finding: Finding): boolean =>
  finding.action !== 'note' && finding.stage === undefined && !isTone(finding)
