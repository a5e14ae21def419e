/**
 * The words by which the facts about a thread are known (dictionaries/talkroom.yaml): plain phrases, in which `*`
 * stands for up to 15 characters of the same sentence.
 */
import * as z from 'zod'

const phrasesSchema = z.array(z.string().min(2).max(60)).min(1)

export const threadLexiconSchema = z.strictObject({
  /** The seller shows finished work, or asks whether the formal delivery may come. */
  asks: phrasesSchema,
  /** The buyer speaks of the delivery itself, and lets it come. */
  consent: phrasesSchema,
  /** The buyer approves of what was shown: a go-ahead where the seller has asked. */
  approval: phrasesSchema,
  /** The buyer wants something else first: no go-ahead, whatever else the message says. */
  reservation: phrasesSchema,
  /** Somebody is reminded of an answer that has not come. */
  reminder: phrasesSchema,
})

export type ThreadLexicon = z.output<typeof threadLexiconSchema>

/** Whether one of the phrases stands in the text, whatever its width and case. */
export type Says = (text: string) => boolean

/** How many characters of the same sentence a `*` stands for at most. */
const WIDEST = 15
const SENTENCE_END = /[。\n]/

export const compilePhrases = (phrases: readonly string[]): Says => {
  const all = phrases.map((phrase) => plain(phrase).split('*'))
  return (text) => {
    const said = plain(text)
    return all.some((parts) => stands(said, parts))
  }
}

/** Whether the parts stand in the text in their order, so little between every two of them. Linear in its length. */
const stands = (text: string, [first, ...rest]: readonly string[]): boolean => {
  for (let at = text.indexOf(first!); at >= 0; at = text.indexOf(first!, at + 1)) {
    // Every place where the parts so far may end: a later one may fit where the first does not.
    let ends: ReadonlySet<number> = new Set([at + first!.length])
    for (const part of rest) {
      const next = new Set<number>()
      for (const end of ends) {
        for (let gap = 0; gap <= WIDEST; gap++) {
          if (text.startsWith(part, end + gap)) next.add(end + gap + part.length)
          if (SENTENCE_END.test(text[end + gap] ?? '\n')) break
        }
      }
      ends = next
    }
    if (ends.size > 0) return true
  }
  return false
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
