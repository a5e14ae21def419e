/** `--format github`: workflow commands that GitHub shows as annotations beside the lines. */
import type { Action } from '../../core/contract/report.ts'
import type { ResultEvent } from '../read-event.ts'
import { CONFIDENCE_LABELS } from '../tally.ts'
import type { Formatter } from './formatter.ts'
import { opinionInWords } from './opinion-in-words.ts'
import { pathOf, wordsPlace } from './place-of.ts'

const COMMANDS: Readonly<Record<Action, string>> = {
  note: 'notice',
  warn: 'warning',
  review: 'error',
  block: 'error',
}

export const githubFormatter = (): Formatter => ({ event: annotations, end: () => '' })

const annotations = (event: ResultEvent): string => {
  switch (event.type) {
    case 'linted':
      return event.fields
        .flatMap((field) => [
          ...field.report.findings.map((finding) => {
            const at = wordsPlace(event.place, field, finding.span)
            const position = at
              ? {
                  line: at.start.line,
                  endLine: at.end.line,
                  ...(at.exact ? { col: at.start.column, endColumn: at.end.column } : {}),
                }
              : {}
            const path = pathOf(event, field)
            const place = path === 'text' ? '' : `${path}: `
            const sure = finding.confidence === 'certain' ? '' : `(${CONFIDENCE_LABELS[finding.confidence]})`
            const text = `${place}「${finding.excerpt}」 ${sure}${finding.says}${finding.instead ? ` 代わりに: ${finding.instead}` : ''}`
            return command(
              COMMANDS[finding.action],
              { file: event.file, ...position, title: finding.rule },
              text,
            )
          }),
          // Shown only to who turns debugging on: a doubt is nothing to tell a writer.
          ...field.report.doubts.map(({ category, excerpt, reason = '' }) =>
            command(
              'debug',
              {},
              `${event.file}: ${pathOf(event, field)}: 「${excerpt}」 ${category} ${reason}`.trimEnd(),
            ),
          ),
          ...(field.report.secondOpinion === undefined
            ? []
            : [
                command(
                  'debug',
                  {},
                  `${event.file}: ${pathOf(event, field)}: ${opinionInWords(field.report.secondOpinion)}`,
                ),
              ]),
          ...field.report.incomplete.map(({ code, detail }) =>
            command('warning', { file: event.file, title: 'sekisho/incomplete' }, `${code}: ${detail}`),
          ),
        ])
        .join('')
    case 'facts':
      return event.facts
        .map(({ action, rule, says, messages }) =>
          command(COMMANDS[action], { file: event.file, title: rule }, `${says} ${messages.join('、')}`),
        )
        .join('')
    case 'not-looked-at':
      return command(
        'warning',
        { file: event.file, title: 'sekisho/not-looked-at' },
        `${pathOf(event, event.what)}: ${event.what.says} ${event.what.url ?? ''}`,
      )
    case 'fault': {
      const { file, line, column, says } = event.fault
      const position = {
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { col: column }),
      }
      return command('error', { file, ...position, title: 'sekisho' }, says)
    }
    default:
      return ''
  }
}

const command = (
  name: string,
  properties: Readonly<Record<string, string | number>>,
  text: string,
): string => {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${[name, list.join(',')].filter(Boolean).join(' ')}::${data(text)}\n`
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
