/** What stands between a question and a reader somewhere: one attempt, without bounds of its own. */
import type { Question } from '../../core/second-opinion/second-opinion.ts'

export type Attempt =
  | { readonly kind: 'said'; readonly text: string }
  /** `retryAfterMs`: the reader asks to be left alone for so long. */
  | { readonly kind: 'failed'; readonly retryAfterMs?: number | undefined }

export interface Asker {
  readonly model: string
  /** May throw; whoever bounds it takes that for a failure. */
  ask(question: Question, signal: AbortSignal): Promise<Attempt>
}

/** Characters of an answer beyond which nobody reads on. */
export const LONGEST_ANSWER = 20_000

export const messagesOf = ({ system, user }: Question) => [
  { role: 'system', content: system },
  { role: 'user', content: user },
]
