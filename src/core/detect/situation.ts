/** What a submission brings beside its text: channel, phase, role, history; documents of the history made on demand. */

import type { Submission } from '../contract/submission.ts'
import type { Datum } from './datum.ts'
import type { Analyzer, Document } from './document.ts'
import type { RecentDocuments } from './recent-documents.ts'

export class Situation {
  constructor(
    readonly submission: Submission,
    private readonly analyzer: Analyzer,
    private readonly documents: RecentDocuments,
  ) {}

  /** A text beside the submission's own, made ready; the same text is made ready once. */
  document(text: string): Document {
    return this.documents.of(text)
  }

  /** The other side's messages since the writer's last one, or its last one. */
  asked(): readonly Document[] {
    const { history, role } = this.submission
    const own = history.findLastIndex((message) => message.role === role)
    const since = history.slice(own + 1).filter((message) => message.role !== role)
    const last = history.findLast((message) => message.role !== role)
    const messages = since.length > 0 ? since : last === undefined ? [] : [last]
    return messages.map((message) => this.document(message.text))
  }

  /** The writer's own messages, oldest first. */
  earlier(): readonly Document[] {
    const { history, role } = this.submission
    return history.filter((message) => message.role === role).map((message) => this.document(message.text))
  }

  /** Data that this message completes: numbers and addresses split over the writer's messages. */
  joinedData(current: Document): readonly Datum[] {
    const earlier = this.earlier()
    return earlier.length === 0 ? [] : this.analyzer.joinData(earlier, current)
  }

  /** What the thread is about: the service's category and the job's title and text. */
  about(): readonly Document[] {
    const { category, jobTitle, jobText } = this.submission
    return [category, jobTitle, jobText]
      .filter((text): text is string => text !== undefined && text !== '')
      .map((text) => this.document(text))
  }
}
