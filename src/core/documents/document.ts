/**
 * A document is what people export: an account, a portfolio item, a talkroom. It is taken apart into *fields*, each of
 * which is linted as one submission. Terms: a *field* is text at a path (`portfolio[2].images[0].alt`); a *passage* is
 * what is linted at once, one field or a few that only make sense together (a question and its answer).
 */
import type { Submission } from '../contract/submission.ts'

/** Keys and indices from the document's root. */
export type Path = readonly (string | number)[]

/** `portfolio[2].images[0].alt` */
export const formatPath = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')

export interface FieldPart {
  readonly path: Path
  /** UTF-16 code units of the submission's text, half-open. */
  readonly start: number
  readonly end: number
}

export interface Passage {
  /** The fields in the text, in order; between them there is a line break. */
  readonly parts: readonly FieldPart[]
  readonly submission: Submission
  /** Where the page links to what is linted here (a video's title and description). */
  readonly via?: Path
}

/** Something of the document that cannot be what it should be; the rest is expanded all the same. */
export interface DocumentFault {
  readonly path: Path
  /** What is wrong and what to do, for a person (Japanese); never text of the document. */
  readonly says: string
  /** `nothing-to-read`: there is no text in it at all. */
  readonly code?: 'nothing-to-read'
}

/** A key that nobody knows. Its texts are linted as the page's. */
export interface UnknownKey {
  readonly path: Path
  /** The key that may have been meant. */
  readonly meant?: string
}

/** Something that was not looked at, and so must not be taken for clean. */
export interface NotLookedAt {
  readonly path: Path
  /** The link that could not be followed, where it is one. */
  readonly url?: string
  /**
   * `no-metadata`, `no-description`, `no-video-id`, `not-found`, `failed`: of a linked video; `no-time`: facts about a
   * thread.
   */
  readonly code: string
  readonly says: string
}

export interface ExpandedDocument {
  /** In the document's own order; a linked video's fields follow the field that links it. */
  readonly passages: readonly Passage[]
  readonly faults: readonly DocumentFault[]
  readonly unknown: readonly UnknownKey[]
  readonly notLookedAt: readonly NotLookedAt[]
}

/** A document without a single text was not understood, or is no document: it is never clean. */
export const NOTHING_TO_READ: DocumentFault = {
  path: [],
  says: '確かめる文章がひとつもありません。書き出しの形と項目の名前を確かめてください。',
  code: 'nothing-to-read',
}
