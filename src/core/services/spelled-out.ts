/** Whether letters that somebody put together as a text asks spell a name or a hidden word. */
import type { NameIndex } from './name-index.ts'
import type { Reading } from './name-walk.ts'

/** Shorter names come about by chance. */
const SHORTEST = 2

/** Letters that stand as themselves, one beside the other. */
export const isWhole = ({ name, alike, masked, spelled, gaps }: Reading): boolean =>
  name.letters.length >= SHORTEST &&
  name.strength !== 'code' &&
  name.turned === undefined &&
  name.hideable &&
  alike + masked + spelled === 0 &&
  gaps.every((gap) => gap === '')

/** The names and hidden words that stand whole in a text. */
export const wholeIn = (index: NameIndex, text: string): readonly Reading[] =>
  index.readings(text).filter((reading) => isWhole(reading) && reading.name.service !== index.decoy)
