/** What a sentence is cut into before it is read: nouns with their particles, predicates with their endings, the rest. */
import type { Tail } from './ending.ts'

export interface NounChunk {
  readonly kind: 'noun'
  /** UTF-16 code units, the particle left out. */
  readonly start: number
  readonly end: number
  readonly head: string
  classes: ReadonlySet<string>
  inside: ReadonlySet<string>
  particle: string
  /** A comma or another mark stands behind it. */
  readonly pause: boolean
  /** First token. */
  readonly from: number
  /** Where what stands before it with の begins: 弊社の*アカウント*. */
  wide: number
}

export interface Predicate {
  readonly kind: 'predicate'
  readonly start: number
  readonly lemma: string
  readonly classes: ReadonlySet<string>
  /** Classes of the compound that the predicate is made of: 電話相談する. */
  readonly inside: ReadonlySet<string>
  readonly tail: Tail
  /** お〜, ご〜 before the stem. */
  readonly polite: boolean
  /** A noun with です, an adjective, a verb, or a noun with する. */
  readonly sort: 'verb' | 'verbal-noun' | 'adjective' | 'noun'
  readonly potential: boolean
  readonly from: number
}

/** いかが, ぜひ, 直接, もし: what has no particle and is no noun. */
export interface Aside {
  readonly kind: 'aside'
  readonly start: number
  readonly end: number
  readonly word: string
}

export type Chunk = NounChunk | Predicate | Aside
