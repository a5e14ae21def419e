/**
 * Small capitals and phonetic letters to Latin: ʟɪɴᴇ → LINE, ᴅɪsᴄᴏʀᴅ → DIsCORD. Nothing of ordinary Japanese has them,
 * so they need no word around them: ʟ+ɪ+ɴ+ᴇ.
 */
import type { Edit, Step } from '../text-builder.ts'

export function createSmallLetters(table: ReadonlyMap<string, string>): Step {
  const some = new RegExp(`[${[...table.keys()].join('')}]`, 'gu')
  return {
    name: 'small-letters',
    touches: (character) => table.has(character),
    edits(text) {
      const edits: Edit[] = []
      for (const { 0: letter, index } of text.matchAll(some)) {
        edits.push({
          start: index,
          end: index + letter.length,
          to: table.get(letter) as string,
          disguise: true,
        })
      }
      return edits
    },
  }
}
