/**
 * Facts that no single message shows: how long somebody was silent, whether the buyer agreed to the delivery. Each
 * names the messages that show it.
 */
import type { Action } from '../contract/report.ts'
import type { PackSpec } from '../rules/rule-spec.ts'
import {
  THREAD_FACTS,
  type ThreadFactName,
  type ThreadFactPolicy,
  type ThreadPolicy,
  withLimit,
} from '../rules/thread-policy.ts'
import { threadPolicyIn } from '../rules/used-packs.ts'
import type { ExpandedThread, ThreadMessage } from './expand-thread.ts'
import { compilePhrases, type ThreadLexicon } from './thread-lexicon.ts'

export interface ThreadFact {
  readonly category: `thread.${ThreadFactName}`
  readonly action: Action
  /** Stable, as a pack's rules are. */
  readonly rule: string
  /** Ids of the messages; `messages[3]` for a message without one. */
  readonly messages: readonly string[]
  readonly says: string
  readonly why: string
  readonly instead: string
}

const HOUR = 3_600_000

export type ThreadFacts = (
  thread: Pick<ExpandedThread, 'marketplace' | 'messages' | 'purchasedAt'>,
) => ThreadFact[]

/** Marketplace → its policy. */
const policiesOf = (packs: readonly PackSpec[]): ReadonlyMap<string, ThreadPolicy> =>
  new Map(
    packs.flatMap((pack) =>
      pack.kind === 'marketplace' ? [[pack.id, threadPolicyIn(pack, packs).policy] as const] : [],
    ),
  )

/** By category, then by time. Messages without a time show nothing about time. */
export const createThreadFacts = (lexicon: ThreadLexicon, packs: readonly PackSpec[]): ThreadFacts => {
  const policies = policiesOf(packs)
  const [asks, consent, approval, reservation, reminder] = [
    compilePhrases(lexicon.asks),
    compilePhrases(lexicon.consent),
    compilePhrases(lexicon.approval),
    compilePhrases(lexicon.reservation),
    compilePhrases(lexicon.reminder),
  ]

  const deliveriesWithoutConsent = (messages: readonly ThreadMessage[]): ThreadMessage[][] => {
    let agreed = false
    let asked = false
    let lastRole: string | undefined
    const found: ThreadMessage[][] = []
    for (const message of messages) {
      const { role, text } = message
      if (message.channel === 'delivery') {
        if (!agreed) found.push([message])
        // A second delivery follows a correction, and wants a go-ahead of its own.
        agreed = false
        asked = false
      } else if (role === 'seller') {
        // Several messages in a row are one turn.
        asked = asks(text) || (asked && lastRole === 'seller')
      } else if (reservation(text)) {
        agreed = false
      } else if (consent(text) || (asked && approval(text))) {
        agreed = true
      }
      lastRole = role
    }
    return found
  }

  const nagging = (messages: readonly ThreadMessage[], hours: number): ThreadMessage[][] => {
    const found: ThreadMessage[][] = []
    let previous: ThreadMessage | undefined
    for (const message of messages) {
      if (previous && message.role !== previous.role) previous = undefined
      if (!reminder(message.text)) continue
      if (previous && within(previous, message, hours * HOUR)) found.push([previous, message])
      previous = message
    }
    return found
  }

  return ({ marketplace, messages, purchasedAt }) => {
    const policy = policies.get(marketplace ?? '') ?? {}
    const bought = messages.filter(
      ({ time, channel }) =>
        channel !== 'message' && (time === undefined || purchasedAt === undefined || time >= purchasedAt),
    )
    const shown: Record<ThreadFactName, (hours: number) => ThreadMessage[][]> = {
      late_first_contact: (hours) => lateFirstContact(bought, purchasedAt, hours),
      no_progress_report: (hours) => silences(bought, hours),
      delivery_without_consent: () => deliveriesWithoutConsent(bought),
      repeated_nagging: (hours) => nagging(messages, hours),
    }
    return THREAD_FACTS.flatMap((name) => {
      const wanted = policy[name]
      return wanted === undefined ? [] : factsOf(name, wanted, shown[name](wanted.hours ?? 0))
    })
  }
}

const within = (a: ThreadMessage, b: ThreadMessage, limit: number): boolean =>
  a.time !== undefined && b.time !== undefined && b.time - a.time <= limit

const lateFirstContact = (
  messages: readonly ThreadMessage[],
  purchasedAt: number | undefined,
  hours: number,
): ThreadMessage[][] => {
  if (purchasedAt === undefined) return []
  const late = ({ time }: ThreadMessage) => time !== undefined && time - purchasedAt > hours * HOUR
  const first = messages.find(({ role }) => role === 'seller')
  // Still silent: whatever was written too late by the other side shows it.
  const shows = first ?? messages.find(late)
  return shows && late(shows) ? [[shows]] : []
}

/** Pairs of the seller's messages, up to the first delivery, with more than so many hours between them. */
const silences = (messages: readonly ThreadMessage[], hours: number): ThreadMessage[][] => {
  const sellers = messages.filter(({ role, time }) => role === 'seller' && time !== undefined)
  const delivery = sellers.findIndex(({ channel }) => channel === 'delivery')
  const until = delivery < 0 ? sellers : sellers.slice(0, delivery + 1)
  return until
    .slice(1)
    .map((message, index) => [until[index]!, message] as const)
    .filter(([before, after]) => after.time! - before.time! > hours * HOUR)
    .map((pair) => [...pair])
}

const factsOf = (
  name: ThreadFactName,
  { action, says, why, instead, ...limit }: ThreadFactPolicy,
  shown: readonly (readonly ThreadMessage[])[],
): ThreadFact[] =>
  shown.map((messages) => ({
    category: `thread.${name}`,
    rule: `thread/${name.replaceAll('_', '-')}`,
    action,
    says: withLimit(says, limit),
    why: withLimit(why, limit),
    instead,
    messages: messages.map(({ id, index }) => id ?? `messages[${index}]`),
  }))
