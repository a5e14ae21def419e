/** The card of a finding: its words, why, what to write instead, and buttons that put it right or lead to it. */
import type { Finding } from '../../../core/contract/report.ts'
import { element } from '../element.ts'
import type { FieldWords } from './field-words.ts'

export interface CardButtons {
  readonly fix: () => void
  readonly show: () => void
}

/** @param index of the finding in its report */
export function findingCard(
  { action, excerpt, says, why, instead, form, fix, trail }: Finding,
  index: number,
  words: FieldWords,
  buttons: CardButtons,
): HTMLElement {
  const line = (part: string, ...text: (string | HTMLElement)[]) =>
    element('p', { lang: 'ja', attributes: { part } }, ...text)
  const button = (part: keyof CardButtons, label: string) =>
    element('button', { attributes: { type: 'button', part }, on: { click: buttons[part] } }, label)
  return element(
    'li',
    { class: 'card', data: { action, finding: index }, attributes: { part: `card card-${action}` } },
    element('span', { class: 'badge', attributes: { part: 'badge' } }, words.action[action]),
    ' ',
    element('q', { lang: 'ja' }, excerpt),
    line('says', says),
    trail !== undefined && line('trail', trail.join('、')),
    why !== says && line('why', why),
    instead !== undefined && line('instead', element('b', {}, words.instead), ` ${instead}`),
    form !== undefined && line('form', element('b', {}, words.form), ` ${form}`),
    element(
      'div',
      { class: 'doing' },
      fix !== undefined && button('fix', words.fix(fix.replacement)),
      button('show', words.show),
    ),
  )
}
