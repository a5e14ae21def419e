/** What a careful person underlines around a match: the rest of the predicate, the clause it stands in. */
import type { Token } from '../morph/token.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'

/** What ends a clause for the eye. */
const CLAUSE_END = /[、。,!?！？…\n「」『』()]/
/** Words of grammar, which begin no phrase. */
export const PARTICLES: ReadonlySet<string> = new Set(['助詞', '助動詞', '記号'])
export const DEPENDENT: ReadonlySet<string> = new Set(['非自立', '接尾'])

/** Whether a phrase of its own (文節) begins with the token. */
const beginsPhrase = (token: Token, previous: Token | undefined): boolean =>
  !PARTICLES.has(token.pos[0]) &&
  !DEPENDENT.has(token.pos[1]) &&
  (previous === undefined || previous.pos[0] === '助詞' || previous.pos[0] === '記号')

/** Whether the token carries a predicate on: auxiliaries, れる and せる, ている, てください, sentence-final particles. */
function continues(token: Token, next: Token | undefined): boolean {
  if (token.pos[0] === '助動詞' || token.pos[1] === '終助詞') return true
  if (token.pos[0] === '動詞') return DEPENDENT.has(token.pos[1]) || token.baseForm === 'くださる'
  if (token.pos[1] === '接続助詞' && /^[てで]$/.test(token.surface)) {
    return next?.pos[0] === '動詞' && (DEPENDENT.has(next.pos[1]) || next.baseForm === 'くださる')
  }
  return token.pos[1] === '副助詞／並立助詞／終助詞' && token.surface === 'か'
}

const LIGHT: ReadonlySet<string> = new Set(['する', 'いたす', '致す', 'できる', '出来る', '申し上げる'])

/**
 * The end of the predicate whose words end at `end`, or in which they end: 送っ → 送っていただけませんか, お願い →
 * お願いいたします; never behind `limit`.
 */
export function endOfPredicate(document: Document, end: number, limit: number): number {
  const { tokens } = document
  let index = document.tokenIndexFrom(end) - 1
  const last = tokens[index]
  if (last === undefined) return end
  let reached = Math.max(end, Math.min(last.end, limit))
  const light = tokens[index + 1]
  if (last.pos[0] === '名詞' && light !== undefined && LIGHT.has(light.baseForm) && light.end <= limit) {
    index++
    reached = light.end
  }
  for (index++; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.end > limit || !continues(token, tokens[index + 1])) break
    reached = token.end
  }
  return reached
}

/** Whether a clause ends with the token: 〜ので, 〜が, 〜たら. */
const endsClause = (token: Token): boolean =>
  token.pos[1] === '接続助詞'
    ? !/^(?:て|で|ば|ながら|つつ)$/.test(token.surface)
    : token.pos[0] === '助動詞' && token.conjugationForm === '仮定形'

/** The start of the clause that holds `start`, at most `most` code units before it, where a phrase begins. */
export function startOfClause(document: Document, start: number, most: number): number {
  const { folded, tokens } = document
  const floor = Math.max(document.sentenceStart(start), start - most)
  let from = start
  while (from > floor && !CLAUSE_END.test(folded[from - 1]!)) from--
  if (from === start) return start
  let first = document.tokenIndexFrom(from)
  let isClause = isCut(document, from)
  for (let index = first; index < tokens.length && tokens[index]!.end <= start; index++) {
    if (!endsClause(tokens[index]!)) continue
    first = index + 1
    isClause = true
  }
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.start >= start) return start
    if (index === first && isClause && !PARTICLES.has(token.pos[0])) return token.start
    if (beginsPhrase(token, tokens[index - 1])) return token.start
  }
  return start
}

/** Whether nothing of the clause stands before the position. */
const isCut = (document: Document, position: number): boolean =>
  position === document.sentenceStart(position) || CLAUSE_END.test(document.folded[position - 1]!)

/** The end of the clause that holds `end`, at most `most` code units behind it, where a token ends. */
export function endOfClause(document: Document, end: number, most: number): number {
  const { folded, tokens } = document
  const ceiling = Math.min(document.sentenceEnd(Math.max(0, end - 1)), end + most)
  let to = end
  while (to < ceiling && !CLAUSE_END.test(folded[to]!)) to++
  if (to < ceiling) return to
  let reached = end
  for (let index = document.tokenIndexFrom(end); index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.end > to) break
    reached = Math.max(reached, token.end)
  }
  return reached
}

/** Shorter phrases have their clause's beginning as well; how far it is looked for. UTF-16 code units. */
const SHORT = 24
/** How far off an address shows that it is one. UTF-16 code units. */
const ADDRESS = 64
/** A clause that goes on in the next one: 〜して、〜ください. */
const GOES_ON = /[てでしり]$/u

/** Where an underline from `from` to `to` ends at the latest: an address behind a space is a matter of its own. */
export function beforeAddress(folded: string, from: number, to: number): number {
  const gap = folded.slice(from, to + ADDRESS).search(/\s(?=\S*(?:@|:\/\/))/u)
  return gap < 0 ? to : Math.min(to, from + gap)
}

/**
 * What people underline of a statement: to the end of its clause, and of the next where a short one carries it on; from
 * the beginning of the clause where that is near. Over the labelled sets this meets twelve labels of a hundred more than
 * noun and predicate alone.
 */
export function underlineOf(document: Document, { start, end }: Span): Span {
  const { folded } = document
  let to = endOfClause(document, end, SHORT)
  to = beforeAddress(folded, end, to)
  if (folded[to] === '、' && GOES_ON.test(folded.slice(end, to))) {
    const next = endOfClause(document, to + 1, SHORT)
    if (next === folded.length || CLAUSE_END.test(folded[next]!)) to = next
  }
  return {
    start: to - start < SHORT ? behindTopic(document, startOfClause(document, start, SHORT), start) : start,
    end: to,
  }
}

/** What the clause is about (詳しくは, 続きは) is not underlined. */
function behindTopic(document: Document, from: number, start: number): number {
  let begin = from
  for (let index = document.tokenIndexFrom(from); index < document.tokens.length; index++) {
    const token = document.tokens[index]!
    if (token.end > start) break
    if (token.surface === 'は' && token.pos[0] === '助詞') begin = token.end
  }
  return begin
}

/** The shout that stands right behind: できたよ！ */
export function withClosingMarks(document: Document, span: Span): Span {
  let { end } = span
  while (end < document.sentenceEnd(span.end - 1) && document.folded[end] === '!') end++
  return { start: span.start, end }
}
