/** One's own pages, pasted or dropped: taken apart, linted, kept in this browser, and summed up in a to-do list. */
import type { PageKind } from '../../../sites/take-apart.ts'
import { FileFault, partsOf } from '../account-parts.ts'
import { accountReport } from '../account-report.ts'
import { lintAccount } from '../account-run.ts'
import { ApiFault } from '../api.ts'
import { readContext } from '../context.ts'
import { download } from '../download.ts'
import { byId, element } from '../element.ts'
import { clearFault, showFault } from '../faults.ts'
import { onLanguage, t, tKnown, translate } from '../language.ts'
import { recall, remember } from '../storage.ts'
import { dropBox } from './drop-box.ts'
import { acceptFile, markBoxes } from './marks.ts'
import { Shelf, type ShelfPage } from './shelf.ts'
import { takeAgain, takeFile, takePage } from './take-in.ts'
import { templateButtons } from './templates.ts'
import { type CheckedPage, markedCount, toDoList } from './to-dos.ts'

const KINDS = ['service', 'profile', 'portfolio', 'blog', 'talkroom', 'message'] as const

export { loadReaders } from './take-in.ts'

export function startPagesMode(): void {
  const place = byId('mode-pages')
  const checked = new Map<string, CheckedPage>()
  let shelf: Shelf | undefined
  const running = new AbortController()

  const kind = element(
    'select',
    { attributes: { id: 'pages-kind' } },
    element('option', { data: { text: 'pages.kind.auto' }, attributes: { value: '' } }),
    ...KINDS.map((one) =>
      element('option', { data: { text: `pages.kind.${one}` }, attributes: { value: one } }),
    ),
  )
  const me = element('input', {
    attributes: { id: 'pages-me', maxlength: 200, value: recall('me') ?? '', autocomplete: 'off' },
    on: { change: () => remember('me', me.value.trim()) },
  })
  const drop = dropBox({ page: (source) => void addPage(source), files: (files) => void addFiles(files) })
  const notice = element('p', { class: 'notice', attributes: { role: 'alert', hidden: true } })
  const result = element('div', { class: 'audit', attributes: { tabindex: -1 } })
  place.append(
    element('p', { class: 'small', data: { text: 'pages.lead' } }),
    element(
      'div',
      { class: 'pages-how' },
      element('label', { class: 'field' }, element('span', { data: { text: 'pages.kind' } }), kind),
      element('label', { class: 'field' }, element('span', { data: { text: 'pages.me' } }), me),
    ),
    drop.box,
    notice,
    result,
    element(
      'p',
      { class: 'small templates' },
      element('span', { data: { text: 'pages.templates' } }),
      ...templateButtons(),
    ),
  )
  onLanguage(show)
  const opening = Shelf.open()
  void opening.then(async (opened) => {
    shelf = opened
    if (!opened.keeps) say(t('pages.blocked'))
    for (const page of inOrder()) await check(page)
    show()
  })

  const inOrder = (): ShelfPage[] => [...(shelf?.pages.values() ?? [])].sort((a, b) => a.addedAt - b.addedAt)
  const options = () => ({
    marketplace: String(readContext().marketplace),
    ...(kind.value === '' ? {} : { kind: kind.value as PageKind }),
    ...(me.value.trim() === '' ? {} : { me: me.value.trim() }),
  })

  function say(words: string): void {
    notice.textContent = words
    notice.hidden = words === ''
  }

  async function addPage(source: { html?: string; text?: string }): Promise<void> {
    say('')
    const page = takePage(source, options())
    if (page === undefined) return say(t('pages.nothing'))
    drop.empty()
    await keep(page)
  }

  async function addFiles(files: readonly File[]): Promise<void> {
    say('')
    const faults: string[] = []
    for (const file of files) {
      try {
        const page = await takeFile(file, options())
        if (page === undefined) throw new FileFault('account.no-texts')
        // What has nothing to lint takes no place in the list.
        partsOf(page.file, page.text, page.marketplace)
        await keep(page)
      } catch (fault) {
        faults.push(
          fault instanceof FileFault
            ? `${file.name}: ${t(fault.code, { line: fault.line })}`
            : t('pages.unreadable', { name: file.name }),
        )
      }
    }
    if (faults.length > 0) say(faults.join('\n'))
  }

  async function keep(page: ShelfPage): Promise<void> {
    // A page that comes before the browser has opened its store waits for it.
    shelf ??= await opening
    await shelf.put(page)
    result.setAttribute('aria-busy', 'true')
    byId('spoken').textContent = t('pages.checking')
    await check(page)
    result.removeAttribute('aria-busy')
    show()
    byId('spoken').textContent = t('pages.added', { name: page.name })
  }

  /** A page that cannot be linted keeps its place in the list, without a report: it is never clean. */
  async function check(page: ShelfPage): Promise<void> {
    checked.delete(page.id)
    try {
      const account = partsOf(page.file, page.text, page.marketplace)
      const report = await lintAccount(account, running.signal)
      checked.set(page.id, { page, account, report })
      clearFault()
    } catch (fault) {
      if (fault instanceof FileFault) say(t(fault.code, { line: fault.line }))
      else if (fault instanceof ApiFault) showFault(fault, () => void check(page).then(show))
      else say(t('pages.unreadable', { name: page.name }))
    }
  }

  function show(): void {
    if (shelf === undefined) return
    const kept = shelf
    const pages = inOrder()
    const done = pages.flatMap((page) => checked.get(page.id) ?? [])
    if (pages.length === 0) {
      result.replaceChildren()
      return
    }
    const marked = done.reduce((sum, one) => sum + markedCount(one, kept), 0)
    result.replaceChildren(
      element('h2', {}, t('pages.todo')),
      toDoList(done, kept),
      ...(marked === 0 ? [] : [element('p', { class: 'small' }, t('pages.marked', { count: marked }))]),
      element('h2', {}, t('pages.list')),
      ...pages.map((page) => section(page, kept)),
      element(
        'div',
        { class: 'doing' },
        button('pages.clear', () => void clear()),
        ...(kept.marks.size === 0
          ? []
          : [
              button('pages.accepted', () =>
                download('accept.json', acceptFile(kept.marks.values()), 'application/json'),
              ),
            ]),
      ),
    )
    translate(result)
  }

  function section(page: ShelfPage, kept: Shelf): HTMLElement {
    const one = checked.get(page.id)
    const parts = page.aside.map(({ says, characters }) => t('pages.aside.part', { says, characters }))
    return element(
      'details',
      { class: 'shelf-page', attributes: { open: true } },
      element(
        'summary',
        {},
        element('b', { lang: 'ja' }, page.name),
        ` ${tKnown(`pages.kind.${page.kind}`)}`,
      ),
      element(
        'div',
        { class: 'doing' },
        button('pages.remove', () => void shelf?.remove(page.id).then(show)),
      ),
      ...(page.known ? [] : [warning(t('pages.unknown', { kind: tKnown(`pages.kind.${page.kind}`) }))]),
      ...(page.unclear.length === 0 ? [] : [whoIsWho(page)]),
      ...(parts.length === 0
        ? []
        : [element('p', { class: 'small', lang: 'ja' }, t('pages.aside', { parts: parts.join('、') }))]),
      ...(one === undefined
        ? [warning(t('pages.unchecked'))]
        : accountReport(one.report, one.account, page.marketplace, {
            id: page.id,
            extra: (finding, text) => markBoxes(finding, text, kept, show),
          })),
    )
  }

  function whoIsWho(page: ShelfPage): HTMLElement {
    return element(
      'div',
      { class: 'notice' },
      element('p', {}, t('pages.unclear')),
      ...page.unclear.map((name) =>
        element(
          'button',
          {
            lang: 'ja',
            attributes: { type: 'button' },
            on: { click: () => void takeAgain(page, name).then((again) => again && keep(again)) },
          },
          name,
        ),
      ),
    )
  }

  async function clear(): Promise<void> {
    await shelf?.clear()
    checked.clear()
    shelf = await Shelf.open()
    show()
    say('')
    byId('spoken').textContent = t('pages.cleared')
  }
}

const warning = (words: string): HTMLElement => element('p', { class: 'notice' }, words)

const button = (text: string, click: () => void): HTMLElement =>
  element('button', {
    class: 'quiet',
    data: { text },
    attributes: { type: 'button' },
    on: {
      click: (event) => {
        event.preventDefault()
        click()
      },
    },
  })
