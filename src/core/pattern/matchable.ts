/** What patterns are matched against, and when one of its morphemes is meant. */
import type { Token } from '../morph/token.ts'
import type { Annotations } from './annotations.ts'
import type { MorphemeTest } from './pattern.ts'
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

export const passes = (token: Token, test: MorphemeTest): boolean =>
  ((test.pos === undefined || token.pos.includes(test.pos)) &&
    (test.base === undefined || token.baseForm === test.base) &&
    (test.form === undefined || token.conjugationForm.startsWith(test.form)) &&
    (test.surface === undefined || token.surface === test.surface)) !== test.negated

/** Whether the token is what one of the tests asks for. */
export function passesAny(token: Token, tests: readonly MorphemeTest[]): boolean {
  for (const test of tests) if (passes(token, test)) return true
  return false
}
