/**
 * What readers tell of the inputs, in order: what is to be linted, and what has to be said. The pipeline turns `lint`
 * into `linted` and passes the rest on; formatters write it down.
 */
import type { LintReport } from '../core/contract/report.ts'
import type { AboutAccount } from '../core/documents/about-account.ts'
import type { NotLookedAt, Passage, Path } from '../core/documents/document.ts'
import type { FieldReport } from '../core/documents/split-report.ts'
import type { ThreadFact } from '../core/documents/thread-facts.ts'
import type { Fault } from './fault.ts'

export interface TextPosition {
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}

/** Where a passage stands in its file. */
export interface PassagePlace {
  /** Put before each path: the element of a list that the document is. */
  readonly prefix?: Path
  /** Physical line on which the record begins. */
  readonly line?: number
  /** Row of a table, from 1, without its header. */
  readonly row?: number
  /** The table's column: its header, and its number from 1. */
  readonly column?: string
  readonly columnIndex?: number
  /** For text that stands in the file as it is: where it begins, so that words inside have a line and a column. */
  readonly plain?: TextPosition
  /** For JSON: where the value at a path (without `prefix`) begins. */
  readonly locate?: (path: Path) => TextPosition | undefined
}

/** `submission`: a message on its own, reported as a whole. `document`: a field of something larger. */
export type Shape = 'submission' | 'document'

interface LintEvent {
  readonly type: 'lint'
  readonly file: string
  readonly shape: Shape
  readonly passage: Passage
  readonly place: PassagePlace
}

export interface LintedEvent {
  readonly type: 'linted'
  readonly file: string
  readonly shape: Shape
  readonly passage: Passage
  readonly place: PassagePlace
  readonly report: LintReport
  /** The report given back to the fields; for a submission one, `text`. */
  readonly fields: readonly FieldReport[]
}

export type PassedEvent =
  | { readonly type: 'begin'; readonly file: string }
  | { readonly type: 'fault'; readonly fault: Fault }
  /** Worth knowing, and no fault: keys that were ignored, files that were passed over. */
  | { readonly type: 'note'; readonly file: string; readonly says: string }
  | {
      readonly type: 'not-looked-at'
      readonly file: string
      readonly what: NotLookedAt
      readonly place: PassagePlace
    }
  | {
      readonly type: 'facts'
      readonly file: string
      readonly facts: readonly ThreadFact[]
      readonly place: PassagePlace
    }
  | { readonly type: 'account'; readonly file: string; readonly about: AboutAccount }
  /** Everything up to here has been told: `byte` is where a reader can go on. */
  | { readonly type: 'position'; readonly file: string; readonly line: number; readonly byte: number }
  | { readonly type: 'end'; readonly file: string }

export type ReadEvent = LintEvent | PassedEvent
export type ResultEvent = LintedEvent | PassedEvent
/** Events that were read at once; readers wait for more input between blocks only. */
export type ReadBlock = readonly ReadEvent[]
