/** A text's words with what varies taken out: names and data by their class, known nouns by theirs, numbers, base forms. */
import type { Token } from '../morph/token.ts'
import type { Lexicon } from '../statement/lexicon.ts'
import type { Named } from '../statement/words.ts'

/** One word for each token. */
export function wordingOf(tokens: readonly Token[], things: readonly Named[], lexicon: Lexicon): string[] {
  let next = 0
  return tokens.map((token) => {
    while (next < things.length && things[next]!.end <= token.start) next++
    const thing = things[next]
    if (thing !== undefined && thing.start < token.end) return [...thing.classes][0]!
    const { pos } = token
    if (pos[1] === '数') return '0'
    if (pos[0] === '名詞') {
      const entry = lexicon.find(token.surface.toLowerCase())
      if (entry !== undefined) return `<${[...entry.classes][0]!}>`
      if (pos[1] === '固有名詞') return `<${pos[2]}>`
    }
    return STOPS.get(token.surface) ?? token.baseForm
  })
}

/** The marks of Latin text that end a Japanese clause or sentence for some: ．as 。and ，as 、. */
const STOPS: ReadonlyMap<string, string> = new Map([
  ['.', '。'],
  [',', '、'],
  ['．', '。'],
  ['，', '、'],
])

/** Spaces and line ends say nothing. */
export function isLayout(word: string): boolean {
  const first = word.charCodeAt(0)
  // Most words begin with a letter or a mark that is none of the many spaces.
  if ((first > 0x3000 && first < 0xfeff) || (first > 0x20 && first < 0x7f)) return false
  return word.trim() === ''
}

const CONTENT: ReadonlySet<string> = new Set(['名詞', '動詞', '形容詞', '感動詞', '副詞'])

/** The different words that say something, in the order of their first place. */
export const contentWordsOf = (tokens: readonly Token[], wording: readonly string[]): string[] => [
  ...new Set(wording.filter((_, index) => CONTENT.has(tokens[index]!.pos[0]))),
]
