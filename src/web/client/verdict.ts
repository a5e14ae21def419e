/** The verdict in one large word, and what it means. */
import type { LintReport, Verdict } from '../../core/contract/report.ts'
import type { StringKey } from '../strings/strings.ts'
import { element } from './element.ts'
import { t } from './language.ts'

/**
 * What stands in the place of the verdict, which always belongs to the text beside it. `none`: there is no text; `busy`:
 * it is being looked at; `unknown`: it could not be judged.
 */
export type Shown = Verdict | 'none' | 'busy' | 'unknown'

/** Where one sends; elsewhere one saves. */
const SENT: ReadonlySet<string> = new Set(['message', 'talkroom', 'delivery', 'proposal'])

const saysKey = (shown: Shown, channel: string | undefined): StringKey =>
  (shown === 'allow' || shown === 'warn' || shown === 'review' || shown === 'block') &&
  SENT.has(channel ?? 'message')
    ? `verdict.${shown}.sent`
    : `verdict.${shown}.says`

/** @param channel where the text will stand; a message, where nothing is said */
export function showVerdict(place: HTMLElement, shown: Shown, channel?: string): void {
  place.dataset.verdict = shown
  place.replaceChildren(
    element('p', { class: 'word' }, t(`verdict.${shown}`)),
    element('p', { class: 'says' }, t(saysKey(shown, channel))),
  )
}

export const spokenVerdict = ({ verdict, findings }: LintReport): string =>
  t('verdict.spoken', { verdict: t(`verdict.${verdict}`), count: findings.length })
