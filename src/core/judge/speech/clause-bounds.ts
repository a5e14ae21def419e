/** Where a statement's clause and its condition begin, and where the predicate that carries it ends. */
import type { Token } from '../../morph/token.ts'
import type { Statement } from '../../statement/statement.ts'
import type { Document } from '../document.ts'
import { startOfClause } from '../grow-span.ts'
import type { Condition } from './clause.ts'

export const LONGEST_CLAUSE = 60

/** A condition by its form, also where the statement is read as a wish: 直していただけ*ないなら*. */
const isCondition = (document: Document, { conditional, head }: Statement): boolean =>
  conditional || CONDITION.test(document.folded.slice(head.end, head.end + 12))

/** The conditions that stand in a sentence, in the order in which they were read. */
export function conditionsIn(document: Document, sentence: number): readonly Condition[] {
  const known = document.conditions.get(sentence)
  if (known !== undefined) return known
  const conditions: Condition[] = []
  let furthest = -1
  for (const statement of document.statementsOf(sentence)) {
    furthest = Math.max(furthest, statement.head.start)
    if (isCondition(document, statement)) conditions.push({ statement, furthest })
  }
  document.conditions.set(sentence, conditions)
  return conditions
}

const CONDITION =
  /^(?:いただけ|頂け|もらえ|くださら|くれ)?(?:ない|なかっ|ませ)(?:なら|の|よう|場合|限り|たら|んで?したら|れば)|^なら/u

/** The last end of a condition between the positions, by its form alone: 検収していただけないのであれば、 */
export function endOfConditionIn(document: Document, start: number, end: number): number | undefined {
  let last: number | undefined
  for (const match of document.folded.slice(start, end).matchAll(CONDITION_END))
    last = start + match.index + match[0].length
  return last
}

const CONDITION_END =
  /たら|だら|ければ|[えけせてねべめれげ]ば|なら|であれば|場合(?:は|には|、)|限り|まで(?:は)?、|(?:ない|い|る|す|う|く|つ)と、|ようでは|次第で(?:は)?|によっては/gu

/** Where the clause of a statement begins: not before the condition that it hangs on. */
export function clauseStart(document: Document, one: Statement): number {
  let start = document.clauseStarts.get(one)
  if (start === undefined) {
    start = findClauseStart(document, one)
    document.clauseStarts.set(one, start)
  }
  return start
}

function findClauseStart(document: Document, one: Statement): number {
  const start = startOfClause(document, one.span.start, LONGEST_CLAUSE)
  let floor = start
  for (const { statement, furthest } of conditionsIn(document, one.sentence)) {
    if (furthest >= one.head.start) break
    floor = Math.max(floor, endOfCondition(document, statement))
  }
  return Math.min(floor, one.head.start)
}

/** The end of the predicate that carries the words before the position: 公開することに*なり*ます, かかると*思っ*てください. */
export function carrierOf(document: Document, position: number): number | undefined {
  const { tokens, folded } = document
  const joint = /^(?:こと|の)?(?:に|も|が|は|を|と)/u.exec(folded.slice(position, position + 4))
  if (joint === null) return undefined
  const token = tokens[document.tokenIndexFrom(position + joint[0].length)]
  return token !== undefined && CARRIERS.has(token.baseForm) ? token.end : undefined
}

const CARRIERS: ReadonlySet<string> = new Set(['なる', 'ある', 'できる', '考える', '思う', '検討', '存じる'])

/** Behind 〜んじゃないですか, 〜のでしょうか: what a predicate ends with where it asks or insists. */
export function endOfInsistence(document: Document, position: number): number {
  const close =
    /^(?:ん|の)(?:じゃ|では)?(?:ない|ありません)?(?:の|ん)?(?:です|でしょう|だ)?(?:か|よ|ね)*/u.exec(
      document.folded.slice(position, position + 14),
    )
  return close === null || close[0].length < 2 ? position : position + close[0].length
}

/** The start of the clause, or of the condition before it where the clause alone says little: 届かなければ訴えます. */
export function withCondition(document: Document, one: Statement): number {
  const start = clauseStart(document, one)
  const length = one.head.end - start
  for (const { statement: other } of conditionsIn(document, one.sentence)) {
    if (other.head.start >= one.head.start) continue
    const from = clauseStart(document, other)
    if (start - from > length && start - from <= LONGEST_CLAUSE && endOfCondition(document, other) === start)
      return from
  }
  return start
}

/** Behind the condition and what closes it: 〜場合は、 */
function endOfCondition(document: Document, { head }: Statement): number {
  const { tokens } = document
  let index = document.tokenIndexFrom(head.end)
  while (index < tokens.length && isClosing(tokens[index]!)) index++
  return tokens[index]?.start ?? head.end
}

const isClosing = ({ pos, surface }: Token): boolean =>
  (pos[0] === '動詞' && pos[1] !== '自立') ||
  pos[0] === '助詞' ||
  pos[0] === '記号' ||
  pos[0] === '助動詞' ||
  CONDITION_NOUNS.has(surface)

const CONDITION_NOUNS: ReadonlySet<string> = new Set(['場合', '際', '時', 'とき', 'の', 'よう'])
