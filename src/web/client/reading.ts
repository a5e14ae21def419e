/** The fold-out that shows how a text was read: its plain view, services and data, and its morphemes. */
import type { ExplainedStatement, Explanation } from '../../core/contract/explanation.ts'
import { ask } from './api.ts'
import { element } from './element.ts'
import { sayFault } from './faults.ts'
import { t, tKnown } from './language.ts'
import { createLatest } from './latest.ts'

/** UTF-16 code units that are shown: rules are written on sentences, not on books. */
const SHOWN = 2_000

export interface Reading {
  /** Shows this text, now or when the fold-out is opened. */
  read(text: string): void
}

export function createReading(place: HTMLDetailsElement): Reading {
  let text = ''
  const body = place.querySelector('div')!
  const latest = createLatest(async (signal) => {
    try {
      const shown = firstOf(text)
      const answer = await ask<Explanation>('/v1/explain', { text: shown }, signal)
      body.replaceChildren(...show(answer, shown))
    } catch (fault) {
      if (!signal.aborted) body.replaceChildren(element('p', {}, sayFault(fault)))
    }
  })
  const refresh = () => {
    latest.cancel()
    if (!place.open) return
    if (text === '') body.replaceChildren()
    else latest.soon(200)
  }
  place.addEventListener('toggle', refresh)
  return {
    read(newer) {
      text = newer
      refresh()
    },
  }
}

/** The beginning of a text, without half a character at its end. */
const firstOf = (text: string): string => text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')

function show({ views, tokens, statements, mentions, data }: Explanation, text: string): HTMLElement[] {
  const steps = tokens.flatMap((token) => token.steps)
  return [
    ...views
      .filter((view) => view.text !== text)
      .map((view) =>
        part(t('reading.views'), element('pre', { lang: 'ja' }, view.text), element('code', {}, view.name)),
      ),
    ...(steps.length === 0
      ? []
      : [
          part(
            t('reading.steps'),
            table(
              ['reading.step', 'reading.from', 'reading.to'],
              steps.map(({ step, from, to }) => [step, from, to]),
            ),
          ),
        ]),
    ...(statements.length === 0
      ? []
      : [
          part(
            t('reading.statements'),
            table(
              [
                'reading.surface',
                'reading.predicate',
                'reading.acts',
                'reading.slots',
                'reading.parties',
                'reading.force',
                'reading.time',
                'reading.frame',
              ],
              statements.map((statement) => [
                text.slice(statement.span.start, statement.span.end),
                ...statementCells(statement),
              ]),
            ),
          ),
        ]),
    ...(mentions.length === 0
      ? []
      : [
          part(
            t('reading.mentions'),
            table(
              ['reading.surface', 'reading.service', 'reading.capability', 'reading.form', 'reading.span'],
              mentions.map(({ span, name, capability, form, certainty }) => [
                text.slice(span.start, span.end),
                name,
                capability,
                `${form} (${certainty})`,
                `${span.start}–${span.end}`,
              ]),
            ),
          ),
        ]),
    ...(data.length === 0
      ? []
      : [
          part(
            t('reading.data'),
            table(
              ['reading.surface', 'reading.kind', 'reading.value', 'reading.span'],
              data.map(({ span, kind, value, sample, partial }) => [
                text.slice(span.start, span.end),
                [kind, sample && 'sample', partial && 'partial'].filter((one) => one !== false).join(' '),
                value,
                `${span.start}–${span.end}`,
              ]),
            ),
          ),
        ]),
    part(
      t('reading.tokens'),
      table(
        [
          'reading.surface',
          'reading.pos',
          'reading.conjugation',
          'reading.base',
          'reading.reading',
          'reading.origin',
          'reading.span',
        ],
        tokens.map((token) => [
          token.surface.replace(/\n/g, '↵'),
          named(token.pos),
          named([token.conjugationType, token.conjugationForm]),
          token.baseForm.replace(/\n/g, '↵'),
          token.reading ?? '',
          tKnown(`origin.${token.origin}`),
          `${token.span.start}–${token.span.end}`,
        ]),
      ),
    ),
  ]
}

const statementCells = (one: ExplainedStatement): string[] => [
  one.predicate,
  one.acts.join(' '),
  one.slots.map(({ particle, head }) => `${particle || '-'}:${head}`).join(' '),
  `${one.who} → ${one.with}`,
  `${one.force}${one.positive ? '+' : '-'}`,
  one.time,
  one.frame,
]

const named = (levels: readonly string[]): string => levels.filter((level) => level !== '*').join('・')

const part = (title: string, ...content: HTMLElement[]): HTMLElement =>
  element('section', {}, element('h3', {}, title), ...content)

type Head = Parameters<typeof t>[0]

const table = (heads: readonly Head[], rows: readonly (readonly string[])[]): HTMLElement =>
  element(
    'div',
    { class: 'scroll', attributes: { tabindex: 0, role: 'region', 'aria-label': t(heads[0]!) } },
    element(
      'table',
      { class: 'dense' },
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map((head) => element('th', { attributes: { scope: 'col' } }, t(head)))),
      ),
      element(
        'tbody',
        { lang: 'ja' },
        ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell)))),
      ),
    ),
  )
