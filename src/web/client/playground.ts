/** The browser's part of the page at `/`. */
import { startAccountMode } from './account-mode.ts'
import { onContext, writeContext } from './context.ts'
import { keepDraft, keptDraft } from './draft.ts'
import { byId } from './element.ts'
import { TEXT_EXAMPLES } from './examples.ts'
import { clearFault } from './faults.ts'
import { startLanguage, translate } from './language.ts'
import { standsAlone } from './site.ts'
import { startTabs } from './tabs.ts'
import { startTalkMode, type TalkMode } from './talk-mode.ts'
import { startTextMode } from './text-mode.ts'

const MODES = ['text', 'talk', 'pages', 'account']

const loadPagesMode = () => import('./pages/pages-mode.ts')

startLanguage()
if (standsAlone) void loadPagesMode().then(({ loadReaders }) => loadReaders())
const text = startTextMode()
let mode = 'text'

let talk: TalkMode | undefined
let accountStarted = false
let pagesStarted = false

const openMode = startTabs(MODES, (name) => {
  mode = name
  keepDraft({ mode })
  byId('context').dataset.mode = name
  byId('spoken').textContent = ''
  clearFault()
  if (name === 'talk') {
    if (talk === undefined) {
      talk = startTalkMode(keptDraft()?.talk)
      translate(byId('mode-talk'))
    } else talk.refresh()
  }
  if (name === 'pages' && !pagesStarted) {
    pagesStarted = true
    // Only who brings pages waits for the readers of pages.
    void loadPagesMode().then(({ startPagesMode }) => {
      startPagesMode()
      translate(byId('mode-pages'))
    })
  }
  if (name === 'account' && !accountStarted) {
    accountStarted = true
    startAccountMode()
    translate(byId('mode-account'))
  }
  if (name === 'text') text.refresh()
})
onContext(() => {
  if (mode === 'text') text.refresh()
  if (mode === 'talk') talk?.refresh()
})

/** `/#text=…&marketplace=…`: an example of the rule catalogue. What stands behind the # is sent nowhere. */
function openLinked(): boolean {
  const values = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
  const { text: linked, ...context } = values
  if (linked === undefined) return false
  openMode('text')
  writeContext(context)
  text.open(linked)
  return true
}

/** What was being written in this entry of the tab's history. */
function openDraft(state?: unknown): boolean {
  const draft = keptDraft(state)
  if (draft === undefined) return false
  writeContext(draft.context)
  if (draft.mode !== mode) openMode(draft.mode)
  text.open(draft.text)
  if (draft.talk !== undefined) talk?.open(draft.talk)
  return true
}

window.addEventListener('hashchange', () => {
  // Back has brought what was written after the link.
  if (keptDraft() === undefined) openLinked()
})
window.addEventListener('popstate', ({ state }) => openDraft(state))
// Somebody who comes for the first time sees at once what this is; what a browser has kept of a visit stays.
if (!openDraft() && !openLinked()) {
  if (byId<HTMLTextAreaElement>('text').value === '') text.open(TEXT_EXAMPLES[0]!.text)
  else text.refresh()
}
