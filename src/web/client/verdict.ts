/** The verdict in one large word, and what it means. */
import type { LintReport, Verdict } from '../../core/contract/report.ts'
import { element } from './element.ts'
import { t } from './language.ts'

export function showVerdict(place: HTMLElement, verdict: Verdict | undefined): void {
  const shown = verdict ?? 'none'
  place.dataset.verdict = shown
  place.replaceChildren(
    element('p', { class: 'word' }, t(`verdict.${shown}`)),
    element('p', { class: 'says' }, t(`verdict.${shown}.says`)),
  )
}

export const spokenVerdict = ({ verdict, findings }: LintReport): string =>
  t('verdict.spoken', { verdict: t(`verdict.${verdict}`), count: findings.length })
