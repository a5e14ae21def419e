/** What changes between two sets of rules: only submissions whose verdict is another, by the rules that make it so. */
import type { Finding, LintReport, Verdict } from '../../core/contract/report.ts'

export interface ChangeExample {
  /** `export.jsonl:12 (m12)` */
  readonly place: string
  /** The words that the rule found, or finds no more. */
  readonly excerpt: string
}

export interface RuleChange {
  readonly rule: string
  /** Whether the rule finds now what it did not (`new`), or no more what it did (`gone`), or acts otherwise (`other`). */
  readonly kind: 'new' | 'gone' | 'other'
  readonly before: Verdict
  readonly after: Verdict
  count: number
  readonly examples: ChangeExample[]
}

/** The verdict changed though no finding did: what could be looked at has. */
const NO_RULE = '(incomplete)'

export class RuleChanges {
  readonly #maxExamples: number
  readonly #changes = new Map<string, RuleChange>()
  compared = 0
  changed = 0

  constructor(maxExamples: number) {
    this.#maxExamples = maxExamples
  }

  add(base: LintReport, head: LintReport, place: string): void {
    this.compared += 1
    if (base.verdict === head.verdict) return
    this.changed += 1
    for (const { rule, kind, excerpt } of causes(base, head)) {
      const { verdict: before } = base
      const { verdict: after } = head
      const key = [rule, kind, before, after].join(' ')
      const change = this.#changes.get(key) ?? { rule, kind, before, after, count: 0, examples: [] }
      this.#changes.set(key, change)
      change.count += 1
      if (change.examples.length < this.#maxExamples) change.examples.push({ place, excerpt })
    }
  }

  /** Most frequent first. */
  get changes(): readonly RuleChange[] {
    return [...this.#changes.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
  }
}

interface Cause {
  readonly rule: string
  readonly kind: RuleChange['kind']
  readonly excerpt: string
}

/** Each rule once for a submission, with the first of its words. */
const causes = (base: LintReport, head: LintReport): Cause[] => {
  const byRule = new Map<string, Cause>()
  const add = (finding: Finding, kind: RuleChange['kind']) => {
    const { rule, excerpt } = finding
    const key = `${kind} ${rule}`
    if (finding.stage !== 'trial' && !byRule.has(key)) byRule.set(key, { rule, kind, excerpt })
  }
  const place = ({ rule, span }: Finding) => `${rule} ${span.start}-${span.end}`
  const before = new Map(base.findings.map((finding) => [place(finding), finding]))
  const after = new Map(head.findings.map((finding) => [place(finding), finding]))
  for (const [key, finding] of after) {
    const old = before.get(key)
    if (!old) add(finding, 'new')
    else if (old.action !== finding.action || old.stage !== finding.stage) add(finding, 'other')
  }
  for (const [key, finding] of before) if (!after.has(key)) add(finding, 'gone')
  const found = [...byRule.values()].filter(({ kind, rule }) => {
    // Words found a little shorter or longer are the same finding.
    const twin = kind === 'new' ? `gone ${rule}` : `new ${rule}`
    return kind === 'other' || !byRule.has(twin)
  })
  return found.length > 0 ? found : [{ rule: NO_RULE, kind: 'other', excerpt: '' }]
}
