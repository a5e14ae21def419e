import type { Capability } from './mention.ts'

/** A service of dictionaries/services.yaml. */
export interface Service {
  readonly id: string
  readonly name: string
  readonly capability: Capability
  readonly aliases: readonly string[]
  readonly weak: readonly string[]
  readonly code_words: readonly string[]
  readonly hosts: readonly string[]
}

/** How sure an alias is: `sure` says nothing else can be meant. */
export type Strength = 'sure' | 'weak' | 'code'

/** One written form of a service's name, ready to be looked for. */
export interface Name {
  readonly service: Service
  /** As it stands in the dictionary. */
  readonly alias: string
  readonly strength: Strength
  /** Symbols of its letters and digits; punctuation and spaces are not part of it. */
  readonly letters: readonly string[]
  /** For each place between two letters, whether the alias itself has something there. */
  readonly gaps: readonly boolean[]
  readonly script: 'latin' | 'kana' | 'other'
  /** How the alias was turned: only a text that is written in just this way is meant. */
  readonly turned: 'reversed' | 'rotated' | 'romaji' | 'typed' | undefined
  /** Whether people bother to hide it; others are known only by their plain form. */
  readonly hideable: boolean
}
