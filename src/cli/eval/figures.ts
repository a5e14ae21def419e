/** Counts over judged items, and the shares that are made of them. */
import type { Confidence, LintReport } from '../../core/contract/report.ts'
import { type ItemJudgement, type Kind, kindOf, stops } from './judge-item.ts'

/** `got` of `of`; a share of nothing is `undefined`, never 0 or 1. */
export class Share {
  got = 0
  of = 0

  add(hit: boolean): void {
    this.of += 1
    if (hit) this.got += 1
  }

  get value(): number | undefined {
    return this.of === 0 ? undefined : this.got / this.of
  }

  toJSON() {
    return { got: this.got, of: this.of, share: this.value ?? null }
  }
}

export class FindingFigures {
  /** Expected findings that a finding of the same category overlaps. */
  recall = new Share()
  /** Produced findings that an expected one of the same category overlaps. */
  precision = new Share()
  /** Of the expected findings that something overlaps: the best one has the expected category. */
  category = new Share()
  /** Of the same: its intersection over union with the excerpt is at least 0.5. */
  span = new Share()

  get f1(): number | undefined {
    const [p, r] = [this.precision.value, this.recall.value]
    return p === undefined || r === undefined ? undefined : p + r === 0 ? 0 : (2 * p * r) / (p + r)
  }
}

/** Redirect findings of one confidence: what it is calibrated by. */
export class ConfidenceFigures {
  /** An expected redirect finding overlaps it. */
  right = new Share()
  /** One of the same category does. */
  category = new Share()
}

export class LabelledFigures {
  items = 0
  /** Items expected `review` or `block` that get `review` or `block`. */
  held = new Share()
  /** Of those, the ones with a redirect finding above note, held or not. */
  touched = new Share()
  /** And those in doubt. */
  netted = new Share()
  /** Items expected `allow` or `warn` that get `review` or `block`. */
  wronglyHeld = new Share()
  /** Of those, the ones where something unexpected is touched or in doubt. */
  inDoubt = new Share()
  /** Items whose verdict is exactly the expected one. */
  verdict = new Share()
  /** Items with nothing to mark that get a finding above `note`. */
  cleanFlagged = new Share()
  findings: Record<Kind, FindingFigures> = { redirect: new FindingFigures(), tone: new FindingFigures() }
  confidences: Record<Confidence, ConfidenceFigures> = {
    certain: new ConfidenceFigures(),
    likely: new ConfidenceFigures(),
    possible: new ConfidenceFigures(),
  }
  categories = new Map<string, FindingFigures>()

  add({ item, report, expected, produced, reach }: ItemJudgement): void {
    const expectation = item.expect
    if (!expectation) return
    this.items += 1
    if (stops(expectation.verdict)) {
      this.held.add(reach.held)
      this.touched.add(reach.touched)
      this.netted.add(reach.netted)
    } else {
      this.wronglyHeld.add(reach.held)
      this.inDoubt.add(reach.bothered)
    }
    this.verdict.add(report.verdict === expectation.verdict)
    if (expectation.findings.length === 0) this.cleanFlagged.add(report.findings.some(aboveNote))
    for (const judgement of expected) {
      for (const figures of this.#of(judgement.expected.category)) {
        figures.recall.add(judgement.found)
        if (judgement.best === undefined) continue
        figures.category.add(judgement.categoryRight)
        figures.span.add(judgement.spanRight)
      }
    }
    for (const { finding, kind, right, inPlace } of produced) {
      for (const figures of this.#of(finding.category)) figures.precision.add(right)
      if (kind !== 'redirect') continue
      this.confidences[finding.confidence].right.add(inPlace)
      this.confidences[finding.confidence].category.add(right)
    }
  }

  #of(category: string): [FindingFigures, FindingFigures] {
    const own = this.categories.get(category) ?? new FindingFigures()
    this.categories.set(category, own)
    return [this.findings[kindOf(category)], own]
  }
}

export class InnocentFigures {
  lines = 0
  stoppedItems = 0
  stoppedFindings = 0
  findingsAboveNote = 0
  /** Lines in doubt, or with a redirect finding above note. */
  inDoubt = new Share()
  /** Lines that were not looked at as a whole; those are stopped too. */
  incompleteItems = 0
  /** Redirect findings above note by confidence. */
  confidences: Record<Confidence, number> = { certain: 0, likely: 0, possible: 0 }
  /** Findings above note by category. */
  categories = new Map<string, number>()

  add(report: LintReport): void {
    this.lines += 1
    if (stops(report.verdict)) this.stoppedItems += 1
    if (report.incomplete.length > 0) this.incompleteItems += 1
    const above = report.findings.filter(aboveNote)
    this.inDoubt.add(report.doubts.length > 0 || above.some(isRedirect))
    for (const finding of above) {
      if (isRedirect(finding)) this.confidences[finding.confidence] += 1
      this.findingsAboveNote += 1
      if (stops(finding.action)) this.stoppedFindings += 1
      this.categories.set(finding.category, (this.categories.get(finding.category) ?? 0) + 1)
    }
  }

  per1000(count: number): number {
    return this.lines === 0 ? 0 : (1000 * count) / this.lines
  }
}

const isRedirect = ({ category }: LintReport['findings'][number]): boolean => kindOf(category) === 'redirect'

const aboveNote = (finding: LintReport['findings'][number]): boolean =>
  finding.action !== 'note' && finding.stage !== 'trial'
