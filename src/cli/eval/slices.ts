/** By what an evaluation is cut, beside its files: a rule that is right in short chat may be wrong on long pages. */
import type { EvalItem } from './item.ts'

export const SLICES = ['marketplace', 'channel', 'length', 'family'] as const
export type Slice = (typeof SLICES)[number]

/** UTF-16 code units up to which a text is a line, a message, a letter; beyond is a page. */
const LENGTHS = [40, 120, 400] as const

const lengthOf = ({ length }: string): string => {
  const index = LENGTHS.findIndex((limit) => length <= limit)
  if (index < 0) return `over ${LENGTHS.at(-1)}`
  return index === 0 ? `up to ${LENGTHS[0]}` : `${LENGTHS[index - 1]! + 1} to ${LENGTHS[index]}`
}

/** In which part of a slice an item is; `undefined` where the set does not say. */
export const partOf = (slice: Slice, { submission, family }: EvalItem): string | undefined => {
  switch (slice) {
    case 'marketplace':
      return submission.marketplace
    case 'channel':
      return submission.channel
    case 'length':
      return lengthOf(submission.text)
    case 'family':
      return family
  }
}
