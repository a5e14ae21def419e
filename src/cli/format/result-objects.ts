/** The results as objects, one a line of JSONL: a contract that others build on. */
import type { Doubt, Finding } from '../../core/contract/report.ts'
import { formatPath, type NotLookedAt } from '../../core/documents/document.ts'
import { type FieldReport, saysSomething } from '../../core/documents/split-report.ts'
import type { LintedEvent, PassagePlace, ResultEvent } from '../read-event.ts'
import { Tally, verdictOfActions } from '../tally.ts'
import { pathOf, wordsPlace } from './place-of.ts'

export class ResultObjects {
  readonly #all: boolean
  #tally = new Tally()
  #documents = false
  #submissions = false
  #notLookedAt: object[] = []

  /** @param all fields without findings too */
  constructor(all: boolean) {
    this.#all = all
  }

  /** What is known of the file that is being read. */
  state(): unknown {
    return {
      tally: this.#tally.toJSON(),
      documents: this.#documents,
      submissions: this.#submissions,
      notLookedAt: this.#notLookedAt,
    }
  }

  /** @param state of another run over the same file, where it stopped */
  restore(state: unknown): void {
    const { tally, documents, submissions, notLookedAt } = state as {
      tally: ReturnType<Tally['toJSON']>
      documents: boolean
      submissions: boolean
      notLookedAt: object[]
    }
    this.#tally.restore(tally)
    this.#documents = documents
    this.#submissions = submissions
    this.#notLookedAt = [...notLookedAt]
  }

  of(event: ResultEvent): object[] {
    if (event.type === 'begin') {
      this.#tally = new Tally()
      this.#documents = false
      this.#submissions = false
      this.#notLookedAt = []
    }
    this.#tally.add(event)
    switch (event.type) {
      case 'linted':
        if (event.shape === 'submission') {
          this.#submissions = true
          return [event.report]
        }
        this.#documents = true
        return event.fields
          .filter(({ report }) => this.#all || saysSomething(report))
          .map((field) => fieldObject(event, field))
      case 'facts':
        this.#documents = true
        return [factsObject(event)]
      case 'not-looked-at':
        this.#documents = true
        this.#notLookedAt.push(notLookedAtObject(event.what, event.place))
        return []
      case 'end':
        // A file of submissions is one line a submission and nothing else.
        return this.#documents || (this.#tally.faults > 0 && !this.#submissions && isDocument(event.file))
          ? [this.#summary(event.file)]
          : []
      default:
        return []
    }
  }

  #summary(file: string): object {
    const { verdict, fields, findings, doubts, incomplete, faults } = this.#tally
    const { note, warn, review, block } = findings
    return {
      file,
      summary: true,
      verdict,
      fields,
      findings: { block, review, warn, note },
      ...(doubts > 0 ? { doubts } : {}),
      ...(incomplete > 0 ? { incomplete } : {}),
      ...(faults > 0 ? { faults } : {}),
      notLookedAt: this.#notLookedAt,
    }
  }
}

const isDocument = (file: string): boolean => /\.(?:json|csv|tsv)(?:\.gz)?$/i.test(file)

const placeObject = ({ row, line, column, columnIndex }: PassagePlace): object => ({
  ...(row === undefined ? {} : { row }),
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  ...(columnIndex === undefined ? {} : { columnIndex }),
})

const fieldObject = (event: LintedEvent, field: FieldReport): object => {
  const { submission } = event.passage
  const { verdict, findings, doubts, incomplete, accepted, secondOpinion } = field.report
  return {
    file: event.file,
    path: pathOf(event, field),
    ...(field.via ? { via: formatPath([...(event.place.prefix ?? []), ...field.via]) } : {}),
    ...placeObject(event.place),
    ...(submission.id === undefined ? {} : { id: submission.id }),
    channel: submission.channel,
    verdict,
    findings: findings.map((finding) => withLine(event.place, field, finding)),
    doubts: doubts.map((doubt) => withLine(event.place, field, doubt)),
    incomplete,
    ...(accepted === undefined ? {} : { accepted }),
    ...(secondOpinion === undefined ? {} : { secondOpinion }),
  }
}

/** In a table the words may stand lines below the cell's beginning. */
const withLine = (place: PassagePlace, field: FieldReport, finding: Finding | Doubt): object => {
  if (place.row === undefined) return finding
  const { row, column } = place
  const at = wordsPlace(place, field, finding.span)
  return { ...finding, row, ...(at ? { line: at.start.line } : {}), column }
}

const factsObject = ({ file, facts, place }: Extract<ResultEvent, { type: 'facts' }>): object => ({
  file,
  path: formatPath([...(place.prefix ?? []), 'thread']),
  ...placeObject(place),
  verdict: verdictOfActions(facts.map(({ action }) => action)),
  findings: facts,
})

const notLookedAtObject = ({ path, url, code, says }: NotLookedAt, place: PassagePlace): object => ({
  path: formatPath([...(place.prefix ?? []), ...path]),
  ...placeObject(place),
  ...(url === undefined ? {} : { url }),
  code,
  says,
})
