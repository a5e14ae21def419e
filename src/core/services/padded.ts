/**
 * Puts back names and hidden words between whose letters stands what the text itself asks to take out: ら犬い犬ん…犬を取って. Addresses and numbers are contact-data's own (common/padding.ts).
 */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'
import type { Edit, Step } from '../text/text-builder.ts'
import type { NameIndex } from './name-index.ts'
import type { ServiceTables } from './service-mentions.ts'
import { isWhole } from './spelled-out.ts'
import { Surroundings } from './surroundings.ts'
import { weigh } from './weigh.ts'

/** A text with something taken out, and the way back. */
export interface Padded {
  readonly text: string
  place(span: Span): Span
}

const HINTS = { tellsReversal: false, tellsKeyboard: false, romajiBeside: new Set<string>(), isDecoded: true }
const NO_TOKENS: readonly Token[] = []
/** Shorter names come about by chance. */
const SHORTEST = 2
/** So much more than its letters a padded name takes: what is taken out stands between them, and nothing else. */
const MOST_PADDING = 6

/** @param told the text as it is once its instructions to take something out are followed: none for most texts. */
export const createPadded = (
  index: NameIndex,
  tables: ServiceTables,
  told: (text: string) => readonly Padded[],
): Step => ({
  name: 'padding',
  edits(text) {
    const edits = told(text).flatMap((padded) => {
      const around = new Surroundings(padded.text, NO_TOKENS, tables)
      return index.readings(padded.text).flatMap((reading): Edit[] => {
        const { name, span } = reading
        if (!name.hideable || name.turned !== undefined || name.letters.length < SHORTEST) return []
        const place = padded.place(span)
        const added = place.end - place.start - (span.end - span.start)
        if (added === 0 || added > MOST_PADDING * name.letters.length || name.service === index.decoy)
          return []
        // らいん is half a word of many; what was put between its letters says that it is none here.
        if (isWhole(reading) && name.letters.length > SHORTEST)
          return [{ ...place, to: name.alias, disguise: true }]
        const evidence = weigh(reading, around, HINTS)
        if (evidence === undefined || (evidence.certainty !== 'sure' && evidence.form !== 'name')) return []
        return [{ ...place, to: name.alias, disguise: true }]
      })
    })
    return withoutOverlap(edits)
  },
})

function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end))
    if (kept.length === 0 || kept.at(-1)!.end <= edit.start) kept.push(edit)
  return kept
}
