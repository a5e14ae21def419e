/**
 * Letters of other alphabets that look Latin to Latin, in words that mix the two: LIΝE, Zооm. A word wholly Greek or
 * Cyrillic is a word of that language and stays, and so does one with a letter that looks like no Latin one (Δt).
 */
import type { Edit, Step } from '../text-builder.ts'

/** A name may have figures and joints in it: @tаkе_no_ко33. */
const WORD =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}0-9_]{2,}/gu
/** One that is not Latin, of those in `WORD`. */
const OTHER_LETTER =
  /^(?!\p{Script=Latin})[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u
const JOINT = /^[0-9_]$/
/** A lone Х of the Cyrillic alphabet among Japanese is meant as an X. */
const LONE = /(?<![\p{Script=Cyrillic}\p{Script=Latin}])Х(?=[ぁ-ゖァ-ヺ一-龠])/gu
const LATIN = /^\p{Script=Latin}$/u
const ALL_LATIN = /^[\p{Script=Latin}0-9_]*$/u

export function createConfusables(table: ReadonlyMap<string, string>): Step {
  return {
    name: 'confusable',
    touches: (character) => OTHER_LETTER.test(character),
    edits(text) {
      const edits: Edit[] = []
      for (const { 0: word, index } of text.matchAll(WORD)) {
        if (ALL_LATIN.test(word)) continue
        const letters = [...word]
        const isMixed = letters.some((letter) => LATIN.test(letter))
        if (
          !isMixed ||
          !letters.every((letter) => LATIN.test(letter) || JOINT.test(letter) || table.has(letter))
        )
          continue
        let start = index
        for (const letter of letters) {
          const to = table.get(letter)
          if (to !== undefined) edits.push({ start, end: start + letter.length, to, disguise: true })
          start += letter.length
        }
      }
      for (const { index } of text.matchAll(LONE))
        edits.push({ start: index, end: index + 1, to: 'X', disguise: true })
      return edits.sort((a, b) => a.start - b.start)
    },
  }
}
