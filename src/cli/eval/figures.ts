/** Counts over judged items, and the shares that are made of them. */
import type { LintReport } from '../../core/contract/report.ts'
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
  /** Expected findings whose best overlapping finding has the expected category. */
  category = new Share()
  /** Expected findings whose best overlapping finding has an intersection over union of at least 0.5. */
  span = new Share()

  get f1(): number | undefined {
    const [p, r] = [this.precision.value, this.recall.value]
    return p === undefined || r === undefined ? undefined : p + r === 0 ? 0 : (2 * p * r) / (p + r)
  }
}

export class LabelledFigures {
  items = 0
  /** Items expected `review` or `block` that get `review` or `block`. */
  redirectRecall = new Share()
  /** Items expected `allow` or `warn` that get `review` or `block`. */
  falseAlarms = new Share()
  /** Items whose verdict is exactly the expected one. */
  verdict = new Share()
  /** Items with nothing to mark that get a finding above `note`. */
  cleanFlagged = new Share()
  findings: Record<Kind, FindingFigures> = { redirect: new FindingFigures(), tone: new FindingFigures() }
  categories = new Map<string, FindingFigures>()

  add({ item, report, expected, produced }: ItemJudgement): void {
    const expectation = item.expect
    if (!expectation) return
    this.items += 1
    const stopped = stops(report.verdict)
    if (stops(expectation.verdict)) this.redirectRecall.add(stopped)
    else this.falseAlarms.add(stopped)
    this.verdict.add(report.verdict === expectation.verdict)
    if (expectation.findings.length === 0) this.cleanFlagged.add(report.findings.some(aboveNote))
    for (const judgement of expected) {
      for (const figures of this.#of(judgement.expected.category)) {
        figures.recall.add(judgement.found)
        figures.category.add(judgement.categoryRight)
        figures.span.add(judgement.spanRight)
      }
    }
    for (const { finding, right } of produced) {
      for (const figures of this.#of(finding.category)) figures.precision.add(right)
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
  /** Lines that were not looked at as a whole; those are stopped too. */
  incompleteItems = 0
  /** Findings above note by category. */
  categories = new Map<string, number>()

  add(report: LintReport): void {
    this.lines += 1
    if (stops(report.verdict)) this.stoppedItems += 1
    if (report.incomplete.length > 0) this.incompleteItems += 1
    for (const finding of report.findings.filter(aboveNote)) {
      this.findingsAboveNote += 1
      if (stops(finding.action)) this.stoppedFindings += 1
      this.categories.set(finding.category, (this.categories.get(finding.category) ?? 0) + 1)
    }
  }

  per1000(count: number): number {
    return this.lines === 0 ? 0 : (1000 * count) / this.lines
  }
}

const aboveNote = (finding: LintReport['findings'][number]): boolean =>
  finding.action !== 'note' && finding.stage !== 'trial'
