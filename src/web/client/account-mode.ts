/** An account's export, dropped into the page: every text is linted, part by part, and a report is made. */
import { type Account, FileFault, halves, type Part, partsOf, placeOf } from './account-parts.ts'
import { accountReport } from './account-report.ts'
import { ACCOUNT_SAMPLE } from './account-sample.ts'
import { ApiFault, ask } from './api.ts'
import { readContext } from './context.ts'
import { byId, element } from './element.ts'
import { clearFault, retryAfter, sayFault, showFault } from './faults.ts'
import { type AccountReport, joinAnswers, type PartAnswer } from './join-answers.ts'
import { onLanguage, t } from './language.ts'
import { decode } from './read-file.ts'

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

  /** Asks for one part after the other; what has been stopped reports what it has. */
  async function run({ parts }: Account, signal: AbortSignal): Promise<AccountReport> {
    const total = parts.reduce((sum, { units }) => sum + units, 0)
    const done: { part: Part; answer: PartAnswer }[] = []
    let units = 0
    bar.max = total
    progress.hidden = false
    for (const part of parts) {
      bar.value = units
      count.textContent = t('account.progress', { done: units, total })
      try {
        done.push(...(await answersTo(part, signal)))
      } catch (fault) {
        if (!signal.aborted) throw fault
        // A newer file has taken over, or the person has stopped it.
        if (running.signal !== signal) throw fault
        return joinAnswers(done, true)
      }
      units += part.units
    }
    return joinAnswers(done, false)
  }

  function showReport(report: AccountReport, account: Account, marketplace: string, name: string): void {
    result.replaceChildren(
      element('h2', {}, name),
      ...accountReport(report, account, marketplace),
      element(
        'div',
        { class: 'doing' },
        element(
          'button',
          { attributes: { type: 'button' }, on: { click: () => save(report, name) } },
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

/** What is too large or wrong in one unit must not keep the others from being looked at. */
const REFUSED: ReadonlySet<string> = new Set([
  'text-too-long',
  'body-too-large',
  'invalid-request',
  'too-many',
  'too-deep',
])

/** The answers of a part, in halves where the server refuses the whole. What is refused alone is reported as unread. */
async function answersTo(part: Part, signal: AbortSignal): Promise<{ part: Part; answer: PartAnswer }[]> {
  try {
    return [{ part, answer: await patiently(part.path, part.body, signal) }]
  } catch (fault) {
    if (signal.aborted || !(fault instanceof ApiFault) || !REFUSED.has(fault.code)) throw fault
    const parts = halves(part)
    if (parts !== undefined) {
      return [...(await answersTo(parts[0], signal)), ...(await answersTo(parts[1], signal))]
    }
    const incomplete = [{ path: placeOf(part), code: 'not-readable', detail: sayFault(fault) }]
    const nothing = { fields: 0, findings: [], notLookedAt: [], unknown: [] }
    return [{ part: { ...part, offsets: {} }, answer: { ...nothing, verdict: 'review', incomplete } }]
  }
}

/** Waits and asks again where the server says so. */
async function patiently(path: string, body: unknown, signal: AbortSignal): Promise<PartAnswer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask<PartAnswer>(path, body, signal)
    } catch (fault) {
      const seconds = retryAfter(fault)
      if (signal.aborted || seconds === undefined || attempt === 5) throw fault
      byId('spoken').textContent = sayFault(fault)
      await new Promise((resolve) => {
        setTimeout(resolve, seconds * 1000)
        signal.addEventListener('abort', resolve, { once: true })
      })
    }
  }
}

function save(report: AccountReport, name: string): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }),
  )
  element('a', {
    attributes: { href: address, download: `sekisho-${name.replace(/\.\w+$/, '')}.json` },
  }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
