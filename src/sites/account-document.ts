/** The texts of one page → that part of an account, with the account's own keys. */
import type { Aside } from './aside.ts'
import type { AccountPart } from './site-schema.ts'

export interface PageText {
  readonly title: string
  readonly catchphrase?: string
  readonly body: string
  readonly tags?: readonly string[]
  readonly faq?: readonly { readonly q: string; readonly a: string }[]
  readonly images: readonly { readonly file: string; readonly alt: string }[]
  readonly links: readonly { readonly url: string; readonly label: string }[]
  readonly aside: readonly Aside[]
}

export function accountDocument(part: AccountPart, page: PageText): Record<string, unknown> {
  const { title, body, images, links } = page
  const linked = withAddresses(body, links)
  switch (part) {
    case 'service': {
      const { catchphrase, tags, faq } = page
      return { services: [filled({ title, catchphrase, body: linked, tags, faq })] }
    }
    case 'profile':
      return { profile: filled({ displayName: title, bio: linked }) }
    case 'portfolio':
      return { portfolio: [filled({ title, description: body, images, links })] }
    case 'blog':
      return { blog: [filled({ title, body, links })] }
  }
}

/** Where a part has no list of links, what they lead to is said behind the text. */
const withAddresses = (body: string, links: PageText['links']): string =>
  [body, ...links.map(({ url }) => url).filter((url) => !body.includes(url))].join('\n').trim()

const filled = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
