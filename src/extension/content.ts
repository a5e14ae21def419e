/** On a marketplace's page: marks words in the box that one writes in, and hands the page to the panel when asked. */
import { pageAt } from '../sites/known-sites.ts'
import { Box } from './box.ts'
import { CONTENT_STYLE } from './content-style.ts'
import { api, type TakePage } from './messages.ts'
import { takePage } from './page-context.ts'

const boxes = new Map<Element, Box>()
let host: HTMLElement | undefined

function root(): ShadowRoot {
  if (host?.isConnected !== true) {
    host = document.createElement('sekisho-marks')
    const shadow = host.attachShadow({ mode: 'open' })
    dress(shadow)
    document.documentElement.append(host)
  }
  return host.shadowRoot!
}

/** Pages may forbid style elements, and Firefox constructed sheets across its walls: one of both is there. */
function dress(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(CONTENT_STYLE)
    shadow.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = CONTENT_STYLE
    shadow.append(style)
  }
}

/** One line fields, passwords and searches are no messages. */
function boxOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  if (target instanceof HTMLTextAreaElement) return target.readOnly || target.disabled ? undefined : target
  return target.isContentEditable ? (target.closest<HTMLElement>('[contenteditable]') ?? target) : undefined
}

function attach(target: EventTarget | null): void {
  // Pages change their address without being loaded anew.
  if (pageAt(location.href) === undefined) return
  for (const [area, box] of boxes) {
    if (!box.gone) continue
    box.dispose()
    boxes.delete(area)
  }
  const area = boxOf(target)
  if (area === undefined || boxes.has(area)) return
  const box = new Box(area)
  boxes.set(area, box)
  root().append(box.place)
}

document.addEventListener('focusin', (event) => attach(event.target))
if (document.activeElement !== null) attach(document.activeElement)

api().runtime.onMessage.addListener((message, _, respond) => {
  if ((message as TakePage | undefined)?.kind !== 'take-page') return undefined
  respond(takePage())
  return undefined
})
