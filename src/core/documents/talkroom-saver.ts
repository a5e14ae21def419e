/**
 * Conversations as browser add-ons and pages give them: who, when, what, and no word on who sells → a talkroom. Talkroom
 * Saver's files are lists of `{ sender, label, postTime, content, links }`, oldest first.
 */
import type { Channel, Role } from '../contract/submission.ts'
import { postedTimes } from './posted-time.ts'

/** A message as it was seen. */
export interface SeenMessage {
  readonly sender: string
  readonly text: string
  readonly time?: string | undefined
  readonly channel?: Channel | undefined
  readonly files?: readonly string[]
  /** Known by the page to be of the other side. */
  readonly other?: boolean | undefined
  /** Where it stood. */
  readonly index: number
}

export interface ConversationOptions {
  readonly marketplace?: string | undefined
  /** The name under which the reader writes, beside what pages call them. */
  readonly me?: string | undefined
  /** What the reader is. */
  readonly role?: Role | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Names of the site itself. */
  readonly system?: readonly string[]
  /** What a page calls the reader. */
  readonly self?: readonly string[]
}

export interface Conversation {
  /** As `expandThread` takes it. */
  readonly thread: Readonly<Record<string, unknown>>
  /** The place of each message in what was given. */
  readonly indices: readonly number[]
  /** Who writes, where nobody is known to be the reader: then all are taken for sellers, which is the stricter. */
  readonly unclear: readonly string[]
}

const SYSTEM = ['ココナラ', 'システム', '運営', '自動送信', 'システムメッセージ']
const SELF = ['自分', 'あなた']

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:さん|様)$/, '')

export function conversationOf(seen: readonly SeenMessage[], options: ConversationOptions): Conversation {
  const { marketplace, me, role = 'seller', now } = options
  const system = new Set([...SYSTEM, ...(options.system ?? [])].map(plain))
  const self = new Set([...SELF, ...(options.self ?? []), ...(me === undefined ? [] : [me])].map(plain))
  const people = seen.filter(({ sender }) => !system.has(plain(sender)))
  const names = [...new Set(people.map(({ sender }) => sender))]
  const isMine = ({ sender, other }: SeenMessage): boolean =>
    other === undefined ? self.has(plain(sender)) : !other
  const isClear = people.length === 0 || people.some((one) => isMine(one) || one.other === true)
  const otherRole: Role = role === 'seller' ? 'buyer' : 'seller'
  const times = postedTimes(
    people.map(({ time }) => time),
    now,
  )
  const otherName = people.find((one) => !isMine(one))?.sender
  const named = (who: Role): object => {
    const name = who === role ? me : otherName
    return name === undefined ? {} : { [who]: { name } }
  }
  return {
    thread: {
      ...(marketplace === undefined ? {} : { marketplace }),
      ...(isClear ? { ...named('seller'), ...named('buyer') } : {}),
      messages: people.map((message, at) => ({
        role: !isClear ? 'seller' : isMine(message) ? role : otherRole,
        text: message.text,
        ...(times[at] === undefined ? {} : { sentAt: times[at] }),
        ...(message.channel === undefined ? {} : { channel: message.channel }),
        ...(message.files === undefined || message.files.length === 0
          ? {}
          : { attachments: message.files.map((name) => ({ name })) }),
      })),
    },
    indices: people.map(({ index }) => index),
    unclear: isClear ? [] : names,
  }
}

/** Whether it is a file of Talkroom Saver. */
export const isTalkroomSaver = (raw: unknown): raw is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(raw) &&
  raw.length > 0 &&
  raw.every(
    (one) =>
      one !== null &&
      typeof one === 'object' &&
      typeof (one as { sender?: unknown }).sender === 'string' &&
      'content' in one,
  )

export const saverMessages = (raw: readonly Readonly<Record<string, unknown>>[]): SeenMessage[] =>
  raw.map((one, index) => ({
    index,
    // Notices of the site have no name in some versions.
    sender: one.type === 'notice' ? 'システム' : String(one.sender),
    text: withLinks(String(one.content ?? ''), one.links),
    time: typeof one.postTime === 'string' ? one.postTime : undefined,
    channel: one.label === '正式な納品' ? 'delivery' : 'talkroom',
  }))

/** A link whose address is not among the words is said behind them: it is what a click follows. */
export function withLinks(text: string, links: unknown): string {
  if (!Array.isArray(links)) return text
  const addresses = links
    .map((link) => (link as { url?: unknown } | null)?.url)
    .filter((url): url is string => typeof url === 'string' && /^https?:/i.test(url) && !text.includes(url))
  return [text, ...new Set(addresses)].join('\n')
}
