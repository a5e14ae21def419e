/**
 * What a text hides, undone in one pass: characters are settled, codes are read, words in other scripts and hidden words
 * are put back. What the pass finds on its way (readings of names, blocks in a code) goes with the view to who looks for
 * services and data, so that nothing is searched for twice.
 */
import type { CodeReader, DecodedRun } from '../text/code-reader.ts'
import { type EncodedBlock, findEncoded } from '../text/encoded.ts'
import type { Settle } from '../text/normalize.ts'
import { type Edit, type Step, TextBuilder } from '../text/text-builder.ts'
import type { View } from '../text/view.ts'
import type { NameIndex } from './name-index.ts'
import type { Reading } from './name-walk.ts'

/** What stands in a text in a code. */
export interface Encoded {
  /** In codes that machines read. */
  readonly blocks: readonly EncodedBlock[]
  /** In the symbols of codebooks. */
  readonly runs: readonly DecodedRun[]
}

/** A text undone. */
export interface Undone {
  /** The text that tokens, sentences and detections live in. */
  readonly plain: View
  /** All that can be read as a name in it. */
  readonly readings: readonly Reading[]
  /** What still stands in it in a code: not words, so that nobody was to read it as such. */
  readonly encoded: Encoded
}

/** Never throws, on any string; linear in its length. */
export type Undo = (original: string) => Undone

/** What is left out is not undone. */
export interface UndoParts {
  readonly settle: Settle
  readonly names: NameIndex
  readonly codes: CodeReader
  /** Words that stand in a code. What comes out is settled again, and may be encoded once more. */
  readonly decode?: (text: string, encoded: Encoded) => readonly Edit[]
  /** Words in another script than usual; in this order. */
  readonly scripts?: readonly Step[]
  /** Hidden words, among all that can be read as a name. */
  readonly reveal?: (text: string, readings: readonly Reading[]) => readonly Edit[]
}

/** Deeper than this nobody encodes what another is to read. */
const MOST_DECODINGS = 3

export const encodedIn = (text: string, codes: CodeReader): Encoded => ({
  blocks: findEncoded(text),
  runs: codes.runs(text),
})

export function createUndo({ settle, names, codes, decode, scripts = [], reveal }: UndoParts): Undo {
  return (original) => {
    const builder = new TextBuilder(original)
    settle(builder)
    let searched = builder.text
    let encoded = encodedIn(searched, codes)
    const lookAgain = (): void => {
      if (builder.text === searched) return
      searched = builder.text
      encoded = encodedIn(searched, codes)
    }
    if (decode !== undefined) {
      for (let turn = 0; turn < MOST_DECODINGS; turn++) {
        builder.apply({ name: 'decoded', edits: (text) => decode(text, encoded) })
        if (builder.text === searched) break
        settle(builder)
        lookAgain()
      }
    }
    for (const step of scripts) builder.apply(step)
    const { text } = builder
    let readings = names.readings(text)
    if (reveal !== undefined) builder.apply({ name: 'hidden-word', edits: () => reveal(text, readings) })
    if (builder.text !== text) readings = names.readings(builder.text)
    lookAgain()
    return { plain: builder.build('plain'), readings, encoded }
  }
}
