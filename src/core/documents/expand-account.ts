/** Takes an account's export apart: every text in it becomes a field, in the channel where a visitor reads it. */
import type { Submission } from '../contract/submission.ts'
import { type AboutAccount, aboutAccount } from './about-account.ts'
import { type Account, accountSchema, type PortfolioItem, portfolioItemSchema } from './account-schema.ts'
import { asWritten } from './as-written.ts'
import { AttachedFiles, type LookUpAttachment } from './attached-files.ts'
import {
  type DocumentFault,
  type ExpandedDocument,
  NOTHING_TO_READ,
  type Passage,
  type Path,
} from './document.ts'
import { ACCOUNT_KEYS, ITEM_KEYS, type Keys, nearestKey } from './known-keys.ts'
import { LinkedVideos, type LookUpVideo, libraryOf, type VideoLibrary } from './linked-videos.ts'
import { parseTime } from './parse-time.ts'
import { type Context, contextOf, passageOf } from './passage.ts'
import { type LenientlyRead, readLeniently, type StrayText, textsOf } from './read-leniently.ts'
import { readVideoMetadata } from './video-metadata.ts'

export interface ExpandOptions {
  /** For exports that do not say it themselves. */
  readonly marketplace?: string | undefined
  /** Metadata of videos that the export does not carry, by `videoKey`. */
  readonly lookUpVideo?: LookUpVideo
  /** What is in the files that pages and messages name. */
  readonly lookUpAttachment?: LookUpAttachment | undefined
}

const NO_MARKETPLACE = '書き出しにも指定にもmarketplaceがありません。--marketplaceなどで指定してください。'

export interface ExpandedAccount extends ExpandedDocument {
  /** What a certification looks at beside the texts; missing where the account cannot be read. */
  readonly about?: AboutAccount
}

export const expandAccount = (raw: unknown, options: ExpandOptions = {}): ExpandedAccount => {
  const read = readLeniently(accountSchema, raw, ACCOUNT_KEYS)
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
    ...[...read.stray, ...unreadIn(account)].map(({ path, text }) =>
      passageOf(contextOf(marketplace, channelOf(path)), [[path, text]]),
    ),
  ])
  return {
    ...finish(raw, ACCOUNT_KEYS, passages, read, libraryOf(account.links, ['links']), options),
    about: aboutAccount(account, marketplace),
  }
}

export interface ExpandItemOptions extends ExpandOptions {
  readonly channel?: Submission['channel'] | undefined
}

/** An item alone may say where it is from. */
const LONE_ITEM_KEYS: Keys = {
  keys: { ...ITEM_KEYS.keys, marketplace: ACCOUNT_KEYS.keys.marketplace! },
}
const loneItemSchema = portfolioItemSchema.extend({ marketplace: accountSchema.shape.marketplace })

/** One portfolio item alone, with the paths of its own keys (`title`, `images[0].alt`). */
export const expandPortfolioItem = (raw: unknown, options: ExpandItemOptions = {}): ExpandedDocument => {
  const read = readLeniently(loneItemSchema, raw, LONE_ITEM_KEYS)
  if (!('value' in read)) return nothing(read.faults)
  const marketplace = read.value.marketplace || options.marketplace
  if (!marketplace) return nothing([...read.faults, { path: ['marketplace'], says: NO_MARKETPLACE }])
  const context = contextOf(marketplace, options.channel ?? 'portfolio')
  const passages = present([
    ...itemPassages(read.value, [], context),
    ...read.stray.map(({ path, text }) => passageOf(context, [[path, text]])),
  ])
  return finish(raw, LONE_ITEM_KEYS, passages, read, new Map(), options)
}

/** Texts at places that the schema knows and nobody looks at, where they are not what belongs there. */
function* unreadIn({ links, figures }: Account): Generator<StrayText> {
  for (const [index, link] of (links ?? []).entries()) {
    const path = ['links', index]
    // The metadata of a video counts where a page links the video.
    const isVideo = readVideoMetadata(link, path).some((video) => video.title ?? video.description)
    if (!isVideo) yield* textsOf(link, path)
  }
  for (const stray of textsOf(figures, ['figures'])) {
    if (!/^[\d.,+%-]*$/.test(stray.text.normalize('NFKC').trim())) yield stray
  }
}

const CHANNELS: ReadonlyMap<string, Submission['channel']> = new Map([
  ['services', 'service'],
  ['portfolio', 'portfolio'],
  ['blog', 'blog'],
])

/** The page on which a text stands that has no place of its own. */
const channelOf = ([first]: Path): Submission['channel'] => {
  const key = String(first)
  return CHANNELS.get(key) ?? CHANNELS.get(nearestKey(key, ACCOUNT_KEYS) ?? '') ?? 'profile'
}

type MaybePassage = Passage | undefined

const nothing = (faults: readonly DocumentFault[]): ExpandedDocument => ({
  passages: [],
  faults,
  unknown: [],
  notLookedAt: [],
})

const finish = (
  raw: unknown,
  keys: Keys,
  passages: readonly Passage[],
  read: Pick<LenientlyRead<unknown>, 'faults' | 'unknown'>,
  carried: VideoLibrary,
  { lookUpVideo, lookUpAttachment }: ExpandOptions,
): ExpandedDocument => {
  const videos = new LinkedVideos((key) => carried.get(key) ?? lookUpVideo?.(key))
  const files = new AttachedFiles(lookUpAttachment)
  const own = passages.flatMap((passage) => [passage, ...files.of(passage)])
  const all = own.flatMap((passage) => [passage, ...videos.of(passage)])
  const empty = all.length === 0 && read.faults.length === 0
  return asWritten(raw, keys, {
    passages: all,
    notLookedAt: [...videos.notLookedAt, ...files.notLookedAt],
    faults: empty ? [NOTHING_TO_READ] : read.faults,
    unknown: read.unknown,
  })
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
      // A question is judged with its answer, and read as one: 'LINEでもできますか?' with a refusal below is nothing.
      ...(service?.faq ?? []).map((pair, at) =>
        passageOf(context, [
          [[...path, 'faq', at, 'q'], pair?.q, 'Q. '],
          [[...path, 'faq', at, 'a'], pair?.a, 'A. '],
        ]),
      ),
      ...each(context, path, service, 'price', 'category', 'tags'),
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
    ...(parseTime(post?.publishedAt ?? '') === undefined
      ? each(context, ['blog', index], post, 'publishedAt')
      : []),
    ...linkPassages(post?.links, ['blog', index], context),
  ])

const linkPassages = (links: PortfolioItem['links'], path: Path, context: Context): MaybePassage[] =>
  (links ?? []).flatMap((link, index) => each(context, [...path, 'links', index], link, 'url', 'label'))

/** A service's category is context for its words; longer ones are no category. */
const withCategory = (context: Context, category: string | null | undefined): Context =>
  category && category.length <= 200 ? { ...context, category } : context
