/**
 * Letters and digits in circles, squares and brackets to what they enclose: ⓁⒾⓃⒺ, 🅛🅘🅝🅔, 🄻🄸🄽🄴, ⒧⒤⒩⒠, ⓿❽⓿.
 *
 * One that stands alone may be a sign (🅿, Ⓜ, 🅰型) or the number of an item (①) and stays; beside others, letters or
 * digits it spells.
 */
import type { Edit, Step } from '../text-builder.ts'

const DIGIT = /^[0-9]/
const LETTERS_BESIDE = /[A-Za-zＡ-Ｚａ-ｚ]/
/** What makes of a digit in a circle a part of something: not the start of a line or a clause. */
const NUMBER_BESIDE = /[0-9０-９\p{L}〇]/u
/** One sign between two of them does not part them: Ⓛ.Ⓘ, Ⓛ〇Ⓝ. */
const SEPARATOR = /[^\p{L}\p{Nd}\n]/u

export function createEnclosed(table: ReadonlyMap<string, string>): Step {
  const some = new RegExp(`[${[...table.keys()].join('')}]`, 'gu')
  return {
    name: 'enclosed',
    touches: (character) => table.has(character),
    edits(text) {
      const found: Edit[] = []
      for (const { 0: character, index } of text.matchAll(some)) {
        const after = index + character.length
        const end = text[after] === '\ufe0f' ? after + 1 : after
        found.push({ start: index, end, to: table.get(character) as string, disguise: true })
      }
      const edits: Edit[] = []
      for (let first = 0; first < found.length; ) {
        let last = first
        while (areNeighbours(text, found[last], found[last + 1])) last++
        if (last > first) edits.push(...found.slice(first, last + 1))
        else if (isPartOfWord(text, found[first] as Edit)) {
          edits.push({ ...(found[first] as Edit), disguise: false })
        }
        first = last + 1
      }
      return edits
    },
  }
}

function areNeighbours(text: string, left: Edit | undefined, right: Edit | undefined): boolean {
  if (left === undefined || right === undefined) return false
  if (right.start === left.end) return true
  if (right.start !== left.end + 1) return false
  const between = text[left.end] as string
  // Letters also down the page; digits there number lines.
  return SEPARATOR.test(between) || (between === '\n' && !DIGIT.test(left.to) && !DIGIT.test(right.to))
}

function isPartOfWord(text: string, one: Edit): boolean {
  const before = text[one.start - 1] ?? ''
  const after = text[one.end] ?? ''
  return DIGIT.test(one.to)
    ? NUMBER_BESIDE.test(before) || /[0-9０-９]/.test(after)
    : LETTERS_BESIDE.test(before) || LETTERS_BESIDE.test(after) || /[ァ-ヺ]/.test(after)
}
