/** Labelled files, rules' examples and innocent text → rows of evidence that weights are learnt from. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseEvalItem } from '../../cli/eval/item.ts'
import { type Submission, submissionSchema } from '../../core/contract/submission.ts'
import type { Weighed } from '../../core/judge/detector.ts'
import type { Document } from '../../core/judge/document.ts'
import { writeNaming } from '../../core/judge/naming/naming-evidence.ts'
import { PieceNames } from '../../core/judge/pieces.ts'
import type { RuleLinter } from '../../core/lint/create-linter.ts'
import { overlaps, type Span } from '../../core/text/span.ts'
import { parseMarked } from '../../packs/check-examples.ts'
import { Evidence } from './evidence-index.ts'

/** A place that the rules weigh. */
export interface Place {
  readonly category: string
  /** In the plain view. */
  readonly span: Span
  readonly evidence: Int32Array
  /** Whether a label of the category's family marks it. */
  readonly isRight: boolean
  /** A label marks it, but of another category, for which the same label marks another place. */
  readonly isBeside: boolean
  /** A label of the very category marks it. */
  readonly isCalledSo: boolean
  /** Whether a frame reads it whole. */
  readonly isRead: boolean
  /** Whether it names a service as what it goes by. */
  readonly isNamed: boolean
  /** A text is held where it is likely: no context excuses it, and the marketplace stops it there. */
  readonly canHold: boolean
  /** The marketplace allows it there: that no label marks it says nothing of what it is. */
  readonly isAllowed: boolean
  /** What it may be called by, where it can be called otherwise and a label marks it or what it overlaps. */
  readonly naming?: NamingPlace
}

/** What tells how people call a place. */
export interface NamingPlace {
  readonly category: string
  /** In the plain view. */
  readonly span: Span
  readonly evidence: Int32Array
  /** What the labels on it call it. */
  readonly labelled: readonly string[]
}

/** A labelled text, or one that nobody labelled and that is innocent. */
export interface Row {
  readonly subject: string
  readonly isInnocent: boolean
  /** It is an example of a rule. */
  readonly isExample: boolean
  /** It must be held. */
  readonly isHeld: boolean
  /** Contact data, a link or an account holds it whatever is weighed. */
  readonly heldByData: boolean
  readonly places: readonly Place[]
}

export interface Label {
  readonly category: string
  readonly span: Span
}

const INNOCENT = { marketplace: 'coconala', channel: 'message', role: 'seller' } as const
const stops = (action: string): boolean => action === 'review' || action === 'block'
/** contact.email → contact */
export const family = (category: string): string => category.split('.')[0]!

/** `redirect-positive.jsonl` and `redirect-negative.jsonl` of a folder are one subject. */
const subjectOf = (file: string): string => {
  const folder = file.split(/[/\\]/).at(-2) ?? ''
  const name = basename(file, '.jsonl').replace(/^redirect-(?:positive|negative)$/, '')
  return name === '' ? folder : name
}

/** The numbers of all pieces: those that say whether, and those that say which. */
export interface Indices {
  readonly evidence: Evidence
  readonly naming: Evidence
  /** Categories of talk that proposes nothing: what stands beside what does is called nothing else. */
  readonly beside: ReadonlySet<string>
}

export const indicesOf = ({ packs }: RuleLinter): Indices => ({
  evidence: new Evidence(),
  naming: new Evidence(),
  beside: new Set(packs.flatMap(({ spec }) => (spec.kind === 'common' ? (spec.beside ?? []) : []))),
})

export function rowOf(
  linter: RuleLinter,
  indices: Indices,
  subject: string,
  submission: Submission,
  labels: readonly Label[],
  kind: Pick<Row, 'isHeld' | 'isInnocent' | 'isExample'>,
): Row {
  const document = linter.document(submission.text)
  const { plain } = document
  const weighed = linter.weigh(submission).map((place) => ({ place, span: plain.toOriginal(place.span) }))
  const named = new Set(
    labels.filter((label) =>
      weighed.some(({ place, span }) => place.category === label.category && overlaps(label.span, span)),
    ),
  )
  const places = weighed.map(({ place, span }): Place => {
    const marking = labels.filter(
      (label) => family(label.category) === family(place.category) && overlaps(label.span, span),
    )
    const canBeCalledOtherwise = place.statement !== undefined && !indices.beside.has(place.category)
    return {
      category: place.category,
      span: place.span,
      ...(labels.length > 0 && canBeCalledOtherwise
        ? { naming: namingOf(document, place, marking, indices.naming) }
        : {}),
      evidence: indices.evidence.numbers(place.evidence),
      isRight: marking.length > 0,
      isBeside:
        marking.length > 0 && marking.every((label) => label.category !== place.category && named.has(label)),
      isCalledSo: marking.some((label) => label.category === place.category),
      isRead: place.isRead,
      isNamed: place.isNamed,
      canHold: stops(place.action),
      isAllowed: !place.isExcused && (place.action === 'note' || place.action === 'off'),
    }
  })
  const heldByData = kind.isInnocent
    ? false
    : linter
        .lint(submission)
        .findings.some(
          ({ action, category, confidence, because }) =>
            stops(action) &&
            confidence === 'certain' &&
            because === undefined &&
            !category.startsWith('tone.'),
        )
  return { subject, ...kind, heldByData, places }
}

function namingOf(
  document: Document,
  { category, span }: Weighed & { category: string },
  marking: readonly Label[],
  index: Evidence,
): NamingPlace {
  const pieces = new PieceNames()
  writeNaming(pieces, document, span)
  return {
    category,
    span,
    evidence: index.numbers([...new Set(pieces.names)]),
    labelled: marking.map((label) => label.category),
  }
}

export interface LabelledItem {
  readonly subject: string
  readonly submission: Submission
  /** Of redirects; `undefined` where nobody labelled the text. */
  readonly labels: readonly Label[] | undefined
  /** Whether it must be held. */
  readonly isHeld: boolean
}

/** @throws {Error} with file and line where a line is no item. */
export function* itemsOfFile(file: string): Iterable<LabelledItem> {
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const item = parseEvalItem(line, { file: basename(file), line: at + 1 }, INNOCENT)
    if ('fault' in item) throw new Error(`${file}:${at + 1}: ${item.fault}`)
    const { submission, expect } = item
    const labels = expect?.findings
      .filter(({ category }) => !category.startsWith('tone.'))
      .flatMap(({ category, excerpt }) => {
        const start = submission.text.indexOf(excerpt)
        return start < 0 ? [] : [{ category, span: { start, end: start + excerpt.length } }]
      })
    const isHeld = expect !== undefined && labels!.length > 0 && stops(expect.verdict)
    yield { subject: subjectOf(file), submission, labels, isHeld }
  }
}

export function* rowsOfFile(linter: RuleLinter, indices: Indices, file: string): Iterable<Row> {
  for (const { subject, submission, labels, isHeld } of itemsOfFile(file)) {
    const isInnocent = labels === undefined
    yield rowOf(linter, indices, subject, submission, labels ?? [], { isHeld, isInnocent, isExample: false })
  }
}

/** The examples that the rules carry: what they mark is right, what they allow is not. */
export function* rowsOfExamples(linter: RuleLinter, indices: Indices): Iterable<Row> {
  const marketplace = linter.marketplaces[0]!
  for (const { spec } of linter.packs) {
    for (const rule of spec.rules) {
      if (rule.category.startsWith('tone.')) continue
      const { flags, allows } = rule.examples
      for (const example of [...flags, ...allows]) {
        const { text, spans } = parseMarked(example.text)
        const submission = submissionSchema.parse({ ...example.context, marketplace, text })
        const labels = spans.map((span) => ({ category: rule.category, span }))
        yield rowOf(linter, indices, 'examples', submission, labels, {
          isHeld: spans.length > 0,
          isInnocent: false,
          isExample: true,
        })
      }
    }
  }
}
