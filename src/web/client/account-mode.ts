/** An account's export, dropped into the page: every text is linted, part by part, and a report is made. */
import { type Account, FileFault, partsOf } from './account-parts.ts'
import { accountReport } from './account-report.ts'
import { lintAccount } from './account-run.ts'
import { ACCOUNT_SAMPLE } from './account-sample.ts'
import { ApiFault } from './api.ts'
import { readContext } from './context.ts'
import { download } from './download.ts'
import { byId, element } from './element.ts'
import { clearFault, showFault } from './faults.ts'
import type { AccountReport } from './join-answers.ts'
import { onLanguage, t } from './language.ts'
import { decode } from './read-file.ts'
import { reportFile } from './report-file.ts'
import { toDoItems } from './to-do-items.ts'

/** Of the report's fields. */
const REPORT = 'account'

export function startAccountMode(): void {
  const place = byId('mode-account')
  let running = new AbortController()
  let shown: (() => void) | undefined

  const input = element('input', {
    class: 'spoken',
    attributes: { type: 'file', id: 'account-file', accept: '.json,.csv,.tsv,.txt' },
    on: {
      change: () => {
        const file = input.files?.[0]
        if (file !== undefined) void open(file.name, () => file.arrayBuffer())
        input.value = ''
      },
    },
  })
  const drop = element(
    'div',
    {
      class: 'drop',
      on: {
        dragover: (event) => {
          event.preventDefault()
          drop.classList.add('over')
        },
        dragleave: () => drop.classList.remove('over'),
        drop: (event) => {
          event.preventDefault()
          drop.classList.remove('over')
          const file = event.dataTransfer?.files[0]
          if (file !== undefined) void open(file.name, () => file.arrayBuffer())
        },
      },
    },
    element('p', { class: 'drop-title', data: { text: 'account.drop' } }),
    input,
    element('label', {
      class: 'button',
      data: { text: 'account.choose' },
      attributes: { for: 'account-file' },
    }),
    element('button', {
      class: 'quiet',
      data: { text: 'account.sample' },
      attributes: { type: 'button' },
      on: {
        click: () => {
          const bytes = new TextEncoder().encode(JSON.stringify(ACCOUNT_SAMPLE))
          void open('sample.json', async () => bytes.buffer)
        },
      },
    }),
    element('p', { class: 'small', data: { text: 'account.private' } }),
  )
  const bar = element('progress', { attributes: { 'aria-labelledby': 'account-count' } })
  const count = element('span', { attributes: { id: 'account-count' } })
  const stop = element('button', {
    data: { text: 'account.stop' },
    attributes: { type: 'button' },
    on: { click: () => running.abort() },
  })
  const progress = element('div', { class: 'progress', attributes: { hidden: true } }, bar, count, stop)
  const result = element('div', { class: 'audit', attributes: { tabindex: -1 } })
  place.append(element('p', { class: 'small', data: { text: 'account.lead' } }), drop, progress, result)
  onLanguage(() => shown?.())

  async function open(name: string, read: () => Promise<ArrayBufferLike>): Promise<void> {
    running.abort()
    running = new AbortController()
    const { signal } = running
    shown = undefined
    clearFault()
    result.replaceChildren()
    const text = decode(await read())
    if (text === undefined) return refuse(t('account.encoding'))
    const marketplace = String(readContext().marketplace)
    try {
      const account = partsOf(name, text, marketplace)
      const report = await run(account, signal)
      shown = () => showReport(report, account, marketplace, name)
      shown()
      result.focus()
    } catch (fault) {
      if (fault instanceof FileFault) return refuse(t(fault.code, { line: fault.line }))
      if (fault instanceof ApiFault) return showFault(fault, () => void open(name, read))
      if (!signal.aborted) refuse(t('account.unreadable'))
    } finally {
      progress.hidden = true
    }
  }

  /** What has been stopped reports what it has. */
  async function run(account: Account, signal: AbortSignal): Promise<AccountReport> {
    progress.hidden = false
    return lintAccount(account, signal, {
      progress(done, total) {
        bar.max = total
        bar.value = done
        count.textContent = t('account.progress', { done, total })
      },
      // Or a newer file has taken over.
      stopped: () => running.signal === signal,
    })
  }

  function showReport(report: AccountReport, account: Account, marketplace: string, name: string): void {
    result.replaceChildren(
      element('h2', {}, name),
      ...accountReport(report, account, marketplace, {
        id: REPORT,
        toDos: toDoItems({
          id: REPORT,
          account,
          report,
          findings: report.findings.filter(({ action }) => action !== 'note'),
        }),
      }),
      element(
        'div',
        { class: 'doing' },
        element(
          'button',
          {
            attributes: { type: 'button' },
            on: {
              click: () =>
                download(`sekisho-${name.replace(/\.\w+$/, '')}.html`, reportFile(result, name), 'text/html'),
            },
          },
          t('account.save.html'),
        ),
        element(
          'button',
          {
            attributes: { type: 'button' },
            on: {
              click: () =>
                download(
                  `sekisho-${name.replace(/\.\w+$/, '')}.json`,
                  JSON.stringify(report, null, 2),
                  'application/json',
                ),
            },
          },
          t('account.save'),
        ),
        element(
          'button',
          { attributes: { type: 'button' }, on: { click: () => print() } },
          t('account.print'),
        ),
      ),
    )
    byId('spoken').textContent = t('verdict.spoken', {
      verdict: t(`verdict.${report.verdict}`),
      count: report.findings.length,
    })
  }

  function refuse(says: string): void {
    result.replaceChildren(element('p', { class: 'notice', attributes: { role: 'alert' } }, says))
  }
}
