/** What to do in a report, by place: each line leads to the words. */
import { isTone } from '../../core/contract/category.ts'
import type { Account } from './account-parts.ts'
import { fieldId, pathName } from './account-report.ts'
import { countsOf } from './card-groups.ts'
import { element } from './element.ts'
import type { AccountReport } from './join-answers.ts'
import { t } from './language.ts'

type Found = AccountReport['findings'][number]

export interface ToDoSource {
  /** Before the ids of the report's fields (`ReportOptions.id`). */
  readonly id: string
  readonly account: Account
  readonly report: AccountReport
  /** Those that ask for something. */
  readonly findings: readonly Found[]
  /** What the account is called, where there are several. */
  readonly name?: string
}

export function toDoItems({ id, account, report, findings, name }: ToDoSource): HTMLElement[] {
  const places = new Map<string, Found[]>()
  for (const finding of findings) places.set(finding.path, [...(places.get(finding.path) ?? []), finding])
  return [
    ...[...places].map(([path, found]) => {
      const words = [...new Set(found.map(({ excerpt }) => `「${shorten(excerpt)}」`))].join('')
      const [hardest] = countsOf(found)[0]!
      const isAllTone = found.every(isTone)
      const key = isAllTone ? 'pages.todo.rewrite' : 'pages.todo.remove'
      return element(
        'li',
        {},
        element('span', { class: 'badge', data: { action: hardest } }, t(`action.${hardest}`)),
        ' ',
        element(
          'a',
          { attributes: { href: `#${fieldId(id, path)}` } },
          `${name === undefined ? '' : `${name} › `}${pathName(path, account)}`,
        ),
        `: ${t(key, { words })}`,
      )
    }),
    ...report.notLookedAt
      .filter(({ url }) => url !== undefined)
      .map(({ url }) => element('li', {}, t('pages.todo.unseen', { what: url! }))),
  ]
}

const shorten = (words: string): string => {
  const letters = [...words.replace(/\s+/g, ' ')]
  return letters.length <= 30 ? letters.join('') : `${letters.slice(0, 30).join('')}…`
}
