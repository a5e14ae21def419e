/** A card for each finding: what, why, what to write instead, the rule, the trail of a disguise, the fix. */

import { OPINION_RULE } from '../../core/contract/opinion-rule.ts'
import type { Finding } from '../../core/contract/report.ts'
import { asQuestion } from '../../core/lint/as-question.ts'
import { categoryName } from '../strings/categories.ts'
import { element } from './element.ts'
import { both, t, tKnown } from './language.ts'
import { ruleAddress } from './site.ts'
import { sourceOf } from './sources.ts'

export interface CardOptions {
  /** Where a finding's words stand, if that is not plain. */
  readonly label?: (finding: number) => string
  /** Shows the finding's words in the text. */
  readonly show?: (finding: number) => void
  /** Applies its fix. */
  readonly fix?: (finding: number) => void
  /** Other findings that say the same, of other words. */
  readonly also?: readonly { readonly finding: Finding; readonly index: number }[]
  /** Beside a finding's buttons. */
  readonly extra?: ((finding: number) => HTMLElement) | undefined
}

export function card(
  finding: Finding,
  index: number,
  marketplace: string,
  options: CardOptions = {},
): HTMLLIElement {
  const { action, confidence, category, says, why, instead, form, trail } = finding
  const all = [{ finding, index }, ...(options.also ?? [])]
  const labels = new Set(all.map((one) => options.label?.(one.index) ?? ''))
  return element(
    'li',
    { class: 'card', data: { action, confidence, findings: all.map((one) => one.index).join(' ') } },
    element(
      'div',
      { class: 'head' },
      element('span', { class: 'badge', data: { action } }, tKnown(`action.${action}`)),
      options.label !== undefined && element('span', { class: 'label' }, [...labels].join(' ')),
      element('span', { class: 'category' }, both(categoryName(category))),
      finding.obfuscated === true && element('span', { class: 'tag' }, t('finding.obfuscated')),
      confidence === 'likely' && element('span', { class: 'tag' }, t('finding.likely')),
    ),
    ...(all.length === 1
      ? [words(finding)]
      : [
          element(
            'ul',
            { class: 'places' },
            ...all.map((one) =>
              element(
                'li',
                {},
                labels.size > 1 && element('span', { class: 'label' }, options.label?.(one.index)),
                words(one.finding),
                element('div', { class: 'doing' }, ...buttons(one.finding, one.index, options)),
              ),
            ),
          ),
        ]),
    element('p', { class: 'says', lang: 'ja' }, confidence === 'possible' ? asQuestion(says) : says),
    trail !== undefined && trailList(trail),
    why !== says && element('p', { class: 'why', lang: 'ja' }, why),
    instead !== undefined &&
      element(
        'p',
        { class: 'instead' },
        element('b', {}, t('finding.instead')),
        element('span', { lang: 'ja' }, instead),
      ),
    form !== undefined &&
      element(
        'p',
        { class: 'instead' },
        element('b', {}, t('finding.form')),
        element('span', { lang: 'ja' }, form),
      ),
    finding.stage === 'trial' && element('p', { class: 'small' }, t('finding.trial')),
    all.length === 1 && element('div', { class: 'doing' }, ...buttons(finding, index, options)),
    origin(finding, marketplace),
  )
}

const words = ({ excerpt }: Finding) =>
  element('p', { class: 'excerpt', lang: 'ja' }, element('q', {}, shorten(excerpt)))

/** What one can do about the words of a finding; each button says which words it is for. */
function buttons({ excerpt, fix }: Finding, index: number, options: CardOptions) {
  return [
    options.fix !== undefined &&
      fix !== undefined &&
      element(
        'button',
        {
          class: 'fix',
          attributes: { type: 'button' },
          data: { do: `fix ${index}` },
          on: { click: () => options.fix?.(index) },
        },
        fix.replacement === '' ? t('finding.fix.delete') : t('finding.fix', { text: fix.replacement }),
      ),
    options.show !== undefined &&
      element(
        'button',
        {
          class: 'quiet',
          attributes: { type: 'button', 'aria-label': `${t('finding.show')}:「${shorten(excerpt)}」` },
          data: { do: `show ${index}` },
          on: { click: () => options.show?.(index) },
        },
        t('finding.show'),
      ),
    options.extra?.(index),
  ]
}

/** Long excerpts (a whole block of a puzzle) keep their beginning and end. */
function shorten(words: string): string {
  const letters = [...words]
  return letters.length <= 80 ? words : `${letters.slice(0, 50).join('')} … ${letters.slice(-20).join('')}`
}

/** `ら〇ん → らいん → LINE`, a step a piece. */
const trailList = (trail: readonly string[]) =>
  element(
    'div',
    { class: 'trail' },
    element('span', { class: 'small' }, t('finding.trail')),
    ...trail.map((line) =>
      element(
        'ol',
        { lang: 'ja' },
        ...line.split(' → ').map((step) => element('li', {}, element('code', {}, step))),
      ),
    ),
  )

function origin(finding: Finding, marketplace: string): HTMLElement {
  const source = sourceOf(finding.rule, finding.category, marketplace)
  return element(
    'p',
    { class: 'small origin' },
    // What a second opinion has found is no rule's, and has no page.
    finding.rule === OPINION_RULE
      ? t('finding.opinion')
      : element(
          'span',
          {},
          `${t('finding.rule')} `,
          element('a', { attributes: { href: ruleAddress(finding.rule) } }, finding.rule),
        ),
    source !== undefined && ` · ${t('finding.source')} `,
    source !== undefined &&
      element(
        'a',
        { lang: 'ja', attributes: { href: source.url, rel: 'noreferrer external', target: '_blank' } },
        source.says,
      ),
    source !== undefined && ` (${t('finding.read', { date: source.read })})`,
  )
}
