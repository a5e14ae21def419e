/**
 * One labelled item against its report: which expected findings were found, which produced ones are right.
 * The definitions are those of the evaluation sets (test/fixtures/eval/README.md).
 */
import { isTone } from '../../core/contract/category.ts'
import type { Finding, LintReport } from '../../core/contract/report.ts'
import { overlaps, type Span } from '../../core/text/span.ts'
import type { EvalItem, ExpectedFinding } from './item.ts'

export type Kind = 'redirect' | 'tone'

export const kindOf = (category: string): Kind => (isTone({ category }) ? 'tone' : 'redirect')

/** Whether a verdict stops the submission. */
export const stops = (verdict: string): boolean => verdict === 'review' || verdict === 'block'

/** How far a report goes with an item; each includes the one before. */
export interface Reach {
  /** The verdict is `review` or `block`. */
  readonly held: boolean
  /** Something of the redirect kind stands above a note. */
  readonly touched: boolean
  /** Or is in doubt: nothing is missed that somebody would look at. */
  readonly netted: boolean
  /** What nobody expected there is in doubt or stands above a note: honest words that somebody would have to look at. */
  readonly bothered: boolean
}

export interface ExpectedJudgement {
  readonly expected: ExpectedFinding
  readonly kind: Kind
  /** The produced finding of the same kind that overlaps the excerpt best. */
  readonly best?: Finding
  /** Some produced finding of the same category overlaps the excerpt. */
  readonly found: boolean
  /** The best one has the expected category. */
  readonly categoryRight: boolean
  /** The best one's intersection over union with the excerpt is at least one half. */
  readonly spanRight: boolean
}

export interface ProducedJudgement {
  readonly finding: Finding
  readonly kind: Kind
  /** An expected finding of the same category overlaps it. */
  readonly right: boolean
  /** An expected finding of the same kind overlaps it, whatever its category. */
  readonly inPlace: boolean
}

export interface ItemJudgement {
  readonly item: EvalItem
  readonly report: LintReport
  readonly reach: Reach
  readonly expected: readonly ExpectedJudgement[]
  readonly produced: readonly ProducedJudgement[]
}

/**
 * Redirect findings count above `note` only (labels leave notes out); tone findings count at every level, because a
 * label of level `i` is a note. Rules on trial are left out: nobody acts on them.
 */
const counts = (finding: Finding): boolean =>
  finding.stage !== 'trial' && (kindOf(finding.category) === 'tone' || finding.action !== 'note')

export const judgeItem = (item: EvalItem, report: LintReport): ItemJudgement => {
  const produced = report.findings.filter(counts)
  const expected = item.expect?.findings ?? []
  const places = expected.map((finding, index) => {
    const all = occurrences(item.submission.text, finding.excerpt)
    // The same words marked several times: the first label means the first place, and so on.
    const same = expected.filter((other) => other.excerpt === finding.excerpt)
    if (same.length < 2) return all
    const mine = all[expected.slice(0, index).filter((other) => other.excerpt === finding.excerpt).length]
    return mine ? [mine] : all
  })
  const judged = expected.map((finding, index): ExpectedJudgement => {
    const kind = kindOf(finding.category)
    const candidates = produced
      .filter((other) => kindOf(other.category) === kind)
      .map((other) => ({ other, score: Math.max(...places[index]!.map((place) => iou(place, other.span))) }))
      .filter(({ score }) => score > 0)
      .sort(
        (a, b) =>
          b.score - a.score ||
          Number(b.other.category === finding.category) - Number(a.other.category === finding.category),
      )
    const best = candidates[0]
    return {
      expected: finding,
      kind,
      ...(best ? { best: best.other } : {}),
      found: candidates.some(({ other }) => other.category === finding.category),
      categoryRight: best?.other.category === finding.category,
      spanRight: (best?.score ?? 0) >= 0.5,
    }
  })
  const meets = (span: Span, isMeant: (other: ExpectedFinding) => boolean): boolean =>
    expected.some((other, index) => isMeant(other) && places[index]!.some((place) => overlaps(place, span)))
  const ofKind =
    (kind: Kind) =>
    ({ category }: ExpectedFinding): boolean =>
      kindOf(category) === kind
  const judgedProduced = produced.map((finding): ProducedJudgement => {
    const kind = kindOf(finding.category)
    return {
      finding,
      kind,
      right: meets(finding.span, ({ category }) => category === finding.category),
      inPlace: meets(finding.span, ofKind(kind)),
    }
  })
  const redirects = judgedProduced.filter(({ kind }) => kind === 'redirect')
  const held = stops(report.verdict)
  const touched = held || redirects.length > 0
  return {
    item,
    report,
    expected: judged,
    produced: judgedProduced,
    reach: {
      held,
      touched,
      netted: touched || report.doubts.length > 0,
      bothered:
        redirects.some(({ inPlace }) => !inPlace) ||
        report.doubts.some(({ span }) => !meets(span, ofKind('redirect'))),
    },
  }
}

const occurrences = (text: string, excerpt: string): Span[] => {
  const spans: Span[] = []
  for (let start = text.indexOf(excerpt); start >= 0; start = text.indexOf(excerpt, start + 1)) {
    spans.push({ start, end: start + excerpt.length })
  }
  return spans
}

/** Intersection over union; 0 where they do not touch. */
export const iou = (a: Span, b: Span): number => {
  const intersection = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return intersection <= 0 ? 0 : intersection / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
