/** Makes passages of fields: the text that is linted at once, and where each of its parts comes from. */
import type { Submission } from '../contract/submission.ts'
import type { FieldPart, Passage, Path } from './document.ts'

/** A submission without its text: what is the same for all fields of a page. */
export type Context = Omit<Submission, 'text'>

export const contextOf = (
  marketplace: string,
  channel: Submission['channel'],
  more: Partial<Context> = {},
): Context => ({ marketplace, channel, role: 'seller', history: [], approvals: [], ...more })

/** What stands before a field's text where it is linted, and in no field: `Q. `. */
export type Lead = string

/** `undefined` where there is nothing to lint: all texts are missing or blank. */
export const passageOf = (
  context: Context,
  fields: readonly (readonly [path: Path, text: string | null | undefined, lead?: Lead])[],
  via?: Path,
): Passage | undefined => {
  const parts: FieldPart[] = []
  let text = ''
  for (const [path, own, lead = ''] of fields) {
    if (own === null || own === undefined || own.trim() === '') continue
    if (parts.length > 0) text += '\n'
    text += lead
    parts.push({ path, start: text.length, end: text.length + own.length })
    text += own
  }
  if (parts.length === 0) return undefined
  return { parts, submission: { ...context, text }, ...(via ? { via } : {}) }
}
