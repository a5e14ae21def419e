/** What patterns are matched against. */
import type { Token } from '../morph/token.ts'
import type { Annotations } from './annotations.ts'
import type { TextIndex } from './text-index.ts'

/** What a pattern looks at. */
export interface Matchable {
  /** The plain text, case folded, of the same length as the plain text. */
  readonly folded: string
  readonly index: TextIndex
  /** The end of the sentence that holds this position. */
  sentenceEnd(position: number): number
  sentenceStart(position: number): number
  annotations(className: string): Annotations
  readonly tokens: readonly Token[]
  /** The token that starts here. */
  tokenAt(position: number): Token | undefined
}
