/** The same text's verdict on every marketplace and in every phase, as a small table. */
import type { Verdict } from '../../core/contract/report.ts'
import type { Channel, Phase } from '../../core/contract/submission.ts'
import type { StringKey } from '../strings/strings.ts'
import { ask } from './api.ts'
import { type Context, marketplaces } from './context.ts'
import { element } from './element.ts'
import { t } from './language.ts'

export interface Place {
  readonly name: StringKey
  readonly channel: Channel
  readonly phase: Phase
}

/** The places whose columns differ in some marketplace's table. */
export const PLACES: readonly Place[] = [
  { name: 'passport.before', channel: 'message', phase: 'before_contract' },
  { name: 'passport.in', channel: 'talkroom', phase: 'in_contract' },
  { name: 'passport.delivery', channel: 'delivery', phase: 'in_contract' },
  { name: 'passport.page', channel: 'portfolio', phase: 'before_contract' },
]

/** Verdicts by marketplace, in the order of `PLACES`; `undefined` where the key may not use the marketplace. */
export type Passport = ReadonlyMap<string, readonly (Verdict | undefined)[]>

interface Cells {
  readonly cells: readonly { readonly marketplace: string; readonly report: { readonly verdict: Verdict } }[]
}

export async function askPassport(context: Context, text: string, signal: AbortSignal): Promise<Passport> {
  const { marketplace: _, channel: __, phase: ___, ...rest } = context
  const columns: Cells[] = []
  // One after the other: what a newer text makes pointless is then never asked.
  for (const { channel, phase } of PLACES) {
    const body = { ...rest, channels: [channel], phases: [phase], text }
    columns.push(await ask<Cells>('/v1/passport', body, signal))
  }
  const verdict = (id: string, column: Cells) =>
    column.cells.find(({ marketplace }) => marketplace === id)?.report.verdict
  return new Map(marketplaces().map(({ id }) => [id, columns.map((column) => verdict(id, column))]))
}

export function showPassport(
  place: HTMLElement,
  passport: Passport,
  context: Context,
  choose: (marketplace: string, place: Place) => void,
): void {
  const heads = PLACES.map(({ name }) => element('th', { attributes: { scope: 'col' } }, t(name)))
  const rows = marketplaces().map(({ id, title }) =>
    element(
      'tr',
      {},
      element('th', { lang: 'ja', attributes: { scope: 'row' } }, title),
      ...PLACES.map((one, index) => {
        const verdict = passport.get(id)?.[index]
        if (verdict === undefined) return element('td', {})
        const here =
          context.marketplace === id &&
          context.channel === one.channel &&
          (context.phase ?? one.phase) === one.phase
        const name = `${title}、${t(one.name)}:${t(`verdict.${verdict}`)}`
        return element(
          'td',
          { data: { place: t(one.name) } },
          element(
            'button',
            {
              class: 'cell',
              data: { verdict },
              attributes: { type: 'button', 'aria-label': name, 'aria-pressed': String(here) },
              on: { click: () => choose(id, one) },
            },
            t(`verdict.${verdict}`),
          ),
        )
      }),
    ),
  )
  place.replaceChildren(
    element('h2', {}, t('passport.title')),
    element('p', { class: 'small' }, t('passport.lead')),
    element(
      'div',
      { class: 'scroll', attributes: { tabindex: 0, role: 'region', 'aria-label': t('passport.caption') } },
      element(
        'table',
        {},
        element('caption', { class: 'spoken' }, t('passport.caption')),
        element('thead', {}, element('tr', {}, element('td', {}), ...heads)),
        element('tbody', {}, ...rows),
      ),
    ),
  )
  place.hidden = false
}
