/**
 * The port through which a reader is asked: a model behind a binding or an address, a person, a file of answers.
 *
 * Terms: an *inquiry* is one message with what the rules could not decide in it; a *question* is what is asked at once,
 * one inquiry or a few short ones under the same law; a *reply* is what came back; an *answer* is a reply that was
 * understood.
 */
export interface Question {
  /** What the reader is, what the law is, how to answer. The same for all messages of one place in one marketplace. */
  readonly system: string
  /** The messages, as JSON: data, whatever they say. */
  readonly user: string
  /** What an answer looks like: JSON Schema. */
  readonly schema: object
}

export type Reply =
  /** What the reader said, not yet understood. */
  { readonly kind: 'said'; readonly text: string } | { readonly kind: 'late' | 'unavailable' | 'not-asked' }

export interface SecondOpinion {
  /** As reports name it. */
  readonly model: string
  /** Never throws. */
  ask(question: Question): Promise<Reply>
}
