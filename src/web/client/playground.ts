/** The browser's part of the page at `/`. */
import { onContext } from './context.ts'
import { byId } from './element.ts'
import { TEXT_EXAMPLES } from './examples.ts'
import { startLanguage } from './language.ts'
import { startTabs } from './tabs.ts'
import { startTextMode } from './text-mode.ts'

const MODES = ['text', 'talk', 'account']

startLanguage()
const text = startTextMode()
let mode = 'text'

startTabs(MODES, (name) => {
  mode = name
  byId('context').dataset.mode = name
})
onContext(() => {
  if (mode === 'text') text.refresh()
})

// Somebody who comes for the first time sees at once what this is; what a browser has kept of a visit stays.
if (byId<HTMLTextAreaElement>('text').value === '') text.open(TEXT_EXAMPLES[0]!.text)
else text.refresh()
