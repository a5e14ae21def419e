/**
 * Facts that no single message shows: how long somebody was silent, whether the buyer agreed to the delivery. Each
 * names the messages that show it.
 */
import type { Action } from '../contract/report.ts'
import type { ExpandedThread, ThreadMessage } from './expand-thread.ts'
import { compilePhrases, type ThreadLexicon } from './thread-lexicon.ts'

export interface ThreadFact {
  readonly category:
    | 'thread.late_first_contact'
    | 'thread.no_progress_report'
    | 'thread.delivery_without_consent'
    | 'thread.repeated_nagging'
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
/** coconala cancels a deal by itself when the seller stays silent for longer. */
const FIRST_CONTACT = 48 * HOUR
const PROGRESS = 7 * 24 * HOUR
const NAGGING = 24 * HOUR

export type ThreadFacts = (thread: Pick<ExpandedThread, 'messages' | 'purchasedAt'>) => ThreadFact[]

/** By category, then by time. Messages without a time show nothing about time. */
export const createThreadFacts = (lexicon: ThreadLexicon): ThreadFacts => {
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

  const nagging = (messages: readonly ThreadMessage[]): ThreadMessage[][] => {
    const found: ThreadMessage[][] = []
    let previous: ThreadMessage | undefined
    for (const message of messages) {
      if (previous && message.role !== previous.role) previous = undefined
      if (!reminder(message.text)) continue
      if (previous && within(previous, message, NAGGING)) found.push([previous, message])
      previous = message
    }
    return found
  }

  return ({ messages, purchasedAt }) => {
    const bought = messages.filter(
      ({ time, channel }) =>
        channel !== 'message' && (time === undefined || purchasedAt === undefined || time >= purchasedAt),
    )
    return [
      ...lateFirstContact(bought, purchasedAt).map((shown) => fact('late_first_contact', shown)),
      ...silences(bought).map((shown) => fact('no_progress_report', shown)),
      ...deliveriesWithoutConsent(bought).map((shown) => fact('delivery_without_consent', shown)),
      ...nagging(messages).map((shown) => fact('repeated_nagging', shown)),
    ]
  }
}

const within = (a: ThreadMessage, b: ThreadMessage, limit: number): boolean =>
  a.time !== undefined && b.time !== undefined && b.time - a.time <= limit

const lateFirstContact = (
  messages: readonly ThreadMessage[],
  purchasedAt: number | undefined,
): ThreadMessage[][] => {
  if (purchasedAt === undefined) return []
  const late = ({ time }: ThreadMessage) => time !== undefined && time - purchasedAt > FIRST_CONTACT
  const first = messages.find(({ role }) => role === 'seller')
  // Still silent: whatever was written too late by the other side shows it.
  const shows = first ?? messages.find(late)
  return shows && late(shows) ? [[shows]] : []
}

/** Pairs of the seller's messages, up to the first delivery, with more than a week between them. */
const silences = (messages: readonly ThreadMessage[]): ThreadMessage[][] => {
  const sellers = messages.filter(({ role, time }) => role === 'seller' && time !== undefined)
  const delivery = sellers.findIndex(({ channel }) => channel === 'delivery')
  const until = delivery < 0 ? sellers : sellers.slice(0, delivery + 1)
  return until
    .slice(1)
    .map((message, index) => [until[index]!, message] as const)
    .filter(([before, after]) => after.time! - before.time! > PROGRESS)
    .map((pair) => [...pair])
}

/** What each fact is, for whoever asks. */
export const THREAD_FACTS = {
  late_first_contact: {
    action: 'warn',
    says: '購入から48時間を過ぎて、出品者の最初の連絡がありました。',
    why: 'ココナラでは、購入後に出品者の連絡がないまま48時間が過ぎると、取引が自動でキャンセルされます。購入者も不安になります。',
    instead: 'ご購入ありがとうございます。まずは〇日までに、進め方とお伺いしたい点をお送りいたします。',
  },
  no_progress_report: {
    action: 'note',
    says: '納品までの間に、出品者の連絡が7日より長く空きました。',
    why: '進み具合が分からないと、購入者は不安になります。お返事を待っている間でも、週に一度の報告が安心につながります。',
    instead: '現在は〇〇まで進んでおります。〇日に次の案をお見せする予定です。',
  },
  delivery_without_consent: {
    action: 'note',
    says: '購入者の了承を確かめないまま、正式な納品をしています。',
    why: '正式な納品のあとは修正のお願いがしにくくなります。先に確認と了承を得ておくと、評価にもつながります。',
    instead: 'こちらで制作はすべて完了となります。納品処理をさせていただいてよろしいでしょうか?',
  },
  repeated_nagging: {
    action: 'warn',
    says: '返事がないまま、24時間のうちに二度催促しています。',
    why: '続けての催促は、相手を追い詰めている印象になります。',
    instead: 'お忙しいところ恐れ入ります。〇日頃までにご状況をお知らせいただけますと幸いです。',
  },
} as const

const fact = (name: keyof typeof THREAD_FACTS, messages: readonly ThreadMessage[]): ThreadFact => ({
  category: `thread.${name}`,
  rule: `thread/${name.replaceAll('_', '-')}`,
  ...THREAD_FACTS[name],
  messages: messages.map(({ id, index }) => id ?? `messages[${index}]`),
})
