/** What to do, by page and place: each line leads to the words. */
import { type Account, textAt } from '../account-parts.ts'
import { element } from '../element.ts'
import type { AccountReport } from '../join-answers.ts'
import { t } from '../language.ts'
import { toDoItems } from '../to-do-items.ts'
import { markKey } from './marks.ts'
import type { Shelf, ShelfPage } from './shelf.ts'

export interface CheckedPage {
  readonly page: ShelfPage
  readonly account: Account
  readonly report: AccountReport
}

type Found = AccountReport['findings'][number]

/** Findings that ask for something, less those that somebody has marked. */
export const openFindings = ({ account, report }: CheckedPage, shelf: Shelf): Found[] =>
  report.findings.filter(
    (finding) =>
      finding.action !== 'note' &&
      !shelf.marks.has(markKey(finding, textAt(account.document, finding.path) ?? '')),
  )

export const markedCount = ({ account, report }: CheckedPage, shelf: Shelf): number =>
  report.findings.filter((finding) =>
    shelf.marks.has(markKey(finding, textAt(account.document, finding.path) ?? '')),
  ).length

export function toDoList(pages: readonly CheckedPage[], shelf: Shelf): HTMLElement {
  const items = pages.flatMap((checked) => itemsOf(checked, shelf))
  return items.length === 0
    ? element('p', {}, t('pages.todo.none'))
    : element('ul', { class: 'to-dos' }, ...items)
}

const itemsOf = (checked: CheckedPage, shelf: Shelf): HTMLElement[] =>
  toDoItems({
    ...checked,
    id: checked.page.id,
    name: checked.page.name,
    findings: openFindings(checked, shelf),
  })
