/** What to do, by page and place: each line leads to the words. */
import { type Account, textAt } from '../account-parts.ts'
import { fieldId, pathName } from '../account-report.ts'
import { element } from '../element.ts'
import type { AccountReport } from '../join-answers.ts'
import { t, tKnown } from '../language.ts'
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

function itemsOf(checked: CheckedPage, shelf: Shelf): HTMLElement[] {
  const { page, account, report } = checked
  const places = new Map<string, Found[]>()
  for (const finding of openFindings(checked, shelf)) {
    places.set(finding.path, [...(places.get(finding.path) ?? []), finding])
  }
  return [
    ...[...places].map(([path, findings]) => {
      const words = [...new Set(findings.map(({ excerpt }) => `「${shorten(excerpt)}」`))].join('')
      const [first] = findings
      const key = first!.category.startsWith('tone.') ? 'pages.todo.rewrite' : 'pages.todo.remove'
      return element(
        'li',
        {},
        element(
          'span',
          { class: 'badge', data: { action: first!.action } },
          tKnown(`action.${first!.action}`),
        ),
        ' ',
        element(
          'a',
          { attributes: { href: `#${fieldId(page.id, path)}` } },
          `${page.name} › ${pathName(path, account)}`,
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
