/** What a submission has beside its text, read off the page: marketplace, channel, role, and the messages above the box. */
import type { RawSubmission } from '../core/contract/submission.ts'
import { pageAt } from '../sites/known-sites.ts'
import { type TakenPage, takeHtmlApart } from '../sites/take-apart.ts'

/** Taking a page apart costs; a conversation does not change faster than this. */
const KEEP_MS = 4000
const MAX_HISTORY = 30

let taken: { readonly page: TakenPage; readonly at: number; readonly address: string } | undefined

export function takePage(): TakenPage {
  const now = Date.now()
  if (taken === undefined || now - taken.at > KEEP_MS || taken.address !== location.href) {
    const page = takeHtmlApart(document.documentElement.outerHTML, { address: location.href, now })
    taken = { page, at: now, address: location.href }
  }
  return taken.page
}

interface Message {
  readonly role: 'seller' | 'buyer'
  readonly text: string
  readonly sentAt?: string
}

/** `undefined` on a page that belongs to no marketplace. */
export function contextOf(box: Element): Omit<RawSubmission, 'text'> | undefined {
  const found = pageAt(location.href)
  if (found === undefined) return undefined
  const { site, page } = found
  const known = site.boxes.find(({ at }) => box.matches(at))
  const channel = known?.channel ?? page?.channel ?? 'message'
  const role = known?.role ?? page?.role ?? 'seller'
  const isTalk = page?.messages !== undefined
  const document = isTalk ? takePage().document : {}
  const messages = (document.messages ?? []) as readonly Message[]
  return {
    marketplace: site.marketplace,
    channel,
    role,
    history: messages.slice(-MAX_HISTORY).map(({ role, text, sentAt }) => ({
      role,
      text,
      ...(sentAt === undefined ? {} : { sentAt }),
    })),
  }
}
