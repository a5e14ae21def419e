/** `--format pretty`: for a person at a terminal: the line, the words underlined, the reason, a better wording. */
import { createColors } from 'picocolors'
import type { Action, Because, Doubt, Finding, Verdict } from '../../core/contract/report.ts'
import type { FieldReport } from '../../core/documents/split-report.ts'
import type { LintedEvent, ResultEvent } from '../read-event.ts'
import { ACTION_LABELS, CONFIDENCE_LABELS, countsInWords, Tally, VERDICT_LABELS } from '../tally.ts'
import type { FormatOptions, Formatter } from './formatter.ts'
import { opinionInWords } from './opinion-in-words.ts'
import { pathOf, placeInWords, wordsPlace } from './place-of.ts'
import { underline } from './underline.ts'
import { visibleText } from './visible.ts'

const SIGNS: Readonly<Record<Action, string>> = { note: '・', warn: '▲', review: '◆', block: '■' }

export const prettyFormatter = ({ colour, width, all }: FormatOptions): Formatter => {
  const paint = createColors(colour)
  const PAINTS: Readonly<Record<Action | Verdict, (text: string) => string>> = {
    allow: paint.green,
    note: paint.cyan,
    warn: paint.yellow,
    review: paint.magenta,
    block: paint.red,
  }
  const total = new Tally()
  let files = 0
  let written = false

  const heading = (place: string, verdict: Verdict, context: string) => {
    const gap = written ? '\n' : ''
    written = true
    return `${gap}${paint.bold(place)}${context ? ` ${paint.dim(context)}` : ''} ${PAINTS[verdict](VERDICT_LABELS[verdict])}\n`
  }

  const details = ({
    action,
    confidence,
    category,
    rule,
    says,
    why,
    instead,
    form,
    trail,
    stage,
    because,
  }: DetailedFinding) => {
    const line = (label: string, text: string | undefined) =>
      text ? `    ${paint.dim(label)} ${visibleText(text)}\n` : ''
    const trial = stage === 'trial' ? '(試行中)' : ''
    const sure =
      confidence === undefined || confidence === 'certain' ? '' : `(${CONFIDENCE_LABELS[confidence]})`
    return [
      `  ${PAINTS[action](`${SIGNS[action]} ${ACTION_LABELS[action]}${sure}${trial}`)} ${says} ${paint.dim(`${category} ${rule}`)}\n`,
      line('解読  ', trail?.join('、')),
      line('理由  ', why),
      line('代わりに', instead),
      line('申請  ', form),
      all ? line('根拠  ', groundsInWords(because)) : '',
    ].join('')
  }

  const words = (
    event: LintedEvent,
    field: FieldReport,
    finding: Pick<Finding, 'span'>,
    painted: (text: string) => string,
  ) => {
    const at = wordsPlace(event.place, field, finding.span)
    const first = event.place.plain && at ? at.start.line : undefined
    const lines = underline(field.text, finding.span, Math.max(20, width - 8))
    const base = lines[0]?.line ?? 0
    return lines
      .slice(0, 4)
      .map(({ line, before, words, after, indent, length }) => {
        const number = first === undefined ? '' : `${first + line - base}`
        const margin = ' '.repeat(Math.max(number.length, 2))
        return [
          `  ${paint.dim(`${number.padStart(margin.length)} |`)} ${before}${painted(paint.bold(words))}${after}\n`,
          `  ${paint.dim(`${margin} |`)} ${' '.repeat(indent)}${painted('~'.repeat(length))}\n`,
        ].join('')
      })
      .concat(
        lines.length > 4 ? [`  ${paint.dim('   |')} ${paint.dim(`(あと${lines.length - 4}行)`)}\n`] : [],
      )
      .join('')
  }

  const doubtful = ({ category, reason = '規則では判断できません。' }: Doubt) =>
    `  ${paint.dim('? 判断保留')} ${visibleText(reason)} ${paint.dim(category)}\n`

  const linted = (event: LintedEvent) =>
    event.fields
      .filter(
        ({ report }) =>
          all || report.findings.length + report.incomplete.length > 0 || report.secondOpinion !== undefined,
      )
      .map((field) => {
        const { report } = field
        const first = report.findings[0]
        const at = first && wordsPlace(event.place, field, first.span)
        const { marketplace, channel } = event.passage.submission
        const path = pathOf(event, field)
        const place = placeInWords(event, path, at)
        return [
          heading(visibleText(named(place, event)), report.verdict, `${marketplace} ${channel}`),
          ...report.findings.map(
            (finding) => words(event, field, finding, PAINTS[finding.action]) + details(finding),
          ),
          ...(all
            ? report.doubts.map((doubt) => words(event, field, doubt, paint.dim) + doubtful(doubt))
            : []),
          ...(report.secondOpinion === undefined
            ? []
            : [`  ${paint.dim(visibleText(opinionInWords(report.secondOpinion)))}\n`]),
          ...report.incomplete.map(
            ({ detail, code }) =>
              `  ${paint.magenta('◆ 未確認')} ${visibleText(detail)} ${paint.dim(code)}\n`,
          ),
        ].join('')
      })
      .join('')

  const other = (event: ResultEvent): string => {
    switch (event.type) {
      case 'begin':
        files += 1
        return ''
      case 'facts': {
        if (event.facts.length === 0) return ''
        const verdict = event.facts.some(({ action }) => action === 'warn') ? 'warn' : 'allow'
        return [
          heading(visibleText(`${event.file} やり取り全体`), verdict, ''),
          ...event.facts.map(
            (fact) => `${details(fact)}    ${paint.dim('該当  ')} ${visibleText(fact.messages.join('、'))}\n`,
          ),
        ].join('')
      }
      case 'not-looked-at': {
        const place = placeInWords(event, pathOf(event, event.what), undefined)
        return [
          heading(visibleText(place), 'review', ''),
          `  ${paint.magenta('◆ 未確認')} ${event.what.says} ${visibleText(event.what.url ?? '')}\n`,
        ].join('')
      }
      default:
        return ''
    }
  }

  return {
    event(event) {
      total.add(event)
      return event.type === 'linted' ? linted(event) : other(event)
    },
    end() {
      const gap = written ? '\n' : ''
      const { verdict, fields, findings, doubts, incomplete, notLookedAt, faults } = total
      const counts = [
        countsInWords(findings),
        all && doubts > 0 ? `判断保留 ${doubts}件` : '',
        incomplete + notLookedAt > 0 ? `未確認 ${incomplete + notLookedAt}件` : '',
        faults > 0 ? `読めなかったところ ${faults}件` : '',
      ].filter((part) => part !== '')
      const found = counts.length > 0 ? counts.join('、') : '指摘はありません'
      return `${gap}${PAINTS[verdict](VERDICT_LABELS[verdict])}: ${files}ファイル、${fields}か所。${found}。\n`
    },
  }
}

/** A finding, or a fact about a thread. */
interface DetailedFinding
  extends Pick<Finding, 'action' | 'category' | 'rule' | 'says' | 'why'>,
    Partial<Pick<Finding, 'confidence' | 'instead' | 'form' | 'trail' | 'stage' | 'because'>> {}

const groundsInWords = (because: Because | undefined): string | undefined => {
  const excused = because?.excused?.length
    ? `当てはまらなかった除外: ${because.excused.join('、')}`
    : undefined
  const grounds = [because?.line, excused].filter((part) => part !== undefined)
  return grounds.length === 0 ? undefined : grounds.join(' / ')
}

/** Submissions of a list are told apart by their ids. */
const named = (place: string, { passage, shape }: LintedEvent): string => {
  const { id } = passage.submission
  return shape === 'submission' && id !== undefined && !place.startsWith(id) ? `${place} (${id})` : place
}
