/** What is judged otherwise, a card a text: where it stands, its words marked, and each marketplace's before and after. */
import type { Difference, Said, Side } from '../../../packs/compare-packs.ts'
import type { TrialRow } from '../../../packs/trial-protocol.ts'
import { element } from '../element.ts'
import { t, tKnown } from '../language.ts'
import { type Mark, segmentsOf } from '../segments.ts'
import { ruleAddress } from '../site.ts'

/** Cards at once: a page with thousands is no use to anybody. */
export const SHOWN = 100

export const changesVerdict = ({ differences }: TrialRow): boolean =>
  differences.some(({ before, after }) => before?.verdict !== after?.verdict)

/** @param titles of the marketplaces, by id */
export function trialRow(row: TrialRow, titles: ReadonlyMap<string, string>): HTMLLIElement {
  const { at, text, rule, differences } = row
  return element(
    'li',
    { class: 'trial-row', data: { changes: changesVerdict(row) ? 'verdict' : 'findings' } },
    element(
      'p',
      { class: 'small' },
      ...(rule === undefined
        ? [t('trial.row.line', { line: at + 1 })]
        : [`${t('trial.row.example')} `, element('a', { attributes: { href: ruleAddress(rule) } }, rule)]),
    ),
    marked(text, differences),
    ...grouped(differences).map((group) => difference(group, titles)),
  )
}

/** Marketplaces that change alike stand together. */
function grouped(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>()
  for (const one of differences) {
    const key = JSON.stringify([one.before, one.after])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

function difference(group: readonly Difference[], titles: ReadonlyMap<string, string>): HTMLElement {
  const { before, after } = group[0]!
  const names = group.map(({ marketplace }) => titles.get(marketplace) ?? marketplace).join('・')
  const isSame = before?.verdict === after?.verdict
  return element(
    'div',
    { class: 'trial-change' },
    element(
      'p',
      {},
      element('span', { lang: 'ja' }, `${names} `),
      verdictBadge(before),
      ...(isSame ? [] : [element('span', { class: 'arrow' }, ' → '), verdictBadge(after)]),
    ),
    list('trial.gone', '−', less(before, after)),
    list('trial.new', '+', less(after, before)),
  )
}

const verdictBadge = (side: Side | undefined): HTMLElement =>
  element(
    'span',
    { class: 'badge', data: { verdict: side?.verdict ?? 'none' } },
    side === undefined ? t('trial.absent') : tKnown(`verdict.${side.verdict}`),
  )

const keyOf = ({ rule, action, confidence, span }: Said) =>
  `${rule} ${action} ${confidence} ${span.start} ${span.end}`

/** What the first says and the other does not. */
function less(one: Side | undefined, other: Side | undefined): readonly Said[] {
  const known = new Set(other?.findings.map(keyOf))
  return (one?.findings ?? []).filter((finding) => !known.has(keyOf(finding)))
}

const list = (
  name: 'trial.gone' | 'trial.new',
  sign: string,
  findings: readonly Said[],
): HTMLElement | false =>
  findings.length > 0 &&
  element(
    'ul',
    { class: 'trial-findings', attributes: { 'aria-label': t(name) } },
    ...findings.map(({ rule, action }) =>
      element(
        'li',
        {},
        element('span', { attributes: { 'aria-hidden': 'true' } }, `${sign} `),
        `${tKnown(`action.${action}`)} `,
        element('code', {}, rule),
      ),
    ),
  )

/** The words that either side marks, as hard as the harder. */
function marked(text: string, differences: readonly Difference[]): HTMLElement {
  const marks: Mark[] = differences
    .flatMap(({ before, after }) => [...less(before, after), ...less(after, before)])
    .map(({ span, action }, finding) => ({ span, action, finding }))
    .sort((a, b) => a.span.start - b.span.start)
  return element(
    'p',
    { class: 'trial-text', lang: 'ja' },
    ...segmentsOf(0, text.length, marks).map(({ start, end, action }) =>
      action === undefined
        ? text.slice(start, end)
        : element('mark', { class: 'line', data: { action } }, text.slice(start, end)),
    ),
  )
}

/** For a table program: one line a text and marketplace. */
export function trialCsv(rows: readonly TrialRow[]): string {
  const cell = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`
  const rules = (findings: readonly Said[]) => findings.map(({ rule }) => rule).join(' ')
  const lines = rows.flatMap(({ at, text, rule = '', differences }) =>
    differences.map(({ marketplace, before, after }) => [
      at + 1,
      rule,
      marketplace,
      before?.verdict ?? '',
      after?.verdict ?? '',
      rules(less(before, after)),
      rules(less(after, before)),
      // No cell begins a formula.
      /^[=+\-@\t\r]/.test(text) ? `'${text}` : text,
    ]),
  )
  const head = ['line', 'example of', 'marketplace', 'before', 'after', 'gone', 'new', 'text']
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
