/**
 * Settles a text's characters: the first of what makes the `plain` view (services/undo.ts), and all of it for what is
 * authored.
 *
 * Everything here is harmless to ordinary Japanese: case, line ends, small kana, long vowels, 〇 and emoji stay. What
 * undoes more (and would hurt) is for views of those who look for something in particular.
 */
import type { NormalizationTables } from './normalization-tables.ts'
import { compatibility } from './steps/compatibility.ts'
import { createConfusables } from './steps/confusables.ts'
import { digits } from './steps/digits.ts'
import { createEnclosed } from './steps/enclosed.ts'
import { ignorable } from './steps/ignorable.ts'
import { keycaps } from './steps/keycaps.ts'
import { marks } from './steps/marks.ts'
import { createRegional } from './steps/regional.ts'
import { createSmallLetters } from './steps/small-letters.ts'
import { voicing } from './steps/voicing.ts'
import { wellFormed } from './steps/well-formed.ts'
import { type Step, TextBuilder } from './text-builder.ts'
import { Touched } from './touched.ts'
import type { View } from './view.ts'

/** Gives the plain view of a text. Never throws, on any string; linear in its length. */
export type Normalize = (original: string) => View

/** Undoes what is done to characters, whatever words they make. */
export type Settle = (builder: TextBuilder) => void

/**
 * Only of such characters most words and many messages are: kana, kanji, ASCII and the usual marks, of which no step of
 * characters changes one.
 */
const SETTLED = /^[\n\t\x20-\x7e、。〇々「」ぁ-ゖァ-ヾ\u4e00-\u9fff]*$/

/** Whether no step of characters changes the text, as a look at it shows. */
export const isSettled = (text: string): boolean => SETTLED.test(text)

/** What is done to characters, whatever words they make; in this order. */
export function characterSteps(tables: NormalizationTables): readonly Step[] {
  // The order matters: marks and selectors must be gone before letters are compared, and NFKC comes before the
  // tables that are keyed by what it leaves.
  return [
    wellFormed,
    keycaps,
    ignorable,
    marks,
    voicing,
    createEnclosed(tables.enclosed),
    compatibility,
    createRegional(tables.flags),
    digits,
    createSmallLetters(tables.smallLetters),
    createConfusables(tables.confusables),
  ]
}

export function createSettle(tables: NormalizationTables): Settle {
  const steps = characterSteps(tables)
  const touched = new Touched(steps)
  return (builder) => {
    if (isSettled(builder.text)) return
    let needed = touched.in(builder.text)
    for (let number = 0; needed >> number !== 0; number++) {
      if (((needed >> number) & 1) === 0) continue
      const before = builder.text
      builder.apply(steps[number]!)
      // What a step writes may be another's business.
      if (builder.text !== before) needed |= touched.in(builder.text)
    }
  }
}

export function createNormalizer(tables: NormalizationTables): Normalize {
  const settle = createSettle(tables)
  return (original) => {
    const builder = new TextBuilder(original)
    settle(builder)
    return builder.build('plain')
  }
}
