/** The browser's part of `/rules/try`. */
import type { ComparedText } from '../../../packs/compare-packs.ts'
import type { FromTrial, TrialRow } from '../../../packs/trial-protocol.ts'
import { download } from '../download.ts'
import { byId, element } from '../element.ts'
import { onLanguage, startLanguage, t } from '../language.ts'
import { decode } from '../read-file.ts'
import { keepTrial, keptTrial } from './kept-trial.ts'
import { openPackDesk } from './pack-desk.ts'
import { changesVerdict, SHOWN, trialCsv, trialRow } from './trial-rows.ts'
import { createTrialRun } from './trial-run.ts'

/** Texts of one's own. */
const TEXTS = 5_000
/** UTF-16 code units of each, as the service takes them. */
const TEXT_LIMIT = 20_000

startLanguage()
const folder = byId('trial').dataset.folder!
const own = byId<HTMLTextAreaElement>('trial-own')
const context = byId<HTMLFormElement>('trial-context')
const titles = new Map(
  [...context.querySelectorAll<HTMLOptionElement>('[name=marketplace] option')].map(({ value, text }) => [
    value,
    text,
  ]),
)

const kept = keptTrial()
const edits = new Map(kept?.edits ?? [])
own.value = kept?.own ?? ''
let rows: TrialRow[] = []
let read: Extract<FromTrial, { kind: 'read' }> | undefined
let total = 0
let state: 'none' | 'running' | 'done' | 'stopped' | 'stale' = 'none'
let onlyVerdicts = false
let shown = SHOWN
let notice = ''

const desk = openPackDesk(folder, edits, changed)
const run = createTrialRun(folder, {
  said(message) {
    if (message.kind === 'read') {
      read = message
      if (!message.usable) state = 'none'
      showFaults()
    } else {
      rows.push(...message.rows)
      total = message.total
      progress(message.done, message.total)
      if (message.done === message.total) state = 'done'
    }
    show()
    if (state !== 'running') finish()
  },
  failed(says) {
    state = 'none'
    notice = says === undefined ? t('trial.slow') : t('trial.failed', { says })
    show()
    finish()
  },
})

function changed(): void {
  if (state === 'running') stop()
  if (state === 'done' || state === 'stopped') state = 'stale'
  keepTrial({ edits: [...edits], own: own.value })
  show()
}

const wantsOwn = () => document.querySelector<HTMLInputElement>('[name=texts]:checked')?.value === 'own'

/** A text a line; empty lines keep their number. */
function ownTexts(): { readonly texts: ComparedText[]; readonly lines: number[] } {
  const lines = own.value.split(/\r\n|\n|\r/)
  const filled = lines.flatMap((text, line) => (text.trim() === '' ? [] : [[text, line] as const]))
  const long = filled.find(([text]) => text.length > TEXT_LIMIT)
  if (long !== undefined) notice = t('trial.too-long', { line: long[1] + 1, limit: TEXT_LIMIT })
  if (filled.length > TEXTS) notice = t('trial.too-many', { limit: TEXTS })
  const taken = filled.filter(([text]) => text.length <= TEXT_LIMIT).slice(0, TEXTS)
  return { texts: taken.map(([text]) => ({ text })), lines: taken.map(([, line]) => line) }
}

let lines: readonly number[] = []

async function start(): Promise<void> {
  rows = []
  read = undefined
  notice = ''
  shown = SHOWN
  showFaults()
  const values = Object.fromEntries([...new FormData(context)].map(([name, value]) => [name, String(value)]))
  const { marketplace = '', phase = '', ...rest } = values
  const mine = wantsOwn() ? ownTexts() : undefined
  lines = mine?.lines ?? []
  if (mine?.texts.length === 0) {
    notice ||= t('trial.no-texts')
    state = 'none'
    return show()
  }
  state = 'running'
  byId('trial-stop').hidden = false
  byId('trial-progress').hidden = false
  byId('trial-count').textContent = t('trial.loading')
  byId('trial-progress').querySelector('progress')!.removeAttribute('value')
  show()
  run.start({
    changed: await desk.changed(),
    texts: mine?.texts ?? 'samples',
    context: { ...rest, ...(phase === '' ? {} : { phase }) } as NonNullable<ComparedText['context']>,
    marketplaces: marketplace === '' ? [] : [marketplace],
  })
}

function stop(): void {
  run.stop()
  state = 'stopped'
  show()
  finish()
}

function progress(done: number, all: number): void {
  const bar = byId('trial-progress').querySelector('progress')!
  bar.max = all
  bar.value = done
  byId('trial-count').textContent = t('trial.progress', { done, total: all })
}

function finish(): void {
  byId('trial-stop').hidden = true
  byId('trial-progress').hidden = true
  byId('spoken').textContent = byId('trial-rows').querySelector('.trial-summary')?.textContent ?? ''
}

function showFaults(): void {
  const place = byId('trial-faults')
  const faults = read?.faults ?? []
  place.hidden = faults.length === 0
  place.replaceChildren(
    element('h3', {}, t(read?.usable === true ? 'trial.faults.examples' : 'trial.faults')),
    element(
      'ul',
      {},
      ...faults.map(({ file, line, at, message }) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              class: 'quiet',
              attributes: { type: 'button' },
              on: { click: () => void desk.show(file, line) },
            },
            `${file.replace(/^rules\//, '')} ${t('trial.fault.line', { line })}`,
          ),
          ' ',
          element('span', { lang: 'en' }, message),
          at !== '' && ' ',
          at !== '' && element('code', {}, at),
        ),
      ),
    ),
  )
}

function show(): void {
  const wanted = onlyVerdicts ? rows.filter(changesVerdict) : rows
  const verdicts = rows.filter(changesVerdict).length
  const counts = { total, verdicts, findings: rows.length - verdicts }
  const hasResult = state === 'done' || state === 'stopped' || state === 'stale'
  byId('trial-rows').replaceChildren(
    ...(notice === '' ? [] : [element('p', { class: 'notice' }, notice)]),
    ...(state === 'stale' ? [element('p', { class: 'notice' }, t('trial.stale'))] : []),
    ...(state === 'stopped' ? [element('p', { class: 'notice' }, t('trial.stopped'))] : []),
    ...(hasResult && state !== 'stopped'
      ? [
          element(
            'p',
            { class: 'trial-summary' },
            t(rows.length === 0 ? 'trial.same' : 'trial.summary', counts),
          ),
        ]
      : []),
    ...(rows.length === 0 ? [] : [tools()]),
    element(
      'ol',
      { class: 'trial-list' },
      ...wanted
        .slice(0, shown)
        .map((row) =>
          trialRow(row.rule === undefined ? { ...row, at: lines[row.at] ?? row.at } : row, titles),
        ),
    ),
    ...(wanted.length <= shown
      ? []
      : [
          element(
            'button',
            {
              attributes: { type: 'button' },
              on: {
                click: () => {
                  shown += SHOWN
                  show()
                },
              },
            },
            t('trial.more', { count: wanted.length - shown }),
          ),
        ]),
  )
}

function tools(): HTMLElement {
  const box = element('input', {
    attributes: { type: 'checkbox' },
    on: {
      change: () => {
        onlyVerdicts = box.checked
        show()
        byId('trial-rows').querySelector<HTMLElement>('[type=checkbox]')?.focus()
      },
    },
  })
  box.checked = onlyVerdicts
  return element(
    'div',
    { class: 'doing' },
    element('label', { class: 'tick' }, box, element('span', {}, t('trial.only.verdicts'))),
    element(
      'button',
      {
        class: 'quiet',
        attributes: { type: 'button' },
        on: { click: () => download('sekisho-rules-try.csv', trialCsv(rows), 'text/csv') },
      },
      t('trial.csv'),
    ),
  )
}

async function takeTexts(file: File | undefined): Promise<void> {
  const text = file === undefined ? undefined : decode(await file.arrayBuffer())
  if (text === undefined) return
  own.value = text
  changed()
}

byId('trial-run').addEventListener('click', () => void start())
byId('trial-stop').addEventListener('click', stop)
context.addEventListener('submit', (event) => event.preventDefault())
context.addEventListener('input', changed)
own.addEventListener('input', changed)
own.addEventListener('dragover', (event) => event.preventDefault())
own.addEventListener('drop', (event) => {
  const file = event.dataTransfer?.files[0]
  if (file === undefined) return
  event.preventDefault()
  void takeTexts(file)
})
for (const radio of document.querySelectorAll<HTMLInputElement>('[name=texts]')) {
  radio.addEventListener('change', () => {
    own.hidden = !wantsOwn()
    changed()
  })
}
if (own.value !== '') document.querySelector<HTMLInputElement>('[name=texts][value=own]')!.checked = true
own.hidden = !wantsOwn()
onLanguage(() => {
  showFaults()
  show()
})
