/** The words for what a sentence says: what statements are read into, and what rules and explanations name. */

/** Who does an act, or with whom. `both` is writer and reader together. */
export const PARTIES = ['writer', 'reader', 'both', 'third', 'unsaid', 'none'] as const
export type Party = (typeof PARTIES)[number]

export const FORCES = ['ask', 'offer', 'invite', 'wish', 'permit', 'announce', 'state'] as const
/** What the writer does with the statement: ask for the act, offer it, … or only say that it is so. */
export type Force = (typeof FORCES)[number]

export const FRAMES = ['own', 'quoted', 'reported', 'asked', 'attributive', 'heading', 'answer'] as const
/** Whose words, and in which part of the sentence. */
export type Frame = (typeof FRAMES)[number]

export const TIMES = ['now', 'past', 'habit'] as const
export type Time = (typeof TIMES)[number]
