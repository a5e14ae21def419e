/**
 * Takes out what has no look of its own: zero-width characters, soft hyphens, joiners, byte order marks, tags,
 * variation selectors, direction marks and control characters. Emoji sequences keep theirs, for they are one picture.
 */
import { characterAt, characterBefore } from '../character.ts'
import type { Edit, Step } from '../text-builder.ts'

const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffb]+/gu
const ONE = /^[\p{Default_Ignorable_Code_Point}\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffb]/u
/** Of one character: without ^, V8 14 finds no character beyond the BMP before $. */
const PICTURE_END = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u
const PICTURE_START = /^\p{Extended_Pictographic}/u
const WORD = /[\p{L}\p{N}]/u
const BLACK_FLAG = '\u{1f3f4}'
/** Long enough for any of the flags of regions. */
const LONGEST_TAG_SEQUENCE = 16

export const ignorable: Step = {
  name: 'invisible',
  touches: (character) => ONE.test(character),
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: found, index } of text.matchAll(IGNORABLE)) {
      const before = characterBefore(text, index)
      const after = characterAt(text, index + found.length)
      if (PICTURE_END.test(before) && belongsToPicture(found, before, after)) continue
      const isSelector = VARIATION_SELECTORS.test(found) && HAN.test(before)
      if (isSelector) {
        // The form of one kanji: it and its selector are one character to the reader.
        edits.push({ start: index - before.length, end: index + found.length, to: before, disguise: false })
      } else {
        edits.push({
          start: index,
          end: index + found.length,
          to: '',
          disguise: WORD.test(before) && WORD.test(after),
        })
      }
    }
    return edits
  },
}

const VARIATION_SELECTORS = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+$/u
const HAN = /\p{Script=Han}/u

function belongsToPicture(found: string, before: string, after: string): boolean {
  if (found === '\ufe0f' || found === '\ufe0e') return true
  if (
    before === BLACK_FLAG &&
    found.length <= LONGEST_TAG_SEQUENCE &&
    /^[\u{e0020}-\u{e007f}]+$/u.test(found)
  ) {
    return true
  }
  return /^\ufe0f?\u200d$/u.test(found) && PICTURE_START.test(after)
}
