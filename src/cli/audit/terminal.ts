/** The audit on a terminal. */
import { createColors } from 'picocolors'
import type { Action } from '../../core/contract/report.ts'
import type { JudgedCriterion } from '../../core/documents/about-account.ts'
import { asQuestion } from '../../core/lint/as-question.ts'
import { formatFault } from '../fault.ts'
import { underline } from '../format/underline.ts'
import { visibleText } from '../format/visible.ts'
import { ACTION_LABELS, countsInWords } from '../tally.ts'
import type { Audit, AuditFinding } from './audit.ts'
import { criterionInWords, STATUS_LABELS } from './criterion-in-words.ts'
import { toDosOf } from './to-dos.ts'
import { verdictInWords } from './verdict-in-words.ts'

export const auditForTerminal = (
  audit: Audit,
  { colour, width }: { colour: boolean; width: number },
): string => {
  const paint = createColors(colour)
  const PAINTS: Readonly<Record<Action, (text: string) => string>> = {
    note: paint.cyan,
    warn: paint.yellow,
    review: paint.magenta,
    block: paint.red,
  }
  const { tally, about, facts, gaps, faults, certifications } = audit
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${paint.bold(title)}\n${lines.join('\n')}\n`

  const finding = ({ label, path, via, text, finding }: AuditFinding): string => {
    const { action, confidence, says, why, instead, form, trail, excerpt, span } = finding
    const [line] = underline(text, span, Math.max(20, width - 6))
    const detail = (name: string, value: string | undefined) =>
      value ? [`      ${paint.dim(name)} ${visibleText(value)}`] : []
    return [
      `  ${PAINTS[action](ACTION_LABELS[action])} ${paint.bold(visibleText(label))} ${paint.dim(path)}`,
      ...(via ? [`      ${paint.dim('リンク元')} ${visibleText(via)}`] : []),
      ...(line
        ? [
            `      ${line.before}${PAINTS[action](paint.bold(line.words))}${line.after}`,
            `      ${' '.repeat(line.indent)}${PAINTS[action]('~'.repeat(line.length))}`,
          ]
        : [`      ${visibleText(excerpt)}`]),
      `      ${confidence === 'possible' ? asQuestion(says) : says}`,
      ...detail('解読', trail?.join('、')),
      ...detail('理由', why),
      ...detail('代わりに', instead),
      ...detail('申請', form),
    ].join('\n')
  }
  const criterion = (one: JudgedCriterion) => {
    const colour = { met: paint.green, unmet: paint.red, unknown: paint.dim }[one.status]
    return `  ${colour(STATUS_LABELS[one.status])} ${criterionInWords(one)}`
  }

  const { findings } = audit
  const above = findings.filter((one) => one.finding.action !== 'note')
  const notes = findings.filter((one) => one.finding.action === 'note')
  const who = [about?.displayName, about?.marketplace].filter(Boolean).join(' / ')
  return [
    `${paint.bold(visibleText(who || audit.file))}${who ? ` ${paint.dim(visibleText(audit.file))}` : ''}\n`,
    `${verdictInWords(audit)}\n`,
    `${tally.fields}か所を確かめました。${countsInWords(tally.findings) || '指摘はありません'}${gaps.length > 0 ? `、未確認 ${gaps.length}件` : ''}\n`,
    section(
      'やること',
      toDosOf(audit).map(({ text }) => `  □ ${visibleText(text)}`),
    ),
    section('直すところ(重い順)', above.map(finding)),
    audit.hidden > 0 ? `  ほかに${audit.hidden}件あります。\n` : '',
    section(
      'やり取り全体',
      facts.map(({ action, says, why, instead, messages }) =>
        [
          `  ${PAINTS[action](ACTION_LABELS[action])} ${says} ${paint.dim(visibleText(messages.join('、')))}`,
          `      ${paint.dim('理由')} ${why}`,
          `      ${paint.dim('代わりに')} ${instead}`,
        ].join('\n'),
      ),
    ),
    section('参考', notes.map(finding)),
    section(
      '確かめていないところ',
      gaps.map(({ label, path, says, url }) =>
        [
          `  ${visibleText(label)} ${paint.dim(path)}`,
          `      ${says}`,
          ...(url ? [`      ${visibleText(url)}`] : []),
        ].join('\n'),
      ),
    ),
    ...certifications.map(({ certification, criteria }) =>
      section(`${certification.title}の基準`, [
        ...criteria.map(criterion),
        `  ${paint.dim(`出典 ${certification.source.url} (${certification.source.read})`)}`,
      ]),
    ),
    section(
      '読めなかったところ',
      faults.map((fault) => `  ${visibleText(formatFault(fault))}`),
    ),
    section(
      'お知らせ',
      audit.notes.map((note) => `  ${visibleText(note)}`),
    ),
  ].join('')
}
