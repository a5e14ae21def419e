/** The figures of an evaluation as tables for a terminal, and as JSON for a machine. */
import { CATEGORIES } from '../../core/contract/category.ts'
import { formatTable } from '../format/format-table.ts'
import type { Evaluation } from './evaluation.ts'
import type { FindingFigures, InnocentFigures, LabelledFigures, Share } from './figures.ts'
import { type Kind, kindOf } from './judge-item.ts'

export const formatFigures = (evaluation: Evaluation, kinds: readonly Kind[]): string => {
  const sections: string[] = []
  const { labelled, innocent, total, innocentTotal } = evaluation
  if (total.items > 0) {
    const rows = [...labelled, ...(labelled.size > 1 ? ([['total', total]] as const) : [])]
    sections.push(
      formatTable(
        ['labelled', 'items', 'recall', 'false alarms', 'verdict', 'clean above note'],
        rows.map(([name, figures]) => [
          name,
          `${figures.items}`,
          share(figures.redirectRecall),
          share(figures.falseAlarms),
          share(figures.verdict),
          share(figures.cleanFlagged),
        ]),
      ),
      formatTable(
        ['findings', 'precision', 'recall', 'category', 'span'],
        rows.flatMap(([name, figures]) =>
          kinds
            .filter((kind) => figures.findings[kind].recall.of + figures.findings[kind].precision.of > 0)
            .map((kind) => [`${name} ${kind}`, ...findingCells(figures.findings[kind])]),
        ),
      ),
      formatTable(
        ['category', 'precision', 'recall', 'category', 'span'],
        CATEGORIES.filter((category) => kinds.includes(kindOf(category))).flatMap((category) => {
          const figures = total.categories.get(category)
          return figures ? [[category, ...findingCells(figures)]] : []
        }),
      ),
    )
  }
  if (innocentTotal.lines > 0) {
    const rows = [...innocent, ...(innocent.size > 1 ? ([['total', innocentTotal]] as const) : [])]
    const rate = (figures: InnocentFigures, count: number) =>
      `${figures.per1000(count).toFixed(2)} (${count})`
    sections.push(
      formatTable(
        ['innocent, per 1,000 lines', 'lines', 'stopped lines', 'review|block', 'above note', 'incomplete'],
        rows.map(([name, figures]) => [
          name,
          `${figures.lines}`,
          rate(figures, figures.stoppedItems),
          rate(figures, figures.stoppedFindings),
          rate(figures, figures.findingsAboveNote),
          `${figures.incompleteItems}`,
        ]),
      ),
    )
    if (innocentTotal.categories.size > 0) {
      sections.push(
        formatTable(
          ['innocent, above note', 'findings'],
          [...innocentTotal.categories]
            .sort(([, a], [, b]) => b - a)
            .map(([category, count]) => [category, `${count}`]),
        ),
      )
    }
  }
  return sections.join('\n')
}

const findingCells = ({ precision, recall, category, span }: FindingFigures): string[] =>
  [precision, recall, category, span].map(share)

const share = ({ got, of, value }: Share): string =>
  value === undefined ? '-' : `${value.toFixed(3)} (${got}/${of})`

export const figuresAsJson = ({ labelled, innocent, total, innocentTotal }: Evaluation): object => ({
  labelled: Object.fromEntries([...labelled].map(([name, figures]) => [name, labelledAsJson(figures)])),
  total: labelledAsJson(total),
  innocent: Object.fromEntries([...innocent].map(([name, figures]) => [name, innocentAsJson(figures)])),
  innocentTotal: innocentAsJson(innocentTotal),
})

const labelledAsJson = (figures: LabelledFigures): object => ({
  items: figures.items,
  redirectRecall: figures.redirectRecall,
  falseAlarms: figures.falseAlarms,
  verdict: figures.verdict,
  cleanFlagged: figures.cleanFlagged,
  findings: figures.findings,
  categories: Object.fromEntries([...figures.categories].sort(([a], [b]) => (a < b ? -1 : 1))),
})

const innocentAsJson = (figures: InnocentFigures): object => ({
  lines: figures.lines,
  stoppedItems: figures.stoppedItems,
  stoppedFindings: figures.stoppedFindings,
  findingsAboveNote: figures.findingsAboveNote,
  incompleteItems: figures.incompleteItems,
  per1000: {
    stoppedItems: figures.per1000(figures.stoppedItems),
    stoppedFindings: figures.per1000(figures.stoppedFindings),
    findingsAboveNote: figures.per1000(figures.findingsAboveNote),
  },
  categories: Object.fromEntries(figures.categories),
})
