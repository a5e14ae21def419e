/** What an audit has found in one file, gathered from the events of its linting, ready to be shown to a person. */
import { CATEGORIES } from '../../core/contract/category.ts'
import { ACTIONS, type Action, type Doubt, type Finding, type PackRef } from '../../core/contract/report.ts'
import {
  type AboutAccount,
  type JudgedCriterion,
  judgeCertification,
} from '../../core/documents/about-account.ts'
import { formatPath, type NotLookedAt } from '../../core/documents/document.ts'
import type { FieldReport } from '../../core/documents/split-report.ts'
import type { ThreadFact } from '../../core/documents/thread-facts.ts'
import type { Certification, PackSpec } from '../../core/rules/rule-spec.ts'
import type { Fault } from '../fault.ts'
import { opinionInWords } from '../format/opinion-in-words.ts'
import { pathOf, placeInWords } from '../format/place-of.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { Tally } from '../tally.ts'
import { placeLabel } from './place-label.ts'

export interface AuditFinding {
  /** As the owner calls it. */
  readonly label: string
  /** As the file has it. */
  readonly path: string
  /** The page whose link leads here. */
  readonly via?: string
  readonly text: string
  readonly finding: Finding
}

export interface AuditDoubt extends Omit<AuditFinding, 'finding'> {
  readonly doubt: Doubt
}

export interface AuditGap {
  readonly label: string
  readonly path: string
  readonly says: string
  readonly url?: string
}

export interface AuditCertification {
  readonly certification: Certification
  readonly criteria: readonly JudgedCriterion[]
}

/** More findings than a person works through; the rest is counted. */
const MAX_FINDINGS = 2000

export class Audit {
  readonly file: string
  readonly tally = new Tally()
  readonly facts: ThreadFact[] = []
  readonly gaps: AuditGap[] = []
  readonly faults: Fault[] = []
  readonly notes: string[] = []
  readonly packs = new Map<string, PackRef>()
  about: AboutAccount | undefined
  readonly #specs: readonly PackSpec[]
  readonly #findings: AuditFinding[] = []
  /** For who decides on rules; an account's owner is not shown them. */
  readonly doubts: AuditDoubt[] = []
  /** For the same. */
  readonly opinions: AuditGap[] = []
  readonly #titles = new Map<string, string>()
  /** Findings beyond the limit. */
  hidden = 0

  constructor(file: string, specs: readonly PackSpec[]) {
    this.file = file
    this.#specs = specs
  }

  add(event: ResultEvent): void {
    this.tally.add(event)
    switch (event.type) {
      case 'linted':
        for (const field of event.fields) this.#field(event, field)
        if (event.report.pack !== undefined) this.packs.set(event.report.pack.id, event.report.pack)
        return
      case 'facts':
        this.facts.push(...event.facts)
        return
      case 'not-looked-at': {
        const { what } = event
        this.gaps.push({
          ...this.#place(event, what),
          says: what.says,
          ...(what.url ? { url: what.url } : {}),
        })
        return
      }
      case 'account':
        this.about ??= event.about
        return
      case 'fault':
        this.faults.push(event.fault)
        return
      case 'note':
        this.notes.push(event.says)
        return
      default:
    }
  }

  /** Hardest first; among equals in the order of the categories, then of the document. */
  get findings(): readonly AuditFinding[] {
    return this.#findings
      .map((one, index) => ({ one, index }))
      .sort((a, b) => weight(b.one) - weight(a.one) || a.index - b.index)
      .map(({ one }) => one)
  }

  get certifications(): readonly AuditCertification[] {
    const { about } = this
    if (!about) return []
    return (
      this.#specs
        .filter((spec) => spec.kind === 'marketplace' && spec.id === about.marketplace)
        .flatMap((spec) => (spec.kind === 'marketplace' ? spec.certifications : []))
        .map((certification) => ({ certification, criteria: judgeCertification(certification, about) }))
        // Where the export carries none of the figures there is nothing to say.
        .filter(({ criteria }) => criteria.some(({ figure }) => figure !== undefined))
    )
  }

  #field(event: LintedEvent, field: FieldReport): void {
    const { findings, doubts, incomplete, secondOpinion } = field.report
    if (field.path.at(-1) === 'title') {
      // The API wraps a video's texts once more.
      const owner = field.path.slice(0, field.path.at(-2) === 'snippet' ? -2 : -1)
      this.#titles.set(formatPath([...(event.place.prefix ?? []), ...owner]), field.text)
    }
    const place = this.#place(event, field)
    for (const finding of findings) {
      if (this.#findings.length >= MAX_FINDINGS) this.hidden += 1
      else this.#findings.push({ ...place, text: field.text, finding })
    }
    if (secondOpinion !== undefined) this.opinions.push({ ...place, says: opinionInWords(secondOpinion) })
    for (const doubt of doubts) {
      if (this.doubts.length < MAX_FINDINGS) this.doubts.push({ ...place, text: field.text, doubt })
    }
    for (const { code, detail } of incomplete) this.gaps.push({ ...place, says: `${detail}(${code})` })
  }

  #place(
    event: Pick<LintedEvent, 'file' | 'place'>,
    { path, via }: Pick<FieldReport, 'path' | 'via'> | (Pick<NotLookedAt, 'path'> & { via?: undefined }),
  ): { label: string; path: string; via?: string } {
    const full = pathOf(event, { path })
    const label = (of: FieldReport['path']) => placeLabel(of, this.#titles, formatPath)
    const { row, column, line } = event.place
    const own =
      row !== undefined
        ? `${row}行目「${column}」`
        : path.length === 1 && path[0] === 'text'
          ? placeInWords(
              event,
              'text',
              line === undefined
                ? undefined
                : { start: { line, column: 1 }, end: { line, column: 1 }, exact: false },
            )
          : label(path)
    return { label: own, path: full, ...(via ? { via: label(via) } : {}) }
  }
}

const weight = ({ finding: { action, category } }: AuditFinding): number => {
  const rank = (CATEGORIES as readonly string[]).indexOf(category)
  return ACTIONS.indexOf(action) * 1000 - (rank < 0 ? 999 : rank)
}

export const isAbove = (action: Action) => action !== 'note'
