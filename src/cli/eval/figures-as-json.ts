/** The figures of an evaluation for a machine, with the full precision of the counts. */
import type { Evaluation } from './evaluation.ts'
import type { InnocentFigures, LabelledFigures } from './figures.ts'

export const figuresAsJson = (evaluation: Evaluation): object => ({
  labelled: named(evaluation.labelled, labelledAsJson),
  leftOut: named(evaluation.leftOut, labelledAsJson),
  total: labelledAsJson(evaluation.total),
  secondOpinion: Object.fromEntries(evaluation.opinions),
  by: named(evaluation.slices, (parts) => named(parts, labelledAsJson)),
  innocent: named(evaluation.innocent, innocentAsJson),
  innocentTotal: innocentAsJson(evaluation.innocentTotal),
})

const named = <T>(map: ReadonlyMap<string, T>, as: (value: T) => object): object =>
  Object.fromEntries([...map].map(([name, value]) => [name, as(value)]))

const labelledAsJson = (figures: LabelledFigures): object => ({
  items: figures.items,
  held: figures.held,
  touched: figures.touched,
  netted: figures.netted,
  wronglyHeld: figures.wronglyHeld,
  inDoubt: figures.inDoubt,
  verdict: figures.verdict,
  cleanFlagged: figures.cleanFlagged,
  confidences: figures.confidences,
  findings: figures.findings,
  categories: Object.fromEntries([...figures.categories].sort(([a], [b]) => (a < b ? -1 : 1))),
})

const innocentAsJson = (figures: InnocentFigures): object => ({
  lines: figures.lines,
  stoppedItems: figures.stoppedItems,
  stoppedFindings: figures.stoppedFindings,
  findingsAboveNote: figures.findingsAboveNote,
  inDoubt: figures.inDoubt,
  confidences: figures.confidences,
  incompleteItems: figures.incompleteItems,
  per1000: {
    stoppedItems: figures.per1000(figures.stoppedItems),
    stoppedFindings: figures.per1000(figures.stoppedFindings),
    findingsAboveNote: figures.per1000(figures.findingsAboveNote),
  },
  categories: Object.fromEntries(figures.categories),
})
