/**
 * A page that somebody saved or pasted → what of it is theirs: an account's part or a conversation, ready for the linter,
 * and a list of what was left aside (navigation, other people's reviews), so that nothing is silently passed over.
 */
import type { Role } from '../core/contract/submission.ts'
import { conversationOf, type SeenMessage, withLinks } from '../core/documents/talkroom-saver.ts'
import { accountDocument, type PageText } from './account-document.ts'
import type { Aside } from './aside.ts'
import { outsideLinks, type ParentNode, parseHtml, select, textOf } from './html-tree.ts'
import { type FoundPage, pageAt, SITES } from './known-sites.ts'
import { blocksOfHtml, blocksOfText, ownText } from './own-text.ts'
import { messagesInText } from './pasted-conversation.ts'
import type { AccountPart, Site, SitePage } from './site-schema.ts'

export type PageKind = AccountPart | 'talkroom' | 'message'

export interface TakeOptions {
  /** Where the page stands; else the page may say it itself. */
  readonly address?: string | undefined
  /** For pages that do not tell: what the person says it is. */
  readonly kind?: PageKind | undefined
  readonly marketplace?: string | undefined
  readonly me?: string | undefined
  readonly role?: Role | undefined
  /** Milliseconds since the epoch: the years of messages follow from it. */
  readonly now: number
  readonly sites?: readonly Site[]
}

export interface TakenPage {
  readonly kind: PageKind
  /** Whether anybody knew the page, or the person's word or a guess stands for it. */
  readonly known: boolean
  readonly marketplace: string | undefined
  readonly address: string | undefined
  readonly title: string
  /** An account for `expandAccount`, or a talkroom for `expandThread`. */
  readonly shape: 'account' | 'thread'
  readonly document: Readonly<Record<string, unknown>>
  readonly aside: readonly Aside[]
  /** Names of a conversation in which nobody is known to be the reader. */
  readonly unclear: readonly string[]
}

export function takeHtmlApart(html: string, options: TakeOptions): TakenPage {
  const sites = options.sites ?? SITES
  const tree = parseHtml(html)
  const address = options.address ?? addressIn(html, tree)
  const found = (address === undefined ? undefined : pageAt(address, sites)) ?? siteOf(options, sites)
  const page = found?.page ?? knownBy(tree, found?.site, sites)
  const site = found?.site ?? sites.find(({ pages }) => page !== undefined && pages.includes(page))
  const context = { ...options, site, page, address }
  if (page?.messages !== undefined) {
    const seen = messagesOnPage(tree, page.messages, page, isOwnAddress(site))
    if (seen.length > 0) return conversation(seen, context, titleOf(tree))
  }
  const blocks = blocksOfHtml(tree, isOwnAddress(site))
  const places = page === undefined ? undefined : placesOf(tree, page)
  const text = ownText(blocks, site)
  const kind = kindOf(context)
  if (kind === 'talkroom' || kind === 'message') return typed(text, context, kind)
  const own: PageText = places === undefined ? text : { ...text, ...places, body: places.body ?? '' }
  // What stands outside of the known places was not written there by the seller, as far as anybody knows.
  const rest = places === undefined ? 0 : Math.max(0, text.body.length - (places.body ?? '').length)
  const aside = rest > 0 ? [...text.aside, { says: 'ページのほかの部分', characters: rest }] : text.aside
  return account({ ...own, aside }, context, kind)
}

export function takeTextApart(text: string, options: TakeOptions): TakenPage {
  const sites = options.sites ?? SITES
  const address = options.address ?? /https?:\/\/[^\s]+/.exec(text.slice(0, 300))?.[0]
  const found = (address === undefined ? undefined : pageAt(address, sites)) ?? siteOf(options, sites)
  const context = { ...options, site: found?.site, page: found?.page, address: found && address }
  const seen = messagesInText(text)
  const kind = kindOf(context)
  if (seen.length > 0 && (kind === 'talkroom' || kind === 'message' || options.kind === undefined)) {
    return conversation(seen, context, '')
  }
  const own = ownText(blocksOfText(text, found?.site), found?.site)
  if (kind === 'talkroom' || kind === 'message') return typed(own, context, kind)
  return account(own, context, kind)
}

interface Context extends TakeOptions {
  readonly site: Site | undefined
  readonly page: SitePage | undefined
}

const kindOf = ({ kind, page }: Context): PageKind => {
  if (kind !== undefined) return kind
  if (page?.account !== undefined) return page.account
  return page === undefined ? 'service' : page.channel === 'talkroom' ? 'talkroom' : 'message'
}

function conversation(seen: readonly SeenMessage[], context: Context, title: string): TakenPage {
  const { site, page, kind } = context
  const channel = kind === 'message' || page?.channel === 'message' ? 'message' : 'talkroom'
  const { thread, unclear } = conversationOf(
    seen.map((message) => ({ channel, ...message })),
    {
      ...context,
      marketplace: site?.marketplace ?? context.marketplace,
      ...(site === undefined ? {} : { system: site.system, self: site.me }),
    },
  )
  return {
    ...common(context, channel, title),
    shape: 'thread',
    document: thread,
    aside: [],
    unclear,
  }
}

/** One text that is about to be sent, on a page with no messages. */
function typed({ title, body, aside }: PageText, context: Context, kind: PageKind): TakenPage {
  const channel = context.page?.channel ?? (kind === 'message' ? 'message' : 'talkroom')
  const message = { role: context.role ?? context.page?.role ?? 'seller', channel, text: body }
  const { marketplace } = common(context, kind, title)
  return {
    ...common(context, kind, title),
    shape: 'thread',
    document: { ...(marketplace === undefined ? {} : { marketplace }), messages: [message] },
    aside,
    unclear: [],
  }
}

function account(own: PageText, context: Context, kind: AccountPart): TakenPage {
  const { marketplace } = common(context, kind, own.title)
  return {
    ...common(context, kind, own.title),
    shape: 'account',
    document: {
      ...(marketplace === undefined ? {} : { marketplace }),
      ...accountDocument(kind, own),
    },
    aside: own.aside,
    unclear: [],
  }
}

const common = ({ site, page, address, marketplace }: Context, kind: PageKind, title: string) => ({
  kind,
  known: page !== undefined,
  marketplace: site?.marketplace ?? marketplace,
  address,
  title,
})

/** Browsers write the address into saved pages, and pages say it themselves. */
function addressIn(html: string, tree: ParentNode): string | undefined {
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 2000))?.[1]
  const [canonical] = select('link[rel="canonical"]', tree)
  const [graph] = select('meta[property="og:url"]', tree)
  return saved ?? canonical?.attribs.href ?? graph?.attribs.content
}

const siteOf = ({ marketplace }: TakeOptions, sites: readonly Site[]): FoundPage | undefined => {
  const site = sites.find((one) => one.marketplace === marketplace)
  return site === undefined ? undefined : { site, page: undefined }
}

const knownBy = (tree: ParentNode, site: Site | undefined, sites: readonly Site[]): SitePage | undefined =>
  (site === undefined ? sites : [site])
    .flatMap(({ pages }) => pages)
    .find(({ known_by }) => known_by.some((selector) => select(selector, tree).length > 0))

const isOwnAddress =
  (site: Site | undefined) =>
  (address: string): boolean => {
    if (!URL.canParse(address)) return true
    const { hostname } = new URL(address)
    return site?.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ?? false
  }

const titleOf = (tree: ParentNode): string => {
  const [heading] = select('h1', tree)
  const [title] = select('title', tree)
  const node = heading ?? title
  return node === undefined ? '' : textOf({ ...node, name: 'span' } as never).slice(0, 200)
}

function messagesOnPage(
  tree: ParentNode,
  places: NonNullable<SitePage['messages']>,
  page: SitePage,
  isOwn: (address: string) => boolean,
): SeenMessage[] {
  const { each, other, name, time, label, text, without, files, delivery } = places
  const others = other === undefined ? undefined : new Set<unknown>(select(other, tree))
  return select(each, tree).flatMap((message, index) => {
    const textAt = (selector: string | undefined) => {
      const [node] = selector === undefined ? [] : select(selector, message)
      return node === undefined ? undefined : textOf(node)
    }
    const [body] = select(text, message)
    const left = new Set<unknown>(body === undefined || without === undefined ? [] : select(without, body))
    const words = body === undefined ? '' : withLinks(textOf(body, left), outsideLinks(body, isOwn))
    const names = files === undefined ? [] : fileNames(message, files)
    const sender = textAt(name) ?? ''
    if (words === '' && names.length === 0) return []
    const isDelivery = delivery.some((one) => textAt(label)?.includes(one))
    return [
      {
        index,
        sender,
        text: words,
        time: textAt(time),
        channel: isDelivery ? ('delivery' as const) : page.channel,
        files: [...new Set(names)],
        ...(others?.has(message) ? { other: true } : {}),
      },
    ]
  })
}

function fileNames(message: ParentNode, { each, name }: { each: string; name: readonly string[] }): string[] {
  return select(each, message).flatMap((file) => {
    const shown = name.flatMap((selector) => select(selector, file)).map((node) => textOf(node))
    return shown.find((text) => text !== '') ?? []
  })
}

/** The texts at the page's known places; `undefined` where none of them is there. */
function placesOf(tree: ParentNode, page: SitePage): Partial<PageText> | undefined {
  const texts: Record<string, string[]> = {}
  for (const { at, to } of page.fields) {
    const found = select(at, tree)
      .map((node) => textOf(node))
      .filter((text) => text !== '')
    if (found.length > 0) texts[to] = [...(texts[to] ?? []), ...found]
  }
  const faq = page.faq === undefined ? [] : questionsOf(tree, page.faq)
  if (Object.keys(texts).length === 0 && faq.length === 0) return undefined
  const { title, catchphrase, body, tags } = texts
  return {
    ...(title === undefined ? {} : { title: title.join('\n') }),
    ...(catchphrase === undefined ? {} : { catchphrase: catchphrase.join('\n') }),
    ...(body === undefined ? {} : { body: body.join('\n\n') }),
    ...(tags === undefined ? {} : { tags }),
    ...(faq.length === 0 ? {} : { faq }),
  }
}

function questionsOf(tree: ParentNode, { q, a, without }: NonNullable<SitePage['faq']>) {
  const answers = select(a, tree)
  return select(q, tree).map((question, index) => ({
    q: textOf(question, new Set<unknown>(without === undefined ? [] : select(without, question))),
    a: answers[index] === undefined ? '' : textOf(answers[index]),
  }))
}
