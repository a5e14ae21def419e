/** The verdict in one large word, and what it means. */
import type { LintReport, Verdict } from '../../core/contract/report.ts'
import { element } from './element.ts'
import { t } from './language.ts'

/**
 * What stands in the place of the verdict, which always belongs to the text beside it. `none`: there is no text; `busy`:
 * it is being looked at; `unknown`: it could not be judged.
 */
export type Shown = Verdict | 'none' | 'busy' | 'unknown'

export function showVerdict(place: HTMLElement, shown: Shown): void {
  place.dataset.verdict = shown
  place.replaceChildren(
    element('p', { class: 'word' }, t(`verdict.${shown}`)),
    element('p', { class: 'says' }, t(`verdict.${shown}.says`)),
  )
}

export const spokenVerdict = ({ verdict, findings }: LintReport): string =>
  t('verdict.spoken', { verdict: t(`verdict.${verdict}`), count: findings.length })
