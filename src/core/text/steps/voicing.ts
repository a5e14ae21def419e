/**
 * Gives the spacing voicing marks ゛ ゜ back to their kana: テ゛ィスコート゛ → ディスコード. (NFKC would make a space and
 * a combining mark of them.) Where a kana has no voiced form (あ゛, ー゛) the mark carries no sound and goes.
 */
import type { Edit, Step } from '../text-builder.ts'

const SPLIT = /([ぁ-ゖァ-ヺー])([゛゜ﾞﾟ]+)|([ｦ-ﾝｰ])([゛゜][゛゜ﾞﾟ]*)/g

export const voicing: Step = {
  name: 'voicing-mark',
  touches: (character) => /^[゛゜ﾞﾟ]$/.test(character),
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: found, 1: full, 2: after, 3: half, 4: afterHalf, index } of text.matchAll(SPLIT)) {
      const kana = full ?? (half as string).normalize('NFKC')
      const sounds = after ?? (afterHalf as string)
      const mark = sounds[0] === '゛' || sounds[0] === 'ﾞ' ? '\u3099' : '\u309a'
      const voiced = (kana + mark).normalize('NFC')
      const isVoiced = voiced.length === 1
      edits.push({
        start: index,
        end: index + found.length,
        to: isVoiced ? voiced : kana,
        disguise: isVoiced,
      })
    }
    return edits
  },
}
