/**
 * One JSON value → events: a submission, an account, a talkroom, a portfolio item, or a list of them. The same for a
 * file of JSON and for a line of JSONL.
 */
import { type Submission, submissionSchema } from '../../core/contract/submission.ts'
import { type ExpandedDocument, formatPath, type Path } from '../../core/documents/document.ts'
import { expandAccount, expandPortfolioItem } from '../../core/documents/expand-account.ts'
import { expandThread } from '../../core/documents/expand-thread.ts'
import { type Keys, nearestKey } from '../../core/documents/known-keys.ts'
import { kindOfRecord } from '../../core/documents/record-kind.ts'
import { conversationOf, isTalkroomSaver, saverMessages } from '../../core/documents/talkroom-saver.ts'
import type { PassagePlace, ReadEvent } from '../read-event.ts'
import type { ReadOptions } from './read-options.ts'

export interface RecordAt {
  readonly file: string
  readonly place: PassagePlace
  /** Byte of the record in its file, where that is known. */
  readonly byte?: number
}

export function* readRecord(raw: unknown, at: RecordAt, options: ReadOptions): Generator<ReadEvent> {
  switch (kindOfRecord(raw)) {
    case 'list':
      if (isTalkroomSaver(raw)) return yield* readSaver(raw, at, options)
      for (const [index, element] of (raw as unknown[]).entries()) {
        yield* readRecord(element, elementAt(at, index), options)
      }
      return
    case 'submission':
      yield* readSubmission(raw as Record<string, unknown>, at, options)
      return
    case 'account':
      yield* readAccount(raw, at, options)
      return
    case 'item':
      yield* readDocument(expandPortfolioItem(raw, options), at, options)
      return
    case 'talkroom': {
      const thread = expandThread(raw, options)
      yield* readDocument(thread, at, options)
      const { file, place } = at
      const facts = options.threadFacts(thread)
      if (thread.messages.length > 0) yield { type: 'facts', file, facts, place }
      return
    }
    case 'video':
      yield {
        type: 'note',
        file: at.file,
        says: '動画の情報なので、単独では確かめていません。--videosで指定してください。',
      }
      return
    default:
      yield fault(at, [], '投稿、アカウント、トークルーム、作品のどの形でもありません。')
  }
}

/** The marketplace that the add-on is for. */
const SAVERS_MARKETPLACE = 'coconala'

function* readSaver(
  raw: Parameters<typeof saverMessages>[0],
  at: RecordAt,
  options: ReadOptions,
): Generator<ReadEvent> {
  const { marketplace = SAVERS_MARKETPLACE, me, role, today } = options
  const talk = conversationOf(saverMessages(raw), { marketplace, me, role, now: today })
  if (talk.unclear.length > 0) yield fault(at, [], whoAreYou(talk.unclear))
  const { locate } = at.place
  const inFile = ([first, index, ...rest]: Path): Path =>
    first === 'messages' && typeof index === 'number'
      ? [talk.indices[index] ?? index, ...rest.map((key) => (key === 'text' ? 'content' : key))]
      : []
  yield* readRecord(
    talk.thread,
    { ...at, place: { ...at.place, ...(locate ? { locate: (path: Path) => locate(inFile(path)) } : {}) } },
    options,
  )
}

/** For a conversation in which nobody is known to be the reader. */
export const whoAreYou = (names: readonly string[]): string =>
  `どれがご自分か分かりません(${names.slice(0, 5).join('、')})。--meで名前を指定してください。すべて出品者の発言として確かめました。`

function* readAccount(raw: unknown, at: RecordAt, options: ReadOptions): Generator<ReadEvent> {
  const account = expandAccount(raw, options)
  if (account.about) yield { type: 'account', file: at.file, about: account.about }
  yield* readDocument(account, at, options)
}

const elementAt = ({ file, place, byte }: RecordAt, index: number): RecordAt => {
  const { locate } = place
  return {
    file,
    ...(byte === undefined ? {} : { byte }),
    place: {
      ...place,
      prefix: [...(place.prefix ?? []), index],
      ...(locate ? { locate: (path: Path) => locate([index, ...path]) } : {}),
    },
  }
}

const fault = ({ file, place, byte }: RecordAt, path: Path, says: string): ReadEvent => {
  const found = place.locate?.(path)
  const where = formatPath([...(place.prefix ?? []), ...path])
  const line = found?.line ?? place.line
  return {
    type: 'fault',
    fault: {
      file,
      ...(line === undefined ? {} : { line }),
      ...(found ? { column: found.column } : {}),
      ...(place.row === undefined ? {} : { row: place.row }),
      ...(byte === undefined ? {} : { byte }),
      says: where === '' ? says : `${where}: ${says}`,
    },
  }
}

export function* readDocument(
  document: Pick<ExpandedDocument, 'faults' | 'unknown' | 'notLookedAt'> & {
    passages: ExpandedDocument['passages'] | Iterable<ExpandedDocument['passages'][number]>
  },
  at: RecordAt,
  { marketplaces }: ReadOptions,
): Generator<ReadEvent> {
  const { file, place } = at
  for (const { path, says } of document.faults) yield fault(at, path, says)
  const unknown = document.unknown.map(
    ({ path, meant }) =>
      formatPath([...(place.prefix ?? []), ...path]) + (meant === undefined ? '' : `(${meant}のことですか?)`),
  )
  if (unknown.length > 0) {
    yield { type: 'note', file, says: `知らない項目は、ページの文章として確かめました: ${brief(unknown)}` }
  }
  for (const passage of document.passages) {
    if (!marketplaces.includes(passage.submission.marketplace)) {
      yield fault(at, ['marketplace'], `${marketplaces.join('、')} のどれかにしてください。`)
      return
    }
    yield { type: 'lint', file, shape: 'document', passage, place }
  }
  for (const what of document.notLookedAt) yield { type: 'not-looked-at', file, what, place }
}

const brief = (paths: readonly string[]): string =>
  paths.length > 5 ? `${paths.slice(0, 5).join('、')} など${paths.length}件` : paths.join('、')

const SUBMISSION_KEYS: Keys = {
  keys: Object.fromEntries(Object.keys(submissionSchema.shape).map((key) => [key, {}])),
}
/** Shorter ones are like too many words: `test` is no `text`. */
const LONG_KEY = 5

function* readSubmission(
  raw: Record<string, unknown>,
  at: RecordAt,
  options: ReadOptions,
): Generator<ReadEvent> {
  const own: Record<string, unknown> = {}
  // What a line says wins; labels and other people's keys (`expect`, `src`, …) are their own affair, but for a slip of
  // the pen, and for a text that stands there in place of the submission's own.
  const isBlank = typeof raw.text === 'string' && raw.text.trim() === ''
  for (const [key, value] of Object.entries(raw)) {
    if (Object.hasOwn(SUBMISSION_KEYS.keys, key)) {
      if (value !== null) own[key] = value
      continue
    }
    const meant = nearestKey(key, SUBMISSION_KEYS)
    if (meant !== undefined && meant.length >= LONG_KEY) {
      yield fault(at, [], `知らない項目があります(${meant}のことですか?)。確かめていません。`)
    } else if (isBlank && typeof value === 'string' && value.trim() !== '') {
      yield fault(at, [], 'textが空で、知らない項目に文章があります。textに入れてください。')
    }
  }
  const read = submissionSchema.safeParse({ ...given(options), ...own })
  if (!read.success) {
    const issue = read.error.issues[0]
    const path = (issue?.path ?? []).filter((key) => typeof key !== 'symbol')
    yield fault(at, path, problem(path, issue?.message ?? ''))
    return
  }
  if (!options.marketplaces.includes(read.data.marketplace)) {
    yield fault(at, ['marketplace'], `${options.marketplaces.join('、')} のどれかにしてください。`)
    return
  }
  const { text } = read.data
  const passage = { parts: [{ path: ['text'], start: 0, end: text.length }], submission: read.data }
  yield { type: 'lint', file: at.file, shape: 'submission', passage, place: at.place }
}

const problem = (path: Path, message: string): string =>
  path.length === 1 && path[0] === 'marketplace'
    ? 'marketplaceがありません。行に書くか、--marketplaceで指定してください。'
    : `投稿として読めません(${message})。`

/** The context that the command line gives, without what it leaves open. */
export const given = (options: ReadOptions): Partial<Submission> => {
  const { marketplace, channel, phase, role, category, recipientName } = options
  const entries = Object.entries({ marketplace, channel, phase, role, category, recipientName })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
