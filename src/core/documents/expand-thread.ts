/**
 * Takes a talkroom's export apart: each message is linted with those before it as its history, attachments' names too.
 * What the thread as a whole shows is told by `thread-facts.ts`.
 */
import type { Channel, HistoryMessage, Phase, Role, Submission } from '../contract/submission.ts'
import { asWritten, passageAsWritten } from './as-written.ts'
import { AttachedFiles, type LookUpAttachment } from './attached-files.ts'
import {
  type DocumentFault,
  type ExpandedDocument,
  formatPath,
  NOTHING_TO_READ,
  type NotLookedAt,
  type Passage,
  type Path,
} from './document.ts'
import type { ExpandOptions } from './expand-account.ts'
import { pathAsWritten, THREAD_KEYS } from './known-keys.ts'
import { LinkedVideos } from './linked-videos.ts'
import { parseTime } from './parse-time.ts'
import { passageOf } from './passage.ts'
import { readLeniently, type StrayText } from './read-leniently.ts'
import { type RawThread, threadSchema } from './thread-schema.ts'

/** More history than this changes no verdict; it only costs. */
export const HISTORY_LENGTH = 50

/** A message in its place: `index` is its place in the export. */
export interface ThreadMessage {
  readonly index: number
  readonly id: string | undefined
  readonly role: Role
  readonly channel: Channel
  readonly phase: Phase | undefined
  readonly text: string
  readonly attachments: readonly (string | null | undefined)[]
  readonly sentAt: string | undefined
  /** `sentAt` in milliseconds since the epoch, where it can be read. */
  readonly time: number | undefined
}

export interface ExpandedThread extends Omit<ExpandedDocument, 'passages'> {
  /** Made one by one, because each carries its history. */
  readonly passages: Iterable<Passage>
  /** In the order of their times. */
  readonly messages: readonly ThreadMessage[]
  readonly purchasedAt: number | undefined
  readonly marketplace: string | undefined
}

export const expandThread = (raw: unknown, options: ExpandOptions = {}): ExpandedThread => {
  const read = readLeniently(threadSchema, raw, THREAD_KEYS)
  const empty = {
    passages: [],
    messages: [],
    purchasedAt: undefined,
    marketplace: undefined,
    unknown: [],
    notLookedAt: [],
  }
  if (!('value' in read)) return { ...empty, faults: read.faults }
  const thread = read.value
  const marketplace = thread.marketplace ?? options.marketplace
  const faults: DocumentFault[] = [...read.faults]
  if (!marketplace) {
    faults.push({
      path: ['marketplace'],
      says: '書き出しにも指定にもmarketplaceがありません。--marketplaceなどで指定してください。',
    })
    return { ...empty, faults }
  }
  const timeOf = (text: string | null | undefined, path: Path): number | undefined => {
    if (text === null || text === undefined) return undefined
    const time = parseTime(text)
    if (time === undefined) {
      faults.push({ path, says: '日時として読めません。2026-11-20T18:04:00+09:00 の形にしてください。' })
    }
    return time
  }
  /** What does not fit the schema has been named already. */
  const missing = (fault: DocumentFault) => {
    const place = formatPath(fault.path)
    if (!read.faults.some(({ path }) => place.startsWith(formatPath(path)))) faults.push(fault)
  }
  const purchasedAt = timeOf(thread.purchasedAt, ['purchasedAt'])
  const escrowPaidAt = timeOf(thread.escrowPaidAt, ['escrowPaidAt'])
  const messages = inOrder(
    (thread.messages ?? []).flatMap((message, index): ThreadMessage[] => {
      const path = ['messages', index]
      if (typeof message?.text !== 'string') {
        missing({ path: [...path, 'text'], says: '本文がありません。' })
      }
      if (!message) return []
      if (!message.role) {
        missing({
          path: [...path, 'role'],
          says: 'sellerかbuyerにしてください。sellerとして確かめました。',
        })
      }
      const time = timeOf(message.sentAt, [...path, 'sentAt'])
      const before = time !== undefined && purchasedAt !== undefined && time < purchasedAt
      return [
        {
          index,
          id: message.id?.slice(0, 200),
          role: message.role ?? 'seller',
          channel: message.channel ?? (before ? 'message' : 'talkroom'),
          phase: phaseAt(marketplace, time, escrowPaidAt),
          text: message.text ?? '',
          attachments: (message.attachments ?? []).map((attachment) => attachment?.name),
          sentAt: time === undefined ? undefined : (message.sentAt ?? undefined),
          time,
        },
      ]
    }),
  )
  const lookUp = options.lookUpVideo ?? (() => undefined)
  // The links are looked up at once for what is missing, and again where the passages are made.
  const links = new LinkedVideos(lookUp)
  const files = new AttachedFiles(options.lookUpAttachment)
  for (const message of messages) {
    for (const passage of messagePassages(message, baseOf(thread, marketplace, message, []))) {
      for (const one of [passage, ...files.of(passage)]) links.of(one)
    }
  }
  const notLookedAt: NotLookedAt[] = [...links.notLookedAt, ...files.notLookedAt]
  if (purchasedAt === undefined && messages.length > 0) {
    notLookedAt.push({
      path: ['purchasedAt'],
      code: 'no-time',
      says: '購入日時がないため、最初の連絡までの時間を確かめていません。',
    })
  }
  const untimed = messages.find(({ time }) => time === undefined)
  if (untimed) {
    notLookedAt.push({
      path: ['messages', untimed.index, 'sentAt'],
      code: 'no-time',
      says: '送信日時がないメッセージがあるため、連絡の間隔をすべては確かめていません。',
    })
  }
  faults.push(...overlongNames(thread))
  const passages = () =>
    passagesOf({
      thread,
      marketplace,
      messages,
      lookUp,
      attached: options.lookUpAttachment,
      stray: read.stray,
    })
  if (faults.length === 0 && passages().next().done) faults.push(NOTHING_TO_READ)
  const written = (path: Path) => pathAsWritten(raw, path, THREAD_KEYS)
  return {
    ...asWritten(raw, THREAD_KEYS, { passages: [], faults, unknown: read.unknown, notLookedAt }),
    passages: {
      *[Symbol.iterator]() {
        for (const passage of passages()) yield passageAsWritten(passage, written)
      },
    },
    messages,
    purchasedAt,
    marketplace,
  }
}

/** Names and the like are context; what is longer is none, and nobody has looked at it. */
const MAX_NAME = 200

const overlongNames = ({ buyer, seller, category, jobTitle }: RawThread): DocumentFault[] =>
  [
    { path: ['buyer', 'name'], name: buyer?.name },
    { path: ['seller', 'name'], name: seller?.name },
    { path: ['category'], name: category },
    { path: ['jobTitle'], name: jobTitle },
  ]
    .filter(({ name }) => (name?.length ?? 0) > MAX_NAME)
    .map(({ path }) => ({ path, says: `${MAX_NAME}文字より長いため、確かめていません。短くしてください。` }))

/** On these a deal begins when the escrow is paid, not when a talkroom opens. */
const BEGINS_WITH_ESCROW: ReadonlySet<string> = new Set(['lancers'])

const phaseAt = (
  marketplace: string,
  time: number | undefined,
  escrowPaidAt: number | undefined,
): Phase | undefined => {
  if (!BEGINS_WITH_ESCROW.has(marketplace)) return undefined
  const paid = escrowPaidAt !== undefined && time !== undefined && time >= escrowPaidAt
  return paid ? 'in_contract' : 'before_contract'
}

/** By time; a message without one stays behind the message before it. */
const inOrder = (messages: readonly ThreadMessage[]): ThreadMessage[] => {
  let last = Number.NEGATIVE_INFINITY
  return messages
    .map((message) => {
      last = message.time ?? last
      return { message, at: last }
    })
    .sort((a, b) => (a.at === b.at ? a.message.index - b.message.index : a.at - b.at))
    .map(({ message }) => message)
}

type Base = Omit<Submission, 'text'>

const baseOf = (
  thread: RawThread,
  marketplace: string,
  { id, role, channel, phase, sentAt }: Pick<ThreadMessage, 'id' | 'role' | 'channel' | 'phase' | 'sentAt'>,
  history: HistoryMessage[],
): Base => {
  const [own, other] = role === 'seller' ? [thread.seller, thread.buyer] : [thread.buyer, thread.seller]
  const named = (
    key: 'category' | 'senderName' | 'recipientName' | 'jobTitle',
    name: string | null | undefined,
  ) => (name && name.length <= MAX_NAME ? { [key]: name } : {})
  return {
    ...(id === undefined ? {} : { id }),
    marketplace,
    channel,
    role,
    history,
    approvals: (thread.approvals ?? []).filter((approval) => approval !== null && approval !== undefined),
    ...(phase ? { phase } : {}),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...named('category', thread.category),
    ...named('jobTitle', thread.jobTitle),
    ...named('senderName', own?.name),
    ...named('recipientName', other?.name),
  }
}

const messagePassages = (message: ThreadMessage, base: Base, named: Base = base): Passage[] =>
  [
    passageOf(base, [[['messages', message.index, 'text'], message.text]]),
    ...message.attachments.map((name, index) =>
      passageOf(named, [[['messages', message.index, 'attachments', index, 'name'], name]]),
    ),
  ].filter((passage) => passage !== undefined)

interface Talk {
  readonly thread: RawThread
  readonly marketplace: string
  readonly messages: readonly ThreadMessage[]
  readonly lookUp: NonNullable<ExpandOptions['lookUpVideo']>
  readonly attached: LookUpAttachment | undefined
  readonly stray: readonly StrayText[]
}

function* passagesOf({ thread, marketplace, messages, lookUp, attached, stray }: Talk): Generator<Passage> {
  const videos = new LinkedVideos(lookUp)
  const files = new AttachedFiles(attached)
  let history: HistoryMessage[] = []
  for (const message of messages) {
    const { id, role, text, channel, sentAt } = message
    const after = [
      ...history,
      {
        ...(id === undefined ? {} : { id }),
        role,
        text,
        channel,
        ...(sentAt === undefined ? {} : { sentAt }),
      },
    ].slice(-HISTORY_LENGTH)
    const base = baseOf(thread, marketplace, message, history)
    // A file's name comes after the words that it was sent with, is no first message of its own, and answers no other.
    for (const passage of messagePassages(message, base, { ...base, history: after.slice(-1) })) {
      for (const one of [passage, ...files.of(passage)]) {
        yield one
        yield* videos.of(one)
      }
    }
    history = after
  }
  for (const { path, text } of stray) {
    const message = messages.find(({ index }) => path[0] === 'messages' && path[1] === index) ?? NOBODYS
    const passage = passageOf(baseOf(thread, marketplace, message, []), [[path, text]])
    if (passage === undefined) continue
    yield passage
    yield* videos.of(passage)
  }
}

/** Text that stands in no message is read as the seller's. */
const NOBODYS: Pick<ThreadMessage, 'id' | 'role' | 'channel' | 'phase' | 'sentAt'> = {
  id: undefined,
  role: 'seller',
  channel: 'talkroom',
  phase: undefined,
  sentAt: undefined,
}
