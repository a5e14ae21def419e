/**
 * Puts together names that are told a letter at a time: 「L…ライオン、I…いるか、N…ねこ、E…えび」, each letter with a word
 * that begins with it, and 「Zを一つ、Oを二つ、Mを一つ」, each with how often it stands. Only where a service's name comes out.
 */
import type { Edit, Step } from '../text/text-builder.ts'
import type { Recognizer } from './service-mentions.ts'

/** A letter, a sign, a word for it. */
const LABELLED = /([A-Za-z])\s?(?:…{1,2}|[:=→-])\s?[\p{L}ー]{1,10}(?:[、,・/／ ]{1,2}|(?=[。.\n」』)]|$))/uy
/** A letter and how often. */
const COUNTED = /([A-Za-z])(?:を|が|は)?([一二三1-3])(?:つ|個|回)[、,と・ ]{0,2}/uy
const TIMES: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3 }
const FEWEST = 3
const MOST = 12

/** The run of such letters that begins at a place. */
function runFrom(text: string, from: number, item: RegExp) {
  let at = from
  let letters = ''
  let items = 0
  while (letters.length < MOST) {
    item.lastIndex = at
    const found = item.exec(text)
    if (found === null) break
    letters += found[1]!.repeat(TIMES[found[2] ?? '一'] ?? Number(found[2]))
    at += found[0].length
    items++
  }
  return { letters, end: at, items }
}

/** What parts the last letter from what follows stays. */
const MARKS = '、,・/／ と'

function withoutMarks(text: string, from: number, end: number): number {
  let last = end
  while (last > from && MARKS.includes(text[last - 1]!)) last--
  return last
}

export const createLetterByLetter = (recognizer: Recognizer): Step => ({
  name: 'letter-by-letter',
  edits(text) {
    const edits: Edit[] = []
    for (let at = 0; at < text.length; at++) {
      if (!isLetter(text.charCodeAt(at)) || isLetter(text.charCodeAt(at - 1))) continue
      for (const item of [LABELLED, COUNTED]) {
        const { letters, end, items } = runFrom(text, at, item)
        const name = letters.toUpperCase()
        if (items < FEWEST || !recognizer.names(name)) continue
        edits.push({
          start: at,
          end: withoutMarks(text, at, end),
          to: name,
          disguise: true,
        })
        at = end - 1
        break
      }
    }
    return edits
  },
})

const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
