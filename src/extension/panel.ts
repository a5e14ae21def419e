/** The panel of the extension: checks the page that is open, and collects pages for a review. */
import type { Finding, Verdict } from '../core/contract/report.ts'
import type { TakenPage } from '../sites/take-apart.ts'
import { element } from '../web/client/element.ts'
import { api, ask } from './messages.ts'
import { originsOf, readableVideos, readVideos } from './videos.ts'
import { ACTIONS, VERDICTS } from './words.ts'

interface Report {
  readonly verdict: Verdict
  readonly findings: readonly (Finding & { readonly path: string })[]
  readonly notLookedAt: readonly { readonly url?: string; readonly says: string }[]
  readonly incomplete: readonly unknown[]
}

const COLLECTED = 'collected'
const byId = <Kind extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as Kind

let page: TakenPage | undefined
let collected: readonly TakenPage[] = []

const say = (words: string): void => {
  byId('says').textContent = words
}

/** @throws where the engine cannot answer */
const lint = ({ shape, document, marketplace = 'coconala' }: TakenPage): Promise<Report> =>
  shape === 'account'
    ? ask('/v1/lint/document', { marketplace, document })
    : ask('/v1/lint/thread', { marketplace, thread: document })

async function check(pages: readonly TakenPage[]): Promise<void> {
  say('確かめています…')
  byId('findings').replaceChildren()
  try {
    const reports: { readonly one: TakenPage; readonly report: Report }[] = []
    for (const one of pages) reports.push({ one, report: await lint(one) })
    byId('findings').replaceChildren(...reports.flatMap(({ one, report }) => items(one, report)))
    const count = reports.reduce((sum, { report }) => sum + report.findings.length, 0)
    const order: readonly Verdict[] = ['allow', 'warn', 'review', 'block']
    const worst = order.findLast((verdict) => reports.some(({ report }) => report.verdict === verdict))
    say(`${VERDICTS[worst ?? 'empty']}: 指摘 ${count}件`)
  } catch {
    say('確かめられませんでした。もう一度お試しください。')
  }
}

const items = ({ title, kind, aside }: TakenPage, { findings, notLookedAt }: Report): HTMLElement[] => [
  ...findings.map(({ action, excerpt, says, instead, path }) =>
    element(
      'li',
      { data: { action } },
      element('p', {}, element('b', {}, ACTIONS[action]), ` ${title || kind} `, element('code', {}, path)),
      element('p', {}, element('q', {}, excerpt.slice(0, 60)), ` ${says}`),
      instead !== undefined && element('p', {}, `代わりに ${instead}`),
    ),
  ),
  ...notLookedAt
    .filter(({ url }) => url !== undefined)
    .map(({ url, says }) =>
      element('li', { data: { action: 'review' } }, element('p', {}, `${says} ${url}`)),
    ),
  ...aside.map(({ says, characters }) =>
    element('li', {}, element('p', {}, `確かめていないところ: ${says}(${characters}文字)`)),
  ),
]

function show(): void {
  byId('page').textContent =
    page === undefined
      ? 'ココナラ、クラウドワークス、ランサーズのページで使えます。'
      : page.title || page.kind
  for (const id of ['check', 'collect']) byId<HTMLButtonElement>(id).disabled = page === undefined
  for (const id of ['check-all', 'save', 'clear']) {
    byId<HTMLButtonElement>(id).disabled = collected.length === 0
  }
  byId('videos').hidden = page === undefined || readableVideos(page.document).length === 0
  byId('count').textContent = String(collected.length)
}

/** The same page, collected again, takes its own place. */
async function collect(one: TakenPage): Promise<void> {
  const key = ({ address, kind, title }: TakenPage) => address ?? `${kind} ${title}`
  collected = [...collected.filter((other) => key(other) !== key(one)), one]
  await api().storage.local.set({ [COLLECTED]: collected })
  show()
}

/** Asked for at a click, as browsers want it: one host at a time, and only where a video is linked. */
async function withVideos(one: TakenPage): Promise<void> {
  const videos = readableVideos(one.document)
  if (!(await api().permissions.request({ origins: originsOf(videos) }))) {
    say('許可がないため、動画の説明は読んでいません。')
    return
  }
  const links = await readVideos(videos)
  page = { ...one, document: { ...one.document, links } }
  await check([page])
}

function save(): void {
  const pages = collected.map(({ kind, address, document }) => ({ kind, address, document }))
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(pages, null, 2)], { type: 'application/json' }),
  )
  element('a', { attributes: { href: address, download: 'sekisho-pages.json' } }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

byId('check').addEventListener('click', () => page && void check([page]))
byId('collect').addEventListener('click', () => page && void collect(page))
byId('videos').addEventListener('click', () => page && void withVideos(page))
byId('check-all').addEventListener('click', () => void check(collected))
byId('save').addEventListener('click', save)
byId('clear').addEventListener('click', () => {
  collected = []
  byId('findings').replaceChildren()
  say('すべて消しました。')
  void api().storage.local.remove([COLLECTED]).then(show)
})

async function start(): Promise<void> {
  const kept = await api().storage.local.get([COLLECTED])
  collected = Array.isArray(kept[COLLECTED]) ? (kept[COLLECTED] as TakenPage[]) : []
  const [tab] = await api().tabs.query({ active: true, currentWindow: true })
  // Other pages have no content script, and refuse.
  if (tab?.id !== undefined)
    page = await api()
      .tabs.sendMessage(tab.id, { kind: 'take-page' })
      .catch(() => undefined)
  show()
}

void start()
