/**
 * Regional indicators to letters (🇹 🇼 🇮 → T W I), except where they are flags: pairs that touch and name regions.
 * (🇱🇮🇳🇪 can be read as the flags of Liechtenstein and Niger; such a run stays here, and who looks for names reads it.)
 */
import type { Edit, Step } from '../text-builder.ts'

const RUN = /\p{Regional_Indicator}+/gu
const FIRST = 0x1f1e6

export function createRegional(flags: ReadonlySet<string>): Step {
  return {
    name: 'regional',
    touches: (character) => /^\p{Regional_Indicator}/u.test(character),
    edits(text) {
      const edits: Edit[] = []
      for (const { 0: found, index } of text.matchAll(RUN)) {
        const letters = lettersOf(found)
        if (areFlags(letters, flags)) continue
        for (let at = 0; at < letters.length; at++) {
          const start = index + at * 2
          edits.push({ start, end: start + 2, to: letters[at] as string, disguise: true })
        }
      }
      return edits
    },
  }
}

/** The letters that regional indicators stand for. */
export const lettersOf = (indicators: string): string =>
  [...indicators]
    .map((indicator) => String.fromCharCode(0x41 + (indicator.codePointAt(0) as number) - FIRST))
    .join('')

function areFlags(letters: string, flags: ReadonlySet<string>): boolean {
  if (letters.length % 2 === 1) return false
  for (let at = 0; at < letters.length; at += 2) if (!flags.has(letters.slice(at, at + 2))) return false
  return true
}
