/**
 * Clauses: the stretches of a sentence that have a predicate of their own. What is refused, reported or wished in one
 * says nothing about the next: 「LINEは禁止なので、│Xの方でお願いします」.
 */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'

/** Conjunctions that end a finite clause. て, と, ば join acts to one statement and end none. */
const CONJUNCTIVE = new Set([
  'が',
  'けど',
  'けれど',
  'けれども',
  'けども',
  'ので',
  'んで',
  'から',
  'のに',
  'し',
  'ものの',
])
/** Nouns that do the same behind a finite verb: 〜ため、〜ものの. */
const CONJUNCTIVE_NOUNS = new Set(['ため', '為', 'ゆえ'])
const FINITE_FORMS = new Set(['基本形', '命令i', '命令ｉ', '特殊・タ'])

/** Whether a statement can be over with this token: ます、 です、 ください、 か、 ね、. */
const isFinal = (token: Token): boolean =>
  (token.pos[0] === '助詞' && token.pos[1].includes('終助詞')) ||
  token.surface === 'ください' ||
  token.surface === '下さい' ||
  (token.pos[0] === '助動詞' && FINITE_FORMS.has(token.conjugationForm))

/** The clauses of one sentence, in order; together they cover it. `tokens` are those of the whole text. */
export function findClauses(sentence: Span, tokens: readonly Token[], first: number): readonly Span[] {
  const clauses: Span[] = []
  let start = sentence.start
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.end >= sentence.end) break
    const previous = tokens[index - 1]
    const next = tokens[index + 1]
    const isComma = token.surface === '、' || token.surface === ','
    const ends =
      (token.pos[0] === '助詞' && token.pos[1] === '接続助詞' && CONJUNCTIVE.has(token.surface)) ||
      (CONJUNCTIVE_NOUNS.has(token.surface) &&
        previous !== undefined &&
        previous.pos[0] !== '助詞' &&
        previous.pos[0] !== '名詞') ||
      (isComma && previous !== undefined && previous.start >= sentence.start && isFinal(previous))
    if (!ends) continue
    const hasComma = !isComma && (next?.surface === '、' || next?.surface === ',')
    const end = hasComma ? next.end : token.end
    if (end >= sentence.end) break
    clauses.push({ start, end })
    start = end
    if (hasComma) index++
  }
  clauses.push({ start, end: sentence.end })
  return clauses
}
