/** What the page for policy owners and its Web Worker say to each other. */
import type { ChangedPacks, ComparedText, Difference } from './compare-packs.ts'

/** Addresses of the engine's static files. */
export interface TrialFiles {
  readonly dictionary: string
  readonly packs: string
  readonly brotli: string
}

export interface TrialRequest {
  readonly id: number
  /** `rules/….yaml` → content. */
  readonly changed: readonly (readonly [file: string, content: string])[]
  /** One's own, or the packs' examples. */
  readonly texts: readonly ComparedText[] | 'samples'
  /** Where a text stands that says nothing of it. */
  readonly context: NonNullable<ComparedText['context']>
  /** Empty: all. */
  readonly marketplaces: readonly string[]
}

export type ToTrial =
  | { readonly kind: 'open'; readonly files: TrialFiles }
  | ({ readonly kind: 'try' } & TrialRequest)
  | { readonly kind: 'stop' }

/** A text that is judged otherwise, by its place among the texts. */
export interface TrialRow {
  readonly at: number
  readonly text: string
  readonly rule?: string
  readonly differences: readonly Difference[]
}

export type FromTrial =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly says: string }
  | {
      readonly kind: 'read'
      readonly id: number
      readonly faults: ChangedPacks['faults']
      /** Whether they can be used; with `faults` as well, only here. */
      readonly usable: boolean
      readonly ids: readonly string[]
    }
  | {
      readonly kind: 'rows'
      readonly id: number
      readonly done: number
      readonly total: number
      readonly rows: readonly TrialRow[]
    }
