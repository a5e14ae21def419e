/** A link that opens the same text in the same place, and the report as plain text. What stands behind the # is sent nowhere. */
import type { LintReport } from '../../core/contract/report.ts'
import { asQuestion } from '../../core/lint/as-question.ts'
import { cardGroups } from './card-groups.ts'
import { contextValues } from './context.ts'
import { byId } from './element.ts'
import { t } from './language.ts'

export interface Shared {
  readonly text: string
  readonly report: LintReport | undefined
}

const linkTo = (text: string): string => {
  const values = Object.entries(contextValues()).filter(([, value]) => value !== '')
  const hash = new URLSearchParams([['text', text], ...values])
  return `${location.origin}${location.pathname}#${hash}`
}

/** The report for a mail or a ticket. */
export const reportInWords = ({ verdict, findings }: LintReport): string =>
  [
    `${t('site.title')}: ${t(`verdict.${verdict}`)}`,
    ...cardGroups(findings).map((group) => {
      const { action, confidence, says, why, instead, rule } = findings[group[0]!]!
      return [
        `■ ${t(`action.${action}`)} ${group.map((index) => `「${findings[index]!.excerpt}」`).join('')}`,
        `  ${confidence === 'possible' ? asQuestion(says) : says}`,
        ...(why === says ? [] : [`  ${why}`]),
        ...(instead === undefined ? [] : [`  ${t('finding.instead')}: ${instead}`]),
        `  ${rule}`,
      ].join('\n')
    }),
  ].join('\n\n')

/** The two buttons; there are none where the browser lets nobody copy. */
export function startSharing(shared: () => Shared): { refresh(): void } {
  const [link, words] = [byId('share-link'), byId('share-report')]
  const copy = (make: (shared: Shared) => string | undefined) => async () => {
    const made = make(shared())
    if (made === undefined) return
    await navigator.clipboard.writeText(made)
    byId('spoken').textContent = t('share.done')
  }
  link.addEventListener(
    'click',
    copy(({ text }) => linkTo(text)),
  )
  words.addEventListener(
    'click',
    copy(({ report }) => report && reportInWords(report)),
  )
  return {
    refresh() {
      const { text, report } = shared()
      const isPossible = navigator.clipboard !== undefined
      link.hidden = !isPossible || text.trim() === ''
      words.hidden = !isPossible || report === undefined
    },
  }
}
