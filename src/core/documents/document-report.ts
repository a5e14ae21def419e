/** What a document or a thread comes to: the reports of its passages in one, each finding with its path. */
import {
  type Doubt,
  type Finding,
  type Incomplete,
  type LintReport,
  VERDICTS,
  type Verdict,
} from '../contract/report.ts'
import type { SecondOpinionReport } from '../contract/second-opinion.ts'
import {
  type ExpandedDocument,
  formatPath,
  type NotLookedAt,
  type Passage,
  type UnknownKey,
} from './document.ts'
import { splitReport } from './split-report.ts'
import type { ThreadFact } from './thread-facts.ts'

/** With a place in the document: `portfolio[2].images[0].alt`. */
type Placed<T> = Omit<T, 'path'> & { readonly path: string }

export interface DocumentReport {
  readonly verdict: Verdict
  readonly fields: number
  readonly findings: readonly (Placed<Finding> & { readonly via?: string })[]
  readonly doubts: readonly (Placed<Doubt> & { readonly via?: string })[]
  readonly incomplete: readonly Placed<Incomplete>[]
  readonly secondOpinions: readonly Placed<SecondOpinionReport>[]
  readonly notLookedAt: readonly Placed<NotLookedAt>[]
  readonly unknown: readonly Placed<UnknownKey>[]
  /** Missing where there was nothing to lint. */
  readonly pack?: LintReport['pack']
}

/** The place of a passage, by its first field. */
export const placeOf = ({ parts }: Passage): string => formatPath(parts[0]?.path ?? [])

/** Takes the reports of a document's passages, in order, and keeps of them what stands in the document's. */
export class DocumentReporter {
  readonly #expanded: Omit<ExpandedDocument, 'passages'>
  readonly #findings: DocumentReport['findings'][number][] = []
  readonly #doubts: DocumentReport['doubts'][number][] = []
  readonly #incomplete: DocumentReport['incomplete'][number][]
  readonly #secondOpinions: DocumentReport['secondOpinions'][number][] = []
  readonly #verdicts = new Set<Verdict>()
  #pack: LintReport['pack'] | undefined
  #fields = 0

  constructor(expanded: Omit<ExpandedDocument, 'passages'>) {
    this.#expanded = expanded
    this.#incomplete = expanded.faults.map(({ path, says, code }) => ({
      path: formatPath(path),
      code: code ?? 'not-readable',
      detail: says,
    }))
  }

  add(passage: Passage, report: LintReport): void {
    this.#pack = report.pack
    this.#verdicts.add(report.verdict)
    if (report.secondOpinion !== undefined) {
      this.#secondOpinions.push({ path: placeOf(passage), ...report.secondOpinion })
    }
    for (const field of splitReport(passage, report)) {
      const path = formatPath(field.path)
      const via = field.via === undefined ? {} : { via: formatPath(field.via) }
      this.#fields += 1
      this.#findings.push(...field.report.findings.map((finding) => ({ path, ...via, ...finding })))
      this.#doubts.push(...field.report.doubts.map((doubt) => ({ path, ...via, ...doubt })))
      this.#incomplete.push(...field.report.incomplete.map((item) => ({ path, ...item })))
    }
  }

  get report(): DocumentReport {
    const { notLookedAt, unknown } = this.#expanded
    const isHeld = this.#incomplete.length + notLookedAt.length > 0
    return {
      verdict: highest([...this.#verdicts, ...(isHeld ? (['review'] as const) : [])]),
      fields: this.#fields,
      findings: this.#findings,
      doubts: this.#doubts,
      incomplete: this.#incomplete,
      secondOpinions: this.#secondOpinions,
      notLookedAt: notLookedAt.map(({ path, ...rest }) => ({ path: formatPath(path), ...rest })),
      unknown: unknown.map(({ path, ...rest }) => ({ path: formatPath(path), ...rest })),
      ...(this.#pack === undefined ? {} : { pack: this.#pack }),
    }
  }
}

/** With what only the whole thread shows. */
export const withFacts = <Report extends Pick<DocumentReport, 'verdict'>>(
  report: Report,
  facts: readonly ThreadFact[],
): Report & { readonly facts: readonly ThreadFact[] } => ({
  ...report,
  verdict: highest([
    report.verdict,
    ...facts.map(({ action }): Verdict => (action === 'note' ? 'allow' : action)),
  ]),
  facts,
})

const highest = (verdicts: readonly Verdict[]): Verdict =>
  VERDICTS[Math.max(0, ...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))]!
