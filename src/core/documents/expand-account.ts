/** Takes an account's export apart: every text in it becomes a field, in the channel where a visitor reads it. */
import type { Submission } from '../contract/submission.ts'
import { type AboutAccount, aboutAccount } from './about-account.ts'
import { type Account, accountSchema, type PortfolioItem, portfolioItemSchema } from './account-schema.ts'
import type { DocumentFault, ExpandedDocument, Passage, Path } from './document.ts'
import { LinkedVideos, type LookUpVideo, libraryOf, type VideoLibrary } from './linked-videos.ts'
import { type Context, contextOf, passageOf } from './passage.ts'
import { readLeniently } from './read-leniently.ts'

export interface ExpandOptions {
  /** For exports that do not say it themselves. */
  readonly marketplace?: string | undefined
  /** Metadata of videos that the export does not carry, by `videoKey`. */
  readonly lookUpVideo?: LookUpVideo
}

const NO_MARKETPLACE = '書き出しにも指定にもmarketplaceがありません。--marketplaceなどで指定してください。'

export interface ExpandedAccount extends ExpandedDocument {
  /** What a certification looks at beside the texts; missing where the account cannot be read. */
  readonly about?: AboutAccount
}

export const expandAccount = (raw: unknown, options: ExpandOptions = {}): ExpandedAccount => {
  const read = readLeniently(accountSchema, raw)
  if (!('value' in read)) return nothing(read.faults)
  const account = read.value
  const marketplace = account.marketplace ?? options.marketplace
  if (!marketplace) return nothing([...read.faults, { path: ['marketplace'], says: NO_MARKETPLACE }])
  const passages = present([
    ...profilePassages(account, contextOf(marketplace, 'profile')),
    ...servicePassages(account, contextOf(marketplace, 'service')),
    ...(account.portfolio ?? []).flatMap((item, index) =>
      itemPassages(item, ['portfolio', index], contextOf(marketplace, 'portfolio')),
    ),
    ...blogPassages(account, contextOf(marketplace, 'blog')),
  ])
  return {
    ...finish(passages, read, libraryOf(account.links, ['links']), options),
    about: aboutAccount(account, marketplace),
  }
}

export interface ExpandItemOptions extends ExpandOptions {
  readonly channel?: Submission['channel'] | undefined
}

/** One portfolio item alone, with the paths of its own keys (`title`, `images[0].alt`). */
export const expandPortfolioItem = (raw: unknown, options: ExpandItemOptions = {}): ExpandedDocument => {
  const { marketplace: own, ...rest } = raw as Record<string, unknown>
  const read = readLeniently(portfolioItemSchema, rest)
  if (!('value' in read)) return nothing(read.faults)
  const marketplace = typeof own === 'string' && own !== '' ? own : options.marketplace
  if (!marketplace) return nothing([...read.faults, { path: ['marketplace'], says: NO_MARKETPLACE }])
  const context = contextOf(marketplace, options.channel ?? 'portfolio')
  return finish(present(itemPassages(read.value, [], context)), read, new Map(), options)
}

type MaybePassage = Passage | undefined

const nothing = (faults: readonly DocumentFault[]): ExpandedDocument => ({
  passages: [],
  faults,
  unknown: [],
  notLookedAt: [],
})

const finish = (
  passages: readonly Passage[],
  { faults, unknown }: { faults: readonly DocumentFault[]; unknown: readonly Path[] },
  carried: VideoLibrary,
  { lookUpVideo }: ExpandOptions,
): ExpandedDocument => {
  const videos = new LinkedVideos((key) => carried.get(key) ?? lookUpVideo?.(key))
  const all = passages.flatMap((passage) => [passage, ...videos.of(passage)])
  return { passages: all, notLookedAt: videos.notLookedAt, faults, unknown }
}

const present = (passages: readonly MaybePassage[]): Passage[] =>
  passages.filter((passage) => passage !== undefined)

/** One passage for each named key, and for each element where the key holds a list of texts. */
const each = (
  context: Context,
  path: Path,
  values: object | null | undefined,
  ...keys: string[]
): MaybePassage[] =>
  keys.flatMap((key) => {
    const value = (values as Record<string, unknown> | null | undefined)?.[key]
    if (!Array.isArray(value)) return [passageOf(context, [[[...path, key], value as string]])]
    return value.map((text, index) => passageOf(context, [[[...path, key, index], text as string]]))
  })

const profilePassages = ({ profile }: Account, context: Context): MaybePassage[] => [
  ...each(context, ['profile'], profile, 'displayName', 'catchphrase', 'bio', 'skills', 'career'),
  ...each(context, ['profile', 'accounts'], profile?.accounts, 'x', 'github'),
]

const servicePassages = ({ services }: Account, common: Context): MaybePassage[] =>
  (services ?? []).flatMap((service, index) => {
    const path = ['services', index]
    const context = withCategory(common, service?.category)
    return [
      ...each(context, path, service, 'title', 'catchphrase', 'body'),
      // A question is judged with its answer: 'LINEでもできますか?' with a refusal below is nothing.
      ...(service?.faq ?? []).map((pair, at) =>
        passageOf(context, [
          [[...path, 'faq', at, 'q'], pair?.q],
          [[...path, 'faq', at, 'a'], pair?.a],
        ]),
      ),
      ...each(context, path, service, 'price', 'tags'),
    ]
  })

const itemPassages = (
  item: PortfolioItem | null | undefined,
  path: Path,
  common: Context,
): MaybePassage[] => {
  const context = withCategory(common, item?.category)
  return [
    ...each(context, path, item, 'title', 'description', 'tags', 'category', 'year', 'client'),
    ...(item?.images ?? []).flatMap((image, index) =>
      each(context, [...path, 'images', index], image, 'file', 'alt', 'caption'),
    ),
    ...linkPassages(item?.links, path, context),
  ]
}

const blogPassages = ({ blog }: Account, context: Context): MaybePassage[] =>
  (blog ?? []).flatMap((post, index) => [
    ...each(context, ['blog', index], post, 'title', 'body'),
    ...linkPassages(post?.links, ['blog', index], context),
  ])

const linkPassages = (links: PortfolioItem['links'], path: Path, context: Context): MaybePassage[] =>
  (links ?? []).flatMap((link, index) => each(context, [...path, 'links', index], link, 'url', 'label'))

/** A service's category is context for its words; longer ones are no category. */
const withCategory = (context: Context, category: string | null | undefined): Context =>
  category && category.length <= 200 ? { ...context, category } : context
