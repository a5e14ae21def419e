/**
 * Puts back names in the secret languages of children: バビ語 has a sound of the バ row behind each (ラバイビンブ), たぬき takes
 * out every た (たらたいたんた). Only where a name comes out that did not stand there.
 */
import type { Edit, Step } from '../text/text-builder.ts'
import type { NameIndex } from './name-index.ts'
import { wholeIn } from './spelled-out.ts'

/** Each sound, small vowels and the long mark with it, and one of the row behind it. */
const BABI = /(?:(?![バビブベボばびぶべぼ])[ァ-ヺぁ-ゖ][ャュョゃゅょー]?[バビブベボばびぶべぼ]){3,24}/g
const OF_ROW = /(?<=[^バビブベボばびぶべぼ])[バビブベボばびぶべぼ]/g
const TANUKI = /たぬき|タヌキ|狸|た抜き|タ抜き/
const FULL_OF_TA = /(?:[ぁ-ゖァ-ヺー]{0,3}[たタ]){3,24}[ぁ-ゖァ-ヺー]{0,3}/g
const SHORTEST = 3

export const createWordGames = (index: NameIndex): Step => ({
  name: 'word-game',
  edits(text) {
    const edits: Edit[] = []
    const add = (start: number, from: string, to: string): void => {
      const has = (one: string): boolean =>
        wholeIn(index, one).some(({ name }) => name.letters.length >= SHORTEST)
      if ((edits.at(-1)?.end ?? 0) <= start && from !== to && has(to) && !has(from))
        edits.push({ start, end: start + from.length, to, disguise: true })
    }
    for (const { 0: run, index } of text.matchAll(BABI)) add(index, run, run.replace(OF_ROW, ''))
    if (TANUKI.test(text))
      for (const { 0: run, index } of text.matchAll(FULL_OF_TA)) add(index, run, run.replace(/[たタ]/g, ''))
    return edits.sort((a, b) => a.start - b.start)
  },
})
