/** Digits of other scripts to ASCII: ٠٩٠, ०९० → 090. Unicode promises that each set stands in order, zero first. */
import type { Edit, Step } from '../text-builder.ts'

const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu
const DIGIT = /^\p{Nd}$/u

export const digits: Step = {
  name: 'digits',
  touches: (character) => /^(?![0-9])\p{Nd}/u.test(character),
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: found, index } of text.matchAll(OTHER_DIGIT)) {
      edits.push({ start: index, end: index + found.length, to: digitValue(found), disguise: true })
    }
    return edits
  },
}

function digitValue(digit: string): string {
  const point = digit.codePointAt(0) as number
  let zero = point
  while (point - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--
  return String(point - zero)
}
