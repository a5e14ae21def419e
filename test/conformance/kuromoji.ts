/**
 * Stock kuromoji as the oracle of the tokenizer: what it says of a text, and where we differ from it on purpose.
 */
import kuromoji, { type Tokenizer as KuromojiTokenizer } from 'kuromoji'
import type { Dictionary } from '../../src/core/morph/dictionary.ts'
import { MAX_UNKNOWN_LENGTH } from '../../src/core/morph/word-runs.ts'
import type { TokenLine } from './token-line.ts'

export type StockTokenizer = (text: string) => TokenLine[]

/** Takes about a second and 300 MB: for tests and measurements only. */
export async function loadStock(folder = 'node_modules/kuromoji/dict'): Promise<StockTokenizer> {
  const tokenizer = await new Promise<KuromojiTokenizer>((resolve, reject) => {
    kuromoji.builder({ dicPath: folder }).build((error, built) => (error ? reject(error) : resolve(built)))
  })
  return (text) =>
    tokenizer
      .tokenize(text)
      .map((token) =>
        [
          token.surface_form,
          token.pos,
          token.pos_detail_1,
          token.pos_detail_2,
          token.pos_detail_3,
          token.conjugated_type,
          token.conjugated_form,
          token.basic_form,
          token.reading ?? '',
        ].join('\t'),
      )
}

/** Why the tokens of a text may differ from stock kuromoji's. */
export type Deviation = 'lone-surrogate' | 'astral-run' | 'nul' | 'long-unknown'

/** The intended difference that a text can show; undefined where the tokens must be equal. */
export function deviationOf(text: string, dictionary: Dictionary): Deviation | undefined {
  if (!text.isWellFormed()) return 'lone-surrogate'
  if (text.includes('\0')) return 'nul'
  // Stock kuromoji loses as many characters behind a run of n astral ones as the run has.
  if (/[\u{10000}-\u{10ffff}]{2}/u.test(text)) return 'astral-run'
  return longestRun(text, dictionary) > MAX_UNKNOWN_LENGTH ? 'long-unknown' : undefined
}

/** Length of the longest run of one character class that unknown words may span. */
function longestRun(text: string, { characterClass, characterClasses }: Dictionary): number {
  let longest = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const own = characterClass[text.charCodeAt(i)]!
    const same = i > 0 && own === characterClass[text.charCodeAt(i - 1)]
    length = same && characterClasses[own]!.group ? length + 1 : 1
    longest = Math.max(longest, length)
  }
  return longest
}
