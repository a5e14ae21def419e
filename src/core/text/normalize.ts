/**
 * Makes the `plain` view, the text that tokens, sentences and detections live in.
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

/** Steps that know words, not only characters. */
export interface WordSteps {
  /** Reads what stands in a code; what comes out is normalised again, and may be encoded once more. */
  readonly decode: Step
  /** Reads words in another script than usual, and puts hidden ones back; in this order. */
  readonly reveal: readonly Step[]
}

/** Deeper than this nobody encodes what another is to read. */
const MOST_DECODINGS = 3

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

export function createNormalizer(tables: NormalizationTables, words?: WordSteps): Normalize {
  const steps = characterSteps(tables)
  const touched = new Touched(steps)
  const settle = (builder: TextBuilder): void => {
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
  return (original) => {
    const builder = new TextBuilder(original)
    settle(builder)
    if (words !== undefined) {
      for (let turn = 0; turn < MOST_DECODINGS; turn++) {
        const before = builder.text
        builder.apply(words.decode)
        if (builder.text === before) break
        settle(builder)
      }
      for (const step of words.reveal) builder.apply(step)
    }
    return builder.build('plain')
  }
}
