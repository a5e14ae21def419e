/** Where an emoji ends, as the eye counts them: with its skin tone, its joined parts, its flag's two letters. */
import { characterAt } from './character.ts'

const PICTURE = /^\p{Extended_Pictographic}$/u
const MODIFIER = /^\p{Emoji_Modifier}$/u
const FLAG_LETTER = /^\p{Regional_Indicator}$/u
/** Pictographic for Unicode, and plain signs for a reader unless U+FE0F asks for the picture. */
const PLAIN_SIGN = /^[©®™‼⁉↔-↪▪▫▶◀◻-◾☎☑✔✖]$/u
const JOINER = '\u200D'
const PICTURE_SELECTOR = '\uFE0F'

/** The end (UTF-16 code units) of the emoji that starts at the position, or -1. */
export function emojiEnd(text: string, start: number): number {
  const unit = text.charCodeAt(start)
  // Kana and common kanji, most of any text.
  if ((unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff)) return -1
  const first = characterAt(text, start)
  if (FLAG_LETTER.test(first)) {
    const second = characterAt(text, start + first.length)
    return FLAG_LETTER.test(second) ? start + first.length + second.length : -1
  }
  if (!PICTURE.test(first)) return -1
  let end = start + first.length
  if (PLAIN_SIGN.test(first) && text[end] !== PICTURE_SELECTOR) return -1
  for (;;) {
    if (text[end] === PICTURE_SELECTOR) end++
    const modifier = characterAt(text, end)
    if (MODIFIER.test(modifier)) end += modifier.length
    if (text[end] !== JOINER) return end
    const joined = characterAt(text, end + 1)
    if (!PICTURE.test(joined)) return end
    end += 1 + joined.length
  }
}
