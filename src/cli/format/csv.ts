/** `--format csv`: one row a finding, as Excel opens it with Japanese intact: byte order mark, CRLF. */
import { stringify } from 'csv-stringify/sync'
import type { ResultEvent } from '../read-event.ts'
import { ACTION_LABELS, CONFIDENCE_LABELS } from '../tally.ts'
import type { Formatter } from './formatter.ts'
import { opinionInWords } from './opinion-in-words.ts'
import { pathOf, wordsPlace } from './place-of.ts'

const HEADER = [
  'ファイル',
  '場所',
  'リンク元',
  'ID',
  '行番号',
  'データの行',
  '列',
  '判定',
  '区分',
  'ルール',
  '該当箇所',
  '説明',
  '理由',
  '代わりの表現',
  '解読',
  '確度',
  '根拠',
] as const

type Row = readonly (string | number | undefined)[]

export const csvFormatter = (): Formatter => {
  let opened = false
  const open = (): string => {
    if (opened) return ''
    opened = true
    return `\uFEFF${rowsToText([HEADER])}`
  }
  return {
    event: (event) => open() + rowsToText(rowsOf(event)),
    end: open,
    state: () => opened,
    restore: (state) => {
      opened = state === true
    },
  }
}

/** A cell that begins like a formula gets a quote in front: a message must not calculate in its reader's spreadsheet. */
const rowsToText = (rows: readonly Row[]): string =>
  rows.length === 0
    ? ''
    : stringify(
        rows.map((row) =>
          HEADER.map((_, index) => {
            const cell = row[index]
            return typeof cell === 'string' ? cell.toWellFormed() : cell
          }),
        ),
        { record_delimiter: 'windows', escape_formulas: true },
      )

const rowsOf = (event: ResultEvent): Row[] => {
  switch (event.type) {
    case 'linted':
      return event.fields.flatMap((field) => {
        const { row, column } = event.place
        const via = field.via ? pathOf(event, { path: field.via }) : ''
        const place = [event.file, pathOf(event, field), via, event.passage.submission.id] as const
        return [
          ...field.report.findings.map((finding): Row => {
            const line = wordsPlace(event.place, field, finding.span)?.start.line
            const { action, category, rule, excerpt, says, why, instead, trail, confidence, because } =
              finding
            const what = [
              ACTION_LABELS[action],
              category,
              rule,
              excerpt,
              says,
              why,
              instead,
              trail?.join(' '),
              CONFIDENCE_LABELS[confidence],
              because?.line,
            ]
            return [...place, line, row, column, ...what]
          }),
          ...field.report.doubts.map(({ category, excerpt, span, reason }): Row => {
            const line = wordsPlace(event.place, field, span)?.start.line
            return [...place, line, row, column, '判断保留', category, '', excerpt, reason]
          }),
          ...(field.report.secondOpinion === undefined
            ? []
            : [
                [
                  ...place,
                  event.place.line,
                  row,
                  column,
                  '第二意見',
                  '',
                  '',
                  '',
                  opinionInWords(field.report.secondOpinion),
                ],
              ]),
          ...field.report.incomplete.map(
            ({ code, detail }): Row => [
              ...place,
              event.place.line,
              row,
              column,
              '未確認',
              code,
              '',
              '',
              detail,
            ],
          ),
        ]
      })
    case 'facts':
      return event.facts.map(
        ({ action, category, rule, messages, says, why, instead }): Row => [
          event.file,
          pathOf(event, { path: ['thread'] }),
          '',
          messages.join(' '),
          event.place.line,
          '',
          '',
          ACTION_LABELS[action],
          category,
          rule,
          '',
          says,
          why,
          instead,
        ],
      )
    case 'not-looked-at': {
      const { line, row, column } = event.place
      const { what } = event
      return [
        [
          event.file,
          pathOf(event, what),
          '',
          '',
          line,
          row,
          column,
          '未確認',
          what.code,
          '',
          what.url,
          what.says,
        ],
      ]
    }
    default:
      return []
  }
}
