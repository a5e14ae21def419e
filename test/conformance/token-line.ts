import type { Token } from '../../src/core/morph/token.ts'

/** A token as the fixtures write it: surface, parts of speech, conjugation, base form, reading; tab-separated. */
export type TokenLine = string

/** The token as stock kuromoji would give it: `*` for the base form of an unknown word, and no reading. */
export const lineOf = (token: Token): TokenLine =>
  [
    token.surface,
    ...token.pos,
    token.conjugationType,
    token.conjugationForm,
    token.origin === 'unknown' ? '*' : token.baseForm,
    token.reading ?? '',
  ].join('\t')
