/** What a submission brings beside its text: channel, phase, role, history; documents of the history made on demand. */

import type { Datum } from '../contact-data/common/datum.ts'
import type { HistoryMessage, Submission } from '../contract/submission.ts'
import type { Analyzer, Document } from './document.ts'
import type { RecentDocuments } from './recent-documents.ts'

/** The categories that the rules find in a message of the history, as its writer's own. */
export type FindProposals = (message: HistoryMessage) => ReadonlySet<string>

/** Whose messages: the other side's last ones, or the writer's own. */
export type Side = 'asked' | 'earlier'

const NOTHING: ReadonlySet<string> = new Set()
const NO_MESSAGES: readonly HistoryMessage[] = []
const NO_DATA: readonly Datum[] = []

export class Situation {
  /** @param findProposals left out where a message of the history is itself looked at: nothing is accepted there. */
  constructor(
    readonly submission: Submission,
    private readonly analyzer: Analyzer,
    private readonly documents: RecentDocuments,
    private readonly findProposals: FindProposals = () => NOTHING,
  ) {}

  /** A text beside the submission's own, made ready; the same text is made ready once. */
  document(text: string): Document {
    return this.documents.of(text)
  }

  private readonly bySide = new Map<Side, readonly HistoryMessage[]>()
  private joined: { readonly current: Document; readonly data: readonly Datum[] } | undefined

  private messages(side: Side): readonly HistoryMessage[] {
    if (this.submission.history.length === 0) return NO_MESSAGES
    let messages = this.bySide.get(side)
    if (messages === undefined) {
      messages = this.messagesOf(side)
      this.bySide.set(side, messages)
    }
    return messages
  }

  private messagesOf(side: Side): readonly HistoryMessage[] {
    const { history, role } = this.submission
    if (side === 'earlier') return history.filter((message) => message.role === role)
    const own = history.findLastIndex((message) => message.role === role)
    const since = history.slice(own + 1).filter((message) => message.role !== role)
    const last = history.findLast((message) => message.role !== role)
    return since.length > 0 ? since : last === undefined ? [] : [last]
  }

  /** Whether there is any message of that side. */
  hasMessages(side: Side): boolean {
    return this.messages(side).length > 0
  }

  /** The other side's messages since the writer's last one, or its last one. */
  asked(): readonly Document[] {
    return this.messages('asked').map((message) => this.document(message.text))
  }

  /** The writer's own messages, oldest first. */
  earlier(): readonly Document[] {
    return this.messages('earlier').map((message) => this.document(message.text))
  }

  /** Whether one of these messages proposes what a category is about. */
  isProposed(category: string, side: Side): boolean {
    return this.messages(side).some((message) => this.findProposals(message).has(category))
  }

  /** Data that this message completes: numbers and addresses split over the writer's messages. */
  joinedData(current: Document): readonly Datum[] {
    if (!this.hasMessages('earlier')) return NO_DATA
    if (this.joined?.current !== current)
      this.joined = { current, data: this.analyzer.joinData(this.earlier(), current) }
    return this.joined.data
  }

  /** What the thread is about: the service's category and the job's title and text. */
  about(): readonly Document[] {
    const { category, jobTitle, jobText } = this.submission
    return [category, jobTitle, jobText]
      .filter((text): text is string => text !== undefined && text !== '')
      .map((text) => this.document(text))
  }
}
