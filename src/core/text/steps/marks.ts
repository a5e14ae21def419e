/**
 * Combining marks: composes what has a composed form (か + U+3099, e + U+0301) and strips what was laid over letters
 * to hide them (L̶I̶N̶E̶, zalgo). Scripts that write vowels as marks keep theirs, up to a bound: normalising a run of
 * marks costs more than linear time.
 */
import { characterBefore } from '../character.ts'
import type { Edit, Step } from '../text-builder.ts'

/** A run of marks; variation selectors are marks too, but belong to their picture. */
const MARKS = /(?:(?![\ufe00-\ufe0f])\p{M})+/gu
const OURS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Common}]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** More marks than any letter of a living language carries. */
const MOST_MARKS = 8

export const marks: Step = {
  name: 'marks',
  touches: (character) => /^\p{M}/u.test(character),
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: over, index } of text.matchAll(MARKS)) {
      const base = characterBefore(text, index)
      const start = index - base.length
      const end = index + over.length
      if (base !== '' && !OURS.test(base)) {
        const kept = [...over.slice(0, MOST_MARKS * 2)].slice(0, MOST_MARKS).join('')
        if (kept !== over) edits.push({ start, end, to: base + kept, disguise: false })
        continue
      }
      const composed = compose(base, over)
      const hides = composed === undefined && LETTER_OR_DIGIT.test(base)
      edits.push({
        start,
        end,
        to: composed ?? voiced(base, over),
        disguise: hides && !KANA_SOUND.test(over),
      })
    }
    return edits
  },
}

/** あ゙ is how people write a groan. */
const KANA_SOUND = /^[\u3099\u309a]+$/

/** The one character that base and marks make, if they do. */
function compose(base: string, over: string): string | undefined {
  if (over.length > MOST_MARKS) return undefined
  const composed = (base + over).normalize('NFC')
  return [...composed].length === 1 ? composed : undefined
}

/** か with a line through it and a voicing mark is が. */
function voiced(base: string, over: string): string {
  const mark = /[\u3099\u309a]/.exec(over)?.[0]
  return (mark === undefined ? undefined : compose(base, mark)) ?? base
}
