/**
 * Joins pages and messages with the files they name: the text of a document, the words behind a code in a picture, linted
 * where the file is shown. A file that nobody could look into is reported as not looked at.
 */
import type { NotLookedAt, Passage, Path } from './document.ts'
import { passageOf } from './passage.ts'

export interface AttachedText {
  /** Where in the file, for a person: `QRコード`, `本文`. */
  readonly where: string
  readonly text: string
}

/** What is in a file, or why nobody knows. */
export type AttachedContent =
  | { readonly texts: readonly AttachedText[] }
  | { readonly code: 'unreadable' | 'too-large' | 'too-slow'; readonly says: string }

/** By the name as the export has it; `undefined` where there is no such file. */
export type LookUpAttachment = (name: string) => AttachedContent | undefined

const ATTACHMENT = /^(?:images\.\d+\.file|attachments\.\d+\.name)$/

const namesFile = (path: Path): boolean => ATTACHMENT.test(path.slice(-3).join('.'))

export class AttachedFiles {
  readonly notLookedAt: NotLookedAt[] = []
  readonly #lookUp: LookUpAttachment | undefined

  /** @param lookUp missing where nobody has given the files: then they are nobody's affair. */
  constructor(lookUp: LookUpAttachment | undefined) {
    this.#lookUp = lookUp
  }

  /** What the files say that the passage names. */
  of({ parts, submission }: Passage): Passage[] {
    const lookUp = this.#lookUp
    if (lookUp === undefined) return []
    return parts
      .filter(({ path }) => namesFile(path))
      .flatMap(({ path, start, end }) => {
        const content = lookUp(submission.text.slice(start, end))
        if (content === undefined) {
          this.notLookedAt.push({
            path,
            code: 'no-attachment',
            says: 'ファイルがないため、中を確かめていません。',
          })
          return []
        }
        if ('code' in content) {
          this.notLookedAt.push({ path, ...content })
          return []
        }
        const { text: _, ...context } = submission
        return content.texts
          .map(({ where, text }) => passageOf(context, [[[...path, where], text]], path))
          .filter((passage) => passage !== undefined)
      })
  }
}
