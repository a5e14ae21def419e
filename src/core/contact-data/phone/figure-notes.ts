/**
 * Figures that a text reads as something else, 「1=ド、2=レ、3=ミ」: what is written in them afterwards, 0 3 0 / 5 5 6 5, is
 * a tune and no number.
 */
import type { Draft } from '../common/draft.ts'

const NOTES = /(?<!\d)\d\s?[=:→]\s?\p{L}[^\d\n]{0,8}(?<!\d)\d\s?[=:→]\s?\p{L}/u
/** Most figures of a tune stand alone. */
const MOST_ALONE = 6

export const withoutNotes = (text: string, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.length === 0 || !NOTES.test(text)
    ? drafts
    : drafts.filter(
        ({ start, end }) => (text.slice(start, end).match(/(?<!\d)\d(?!\d)/g)?.length ?? 0) < MOST_ALONE,
      )
