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

export const compilePhrases = (phrases: readonly string[]): Says => {
  const pattern = new RegExp(
    phrases.map((phrase) => plain(phrase).split('*').map(literally).join('[^。\\n]{0,15}?')).join('|'),
  )
  return (text) => pattern.test(plain(text))
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
