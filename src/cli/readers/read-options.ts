/** What the command line says about inputs that do not say it themselves. */
import type { Channel, Phase, Role } from '../../core/contract/submission.ts'
import type { LookUpAttachment } from '../../core/documents/attached-files.ts'
import type { LookUpVideo } from '../../core/documents/linked-videos.ts'
import type { ThreadFacts } from '../../core/documents/thread-facts.ts'

export type InputKind = 'text' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'xlsx' | 'html'

export interface ReadOptions {
  readonly marketplace?: string | undefined
  readonly channel?: Channel | undefined
  readonly phase?: Phase | undefined
  readonly role?: Role | undefined
  readonly category?: string | undefined
  readonly recipientName?: string | undefined
  /** Kind of every input, whatever its name. */
  readonly as?: InputKind | undefined
  /** Table headers: what they are (`title`, …) by how they are written. */
  readonly map?: ReadonlyMap<string, string> | undefined
  /** Those that the linter knows. */
  readonly marketplaces: readonly string[]
  readonly threadFacts: ThreadFacts
  readonly lookUpVideo?: LookUpVideo
  readonly lookUpAttachment?: LookUpAttachment | undefined
  /** The name under which the reader writes in a conversation. */
  readonly me?: string | undefined
  /** Milliseconds since the epoch: the years of messages that have none follow from it. */
  readonly today: number
}
