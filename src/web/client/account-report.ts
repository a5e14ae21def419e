/** The audit report of an account: the verdict, how much of what, and every finding in its own field. */
import type { Action, Finding } from '../../core/contract/report.ts'
import { fieldName } from '../strings/fields.ts'
import { type Account, textAt } from './account-parts.ts'
import { cardGroups } from './card-groups.ts'
import { card } from './cards.ts'
import { element } from './element.ts'
import type { AccountReport } from './join-answers.ts'
import { both, t, tKnown } from './language.ts'
import { type Mark, segmentsOf } from './segments.ts'
import { showVerdict } from './verdict.ts'

const ACTIONS: readonly Action[] = ['block', 'review', 'warn', 'note']

export interface ReportOptions {
  /** Before the ids of the fields, so that lists can lead to them. */
  readonly id?: string
  /** What to do, before the findings. */
  readonly toDos?: readonly HTMLElement[]
  /** Beside a finding's buttons. */
  readonly extra?: (finding: AccountReport['findings'][number], text: string) => HTMLElement
}

export function accountReport(
  report: AccountReport,
  account: Account,
  marketplace: string,
  options: ReportOptions = {},
): HTMLElement[] {
  const verdict = element('div', { class: 'verdict' })
  // A talkroom is what one sends; pages are saved.
  showVerdict(verdict, report.verdict, account.parts[0]?.path === '/v1/lint/thread' ? 'message' : 'profile')
  const count = (action: Action) =>
    [...report.findings, ...(report.facts ?? [])].filter((one) => one.action === action).length
  const byPath = new Map<string, AccountReport['findings'][number][]>()
  for (const finding of report.findings) {
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding])
  }
  const isClean =
    report.fields > 0 &&
    report.findings.length + report.incomplete.length + report.notLookedAt.length === 0 &&
    (report.facts ?? []).length === 0
  return [
    verdict,
    element('p', {}, t('account.done', { fields: report.fields })),
    ...(report.stopped ? [element('p', { class: 'notice' }, t('account.stopped'))] : []),
    element(
      'ul',
      { class: 'counts', attributes: { 'aria-label': t('account.summary') } },
      ...ACTIONS.map((action) =>
        element(
          'li',
          {},
          element('span', { class: 'badge', data: { action } }, tKnown(`action.${action}`)),
          ` ${count(action)}`,
        ),
      ),
    ),
    ...(isClean && !report.stopped ? [element('p', {}, t('account.clean'))] : []),
    ...((options.toDos?.length ?? 0) === 0
      ? []
      : [element('h3', {}, t('pages.todo')), element('ul', { class: 'to-dos' }, ...(options.toDos ?? []))]),
    ...(report.facts ?? []).map(({ action, says, why }) =>
      element(
        'div',
        { class: 'card', data: { action } },
        element('span', { class: 'badge', data: { action } }, tKnown(`action.${action}`)),
        element('p', { class: 'says', lang: 'ja' }, says),
        element('p', { class: 'why', lang: 'ja' }, why),
      ),
    ),
    ...[...byPath].map(([path, findings]) => field(path, findings, account, marketplace, options)),
    ...list(
      t('account.unseen'),
      report.notLookedAt.map(({ path, url, says }) => [pathName(path, account), url ?? '', says]),
    ),
    ...list(t('account.faults'), [
      ...report.incomplete.map(({ path, code, detail }) => [
        pathName(path, account),
        '',
        `${tKnown(`incomplete.${code}`)}: ${detail}`,
      ]),
    ]),
    ...list(
      t('account.unknown'),
      report.unknown.map(({ path, meant }) => [
        path,
        '',
        meant === undefined ? '' : t('account.meant', { key: meant }),
      ]),
    ),
  ]
}

function field(
  path: string,
  findings: AccountReport['findings'],
  account: Account,
  marketplace: string,
  { id, extra }: ReportOptions,
): HTMLElement {
  const text = textAt(account.document, path)
  const via = findings[0]?.via
  return element(
    'section',
    {
      class: 'audit-field',
      attributes: id === undefined ? {} : { id: fieldId(id, path), tabindex: -1 },
    },
    element('h3', {}, pathName(path, account)),
    element('p', { class: 'small' }, element('code', {}, path)),
    via !== undefined && element('p', { class: 'small' }, t('account.via', { path: pathName(via, account) })),
    text !== undefined && markedText(text, findings),
    element(
      'ol',
      { class: 'cards' },
      ...cardGroups(findings).map(([first, ...others]) =>
        card(findings[first!]!, first!, marketplace, {
          also: others.map((index) => ({ finding: findings[index]!, index })),
          extra: extra && ((index) => extra(findings[index]!, text ?? '')),
        }),
      ),
    ),
  )
}

/** The element of a field's report. */
export const fieldId = (id: string, path: string): string =>
  `field-${id}-${path.replace(/[^\p{L}\p{N}]+/gu, '-')}`

/** Code units of a text that are shown before the first and after the last finding. */
const AROUND = 60

function markedText(text: string, findings: readonly Finding[]): HTMLElement {
  const marks: Mark[] = findings
    .map(({ span, action }, finding) => ({ span, action, finding }))
    .sort((a, b) => a.span.start - b.span.start)
  const from = whole(text, Math.max(0, Math.min(...marks.map(({ span }) => span.start)) - AROUND))
  const to = whole(text, Math.min(text.length, Math.max(...marks.map(({ span }) => span.end)) + AROUND))
  return element(
    'p',
    { class: 'audit-text', lang: 'ja' },
    from > 0 && '…',
    ...segmentsOf(from, to, marks).map(({ start, end, action }) =>
      action === undefined
        ? text.slice(start, end)
        : element('mark', { class: 'line', data: { action } }, text.slice(start, end)),
    ),
    to < text.length && '…',
  )
}

/** The position, or the one behind it where it stands inside a character. */
const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? at + 1 : at

/** `portfolio[2].images[0].alt` → ポートフォリオ 3 › 画像 1 › 代替テキスト; a table's by row and header. */
export function pathName(path: string, { headers }: Account): string {
  const row = /^portfolio\[(\d+)\]\.(.+)$/.exec(path)
  const header = row === null ? undefined : headers.get(row[2]!)
  if (header !== undefined) return `${t('account.row', { row: Number(row![1]) + 1 })} › ${header}`
  return path
    .split('.')
    .map((step) => {
      const [, key = step, index] = /^([^[]*)(?:\[(\d+)\])?/.exec(step) ?? []
      return both(fieldName(key)) + (index === undefined ? '' : ` ${Number(index) + 1}`)
    })
    .join(' › ')
}

const list = (title: string, rows: readonly (readonly string[])[]): HTMLElement[] =>
  rows.length === 0
    ? []
    : [
        element(
          'section',
          { class: 'audit-list' },
          element('h3', {}, title),
          element(
            'ul',
            {},
            ...rows.map(([place = '', what = '', says = '']) =>
              element(
                'li',
                {},
                `${place} `,
                what !== '' && element('code', {}, what),
                what !== '' && ' ',
                element('span', { lang: 'ja' }, says),
              ),
            ),
          ),
        ),
      ]
