/** What a job is about: the nouns of its title and text that say more than 'a piece of work'. */
import type { Token } from '../morph/token.ts'
import type { Document } from './document.ts'

const LEFT_OUT: ReadonlySet<string> = new Set(['代名詞', '数', '接尾', '非自立', '副詞可能'])
const ONE_KANJI = /^\p{Script=Han}$/u

const isTerm = (token: Token): boolean =>
  token.pos[0] === '名詞' &&
  !LEFT_OUT.has(token.pos[1]) &&
  /[\p{L}]/u.test(token.surface) &&
  (token.surface.length > 1 || ONE_KANJI.test(token.surface))

/** The terms of the texts, case folded; `general` ones are left out. */
export function jobTerms(documents: readonly Document[], general: ReadonlySet<string>): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const document of documents) {
    for (const token of document.tokens) {
      const word = document.folded.slice(token.start, token.end)
      if (isTerm(token) && !general.has(word)) terms.add(word)
    }
  }
  return terms
}

/** Whether the text uses one of the terms, in whatever compound. */
export const usesTerm = (folded: string, terms: ReadonlySet<string>): boolean =>
  [...terms].some((term) => folded.includes(term))
