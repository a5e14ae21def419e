/** The figures of an evaluation as tables for a terminal. */
import { CATEGORIES } from '../../core/contract/category.ts'
import { CONFIDENCES } from '../../core/contract/report.ts'
import { formatTable } from '../format/format-table.ts'
import type { Evaluation } from './evaluation.ts'
import type { FindingFigures, InnocentFigures, LabelledFigures, Share } from './figures.ts'
import { type Kind, kindOf } from './judge-item.ts'

type Named<T> = readonly (readonly [name: string, figures: T])[]

export const formatFigures = (evaluation: Evaluation, kinds: readonly Kind[]): string => {
  const { labelled, leftOut, innocent, opinions, slices, total, innocentTotal } = evaluation
  const sections: string[] = []
  if (opinions.size > 0) sections.push(opinionTable(evaluation))
  const rows: Named<LabelledFigures> = [
    ...labelled,
    ...(labelled.size > 1 ? ([['total', total]] as const) : []),
    ...[...leftOut].map(([name, figures]) => [`${name} (left out)`, figures] as const),
  ]
  if (rows.length > 0) {
    sections.push(
      reachTable('labelled', rows),
      formatTable(
        ['verdicts', 'exact verdict', 'clean above note'],
        rows.map(([name, { verdict, cleanFlagged }]) => [name, share(verdict), share(cleanFlagged)]),
      ),
    )
    if (kinds.includes('redirect')) sections.push(confidenceTable(rows))
    sections.push(
      formatTable(
        ['findings', 'precision', 'recall', 'category of found', 'span of found'],
        rows.flatMap(([name, figures]) =>
          kinds
            .filter((kind) => figures.findings[kind].recall.of + figures.findings[kind].precision.of > 0)
            .map((kind) => [`${name} ${kind}`, ...findingCells(figures.findings[kind])]),
        ),
      ),
    )
  }
  if (total.items > 0) {
    for (const [slice, parts] of slices) {
      if (parts.size > 1)
        sections.push(
          reachTable(
            `by ${slice}`,
            [...parts].sort(([a], [b]) => order(a, b)),
          ),
        )
    }
    sections.push(
      formatTable(
        ['category', 'precision', 'recall', 'category of found', 'span of found'],
        CATEGORIES.filter((category) => kinds.includes(kindOf(category))).flatMap((category) => {
          const figures = total.categories.get(category)
          return figures ? [[category, ...findingCells(figures)]] : []
        }),
      ),
    )
  }
  if (innocentTotal.lines > 0) {
    sections.push(
      innocentTable([...innocent, ...(innocent.size > 1 ? ([['total', innocentTotal]] as const) : [])]),
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

/** `up to 40` before `41 to 120`: by the number in a name where there is one. */
const order = (a: string, b: string): number =>
  Number(a.startsWith('over')) - Number(b.startsWith('over')) ||
  (Number.parseInt(a.replace(/^\D+/, ''), 10) || 0) - (Number.parseInt(b.replace(/^\D+/, ''), 10) || 0) ||
  (a < b ? -1 : 1)

const reachTable = (title: string, rows: Named<LabelledFigures>): string =>
  formatTable(
    [title, 'items', 'held', 'touched', 'netted', 'wrongly held', 'in doubt'],
    rows.map(([name, figures]) => [
      name,
      `${figures.items}`,
      share(figures.held),
      share(figures.touched),
      share(figures.netted),
      share(figures.wronglyHeld),
      share(figures.inDoubt),
    ]),
  )

const confidenceTable = (rows: Named<LabelledFigures>): string =>
  formatTable(
    ['redirects, precision', ...CONFIDENCES, ...CONFIDENCES.map((confidence) => `${confidence}, category`)],
    rows.map(([name, { confidences }]) => [
      name,
      ...CONFIDENCES.map((confidence) => share(confidences[confidence].right)),
      ...CONFIDENCES.map((confidence) => share(confidences[confidence].category)),
    ]),
  )

/** Rules alone beside rules with answers; all other tables are with answers. */
const opinionTable = ({ opinions, labelled, leftOut }: Evaluation): string =>
  formatTable(
    [
      'second opinion',
      'asked',
      'held: alone',
      'with answers',
      'wrongly held: alone',
      'with answers',
      'changed rightly (held, let pass)',
      'wrongly (held, let pass)',
      'unusable',
      'thrown away',
    ],
    [...opinions].map(([name, { asked, alone, unusable, thrownAway, changed }]) => {
      const after = labelled.get(name) ?? leftOut.get(name)
      return [
        name,
        share(asked),
        share(alone.held),
        after === undefined ? '-' : share(after.held),
        share(alone.wronglyHeld),
        after === undefined ? '-' : share(after.wronglyHeld),
        `${changed.heldRightly}, ${changed.passedRightly}`,
        `${changed.heldWrongly}, ${changed.passedWrongly}`,
        share(unusable),
        `${thrownAway}`,
      ]
    }),
  )

const innocentTable = (rows: Named<InnocentFigures>): string => {
  const rate = (figures: InnocentFigures, count: number) => `${figures.per1000(count).toFixed(2)} (${count})`
  return formatTable(
    [
      'innocent, per 1,000 lines',
      'lines',
      'stopped lines',
      'review|block',
      'above note',
      'incomplete',
      'in doubt',
      ...CONFIDENCES,
    ],
    rows.map(([name, figures]) => [
      name,
      `${figures.lines}`,
      rate(figures, figures.stoppedItems),
      rate(figures, figures.stoppedFindings),
      rate(figures, figures.findingsAboveNote),
      `${figures.incompleteItems}`,
      share(figures.inDoubt),
      ...CONFIDENCES.map((confidence) => `${figures.confidences[confidence]}`),
    ]),
  )
}

const findingCells = ({ precision, recall, category, span }: FindingFigures): string[] =>
  [precision, recall, category, span].map(share)

export const share = ({ got, of, value }: Share): string =>
  value === undefined ? '-' : `${value.toFixed(3)} (${got}/${of})`
