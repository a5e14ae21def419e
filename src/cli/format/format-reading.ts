/** How a text was read, for a terminal: services, data, and what each sentence says. */
import type { ExplainedStatement, Explanation } from '../../core/contract/explanation.ts'
import { formatTable } from './format-table.ts'

export const formatReading = ({ views, statements, mentions, data }: Explanation, text: string): string => {
  const words = ({ start, end }: { start: number; end: number }) => oneLine(text.slice(start, end))
  const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [`${title}\n${formatTable(head, rows, { left: true })}`]
  const parts = [
    ...views.filter((view) => view.text !== text).map((view) => `${view.name}\n${oneLine(view.text)}\n`),
    ...part(
      'services',
      ['words', 'service', 'capability', 'form'],
      mentions.map(({ span, name, capability, form, certainty }) => [
        words(span),
        name,
        capability,
        `${form} (${certainty})`,
      ]),
    ),
    ...part(
      'data',
      ['words', 'kind', 'value'],
      data.map(({ span, kind, value, sample, partial }) => [
        words(span),
        [kind, ...(sample ? ['sample'] : []), ...(partial ? ['partial'] : [])].join(' '),
        oneLine(value),
      ]),
    ),
    ...part(
      'statements',
      ['words', ...STATEMENT_HEAD],
      statements.map((statement) => [words(statement.span), ...statementCells(statement)]),
    ),
  ]
  return parts.length === 0 ? 'nothing is said here\n' : parts.join('\n')
}

const STATEMENT_HEAD = ['predicate', 'acts', 'slots', 'who → with', 'force', 'time', 'frame'] as const

const statementCells = (one: ExplainedStatement): string[] => [
  one.predicate,
  one.acts.join(' ') || '-',
  slotsOf(one),
  `${one.who} → ${one.with}`,
  `${one.force}${one.positive ? '+' : '-'}`,
  one.time,
  `${one.frame}${one.conditional ? ' conditional' : ''}${one.verbless ? ' verbless' : ''}`,
]

/** 「話す {talk} で:LINE, both → reader, invite+, now, own」 */
export const formatStatement = (one: ExplainedStatement): string => {
  const [predicate, acts, slots, ...rest] = statementCells(one)
  return `${predicate} {${acts}} ${slots}, ${rest.join(', ')}`
}

/** A service with what it is: で:LINE (@messenger). */
const slotsOf = ({ slots }: ExplainedStatement): string =>
  slots
    .map(
      ({ particle, head, classes }) =>
        `${particle || '-'}:${head}${classes.length === 0 ? '' : ` (${classes.join(' ')})`}`,
    )
    .join(' ') || '-'

export const oneLine = (text: string): string => text.replaceAll('\n', '⏎')
