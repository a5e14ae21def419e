/** Small capitals and phonetic letters to Latin where they spell: ʟɪɴᴇ → LINE, ᴅɪsᴄᴏʀᴅ → DIsCORD. */
import type { Edit, Step } from '../text-builder.ts'

const WORD = /\p{Script=Latin}{2,}/gu
const PLAIN = /^[A-Za-z]*$/

export function createSmallLetters(table: ReadonlyMap<string, string>): Step {
  return {
    name: 'small-letters',
    edits(text) {
      const edits: Edit[] = []
      for (const { 0: word, index } of text.matchAll(WORD)) {
        if (PLAIN.test(word)) continue
        let start = index
        for (const letter of word) {
          const to = table.get(letter)
          if (to !== undefined) edits.push({ start, end: start + letter.length, to, disguise: true })
          start += letter.length
        }
      }
      return edits
    },
  }
}
