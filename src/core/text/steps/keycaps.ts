/**
 * Keycap emoji to digits: 0️⃣9️⃣0️⃣ → 090, 🔟 → 10. One keycap before an item of a list is what honest people write;
 * two and more in a row spell a number.
 */
import type { Edit, Step } from '../text-builder.ts'

const KEYCAPS = /(?:[0-9#*]\ufe0f?\u20e3|\u{1f51f}\ufe0f?)+/gu
const KEYCAP = /([0-9#*])\ufe0f?\u20e3|\u{1f51f}\ufe0f?/gu

export const keycaps: Step = {
  name: 'keycap',
  touches: (character) => character === '\u20e3' || character === '\u{1f51f}',
  edits(text) {
    const edits: Edit[] = []
    for (const run of text.matchAll(KEYCAPS)) {
      const keys = [...run[0].matchAll(KEYCAP)]
      for (const key of keys) {
        const start = run.index + key.index
        edits.push({ start, end: start + key[0].length, to: key[1] ?? '10', disguise: keys.length > 1 })
      }
    }
    return edits
  },
}
