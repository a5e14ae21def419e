/**
 * Where the words that one underlines of a statement may begin and end, each place with what speaks for it, as named
 * pieces. Which of them is taken, learnt weights say (underliner.ts).
 */
import type { Token } from '../../morph/token.ts'
import type { Slot, Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import { beforeAddress, DEPENDENT, PARTICLES, underlineOf } from '../grow-span.ts'

/** A place in the plain view, UTF-16 code units. */
export interface Boundary {
  readonly at: number
  /** How many brackets are open there: an underline takes none without the other. */
  readonly depth: number
  readonly pieces: readonly string[]
}

export interface Boundaries {
  readonly starts: readonly Boundary[]
  readonly ends: readonly Boundary[]
}

/** How far before and behind the statement's own words one may begin and end, UTF-16 code units. */
const REACH = 80

const isBlank = (token: Token): boolean => token.pos[1] === '空白' || token.surface === '\n'
const isComma = ({ surface }: Token): boolean => surface === '、' || surface === ','

/** What a token is to its neighbours: words of grammar by themselves, others by their kind. */
function kindOf(token: Token | undefined): string {
  if (token === undefined) return 'none'
  const [first, second] = token.pos
  return PARTICLES.has(first) || DEPENDENT.has(second) ? `${first}:${token.baseForm}` : `${first}:${second}`
}

const OPEN = /[「『(（【［[]/u
const CLOSED = /[」』)）】］\]]/u

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The tokens of the statement's sentences near its words, and where among them the words begin and end. */
class Stretch {
  readonly tokens: readonly Token[]
  readonly sentence: Span
  /** Where the shortest phrase, and where the predicate, begins and ends: indices, -1 where the reach cuts them off. */
  readonly first: number
  readonly last: number
  readonly headFirst: number
  readonly headLast: number
  /** As grow-span.ts would have it. */
  readonly grown: Span
  /** Before each token, and behind the last, how many brackets are open. */
  readonly depths: readonly number[]

  constructor(
    document: Document,
    readonly core: Span,
    readonly statement: Statement,
    readonly category: string,
  ) {
    const start = document.sentenceStart(core.start)
    const end = document.sentenceEnd(Math.max(core.start, core.end - 1))
    this.sentence = { start, end }
    this.grown = underlineOf(document, core)
    const from = Math.max(start, core.start - REACH)
    const to = beforeAddress(document.folded, core.end, Math.min(end, core.end + REACH))
    const tokens: Token[] = []
    for (let index = document.tokenIndexFrom(from); index < document.tokens.length; index++) {
      const token = document.tokens[index]!
      if (token.end > to) break
      tokens.push(token)
    }
    this.tokens = tokens
    const depths = [0]
    for (const { surface } of tokens)
      depths.push(depths.at(-1)! + (OPEN.test(surface) ? 1 : CLOSED.test(surface) ? -1 : 0))
    this.depths = depths
    this.first = tokens.findIndex((token) => token.start >= core.start)
    this.last = tokens.findLastIndex((token) => token.end <= core.end)
    this.headFirst = tokens.findIndex((token) => token.start >= statement.head.start)
    this.headLast = tokens.findLastIndex((token) => token.end <= statement.head.end)
  }

  /** What lies between two tokens: commas, conjunctions and so on, each counted up to a few. */
  between(from: number, to: number, side: string, pieces: string[]): void {
    let commas = 0
    let conjunctions = 0
    let topics = 0
    let verbs = 0
    for (let index = from; index < to; index++) {
      const token = this.tokens[index]!
      if (isComma(token)) commas++
      if (token.pos[1] === '接続助詞') conjunctions++
      if (token.surface === 'は' && token.pos[0] === '助詞') topics++
      if (token.pos[0] === '動詞' && !DEPENDENT.has(token.pos[1])) verbs++
    }
    pieces.push(
      `${side}commas:${Math.min(3, commas)}`,
      `${side}conjunctions:${Math.min(2, conjunctions)}`,
      `${side}topics:${Math.min(2, topics)}`,
      `${side}verbs:${Math.min(3, verbs)}`,
    )
  }
}

/** @param core the shortest phrase with noun and act (candidates.ts). */
export function boundariesOf(
  document: Document,
  core: Span,
  statement: Statement,
  category: string,
): Boundaries {
  const stretch = new Stretch(document, core, statement, category)
  return { starts: startsOf(stretch), ends: endsOf(stretch) }
}

function startsOf(stretch: Stretch): Boundary[] {
  const { tokens, core, grown, statement, first, headFirst } = stretch
  const wide = new Map(statement.slots.map((slot) => [slot.wide, slot]))
  const near = new Map(statement.slots.map((slot) => [slot.span.start, slot]))
  const latest = Math.max(headFirst, first, 0)
  const starts: Boundary[] = []
  for (const [index, token] of tokens.entries()) {
    if (isBlank(token)) continue
    const { start, pos } = token
    const begins =
      OPEN.test(token.surface) || (!PARTICLES.has(pos[0]) && (!DEPENDENT.has(pos[1]) || pos[0] === '動詞'))
    if (!(index <= latest && begins) && start !== core.start && start !== grown.start) continue
    const side = index < first ? 'before-' : 'behind-'
    const place = start === core.start ? 'core' : side
    const pieces = [
      `kind:${kindOf(token)}`,
      `previous:${kindOf(tokens[index - 1])}`,
      `off:${within(index - first, -12, 6)}`,
      `off-head:${within(index - headFirst, -14, 2)}`,
      `far:${Math.round(within(start - core.start, -40, 20) / 4)}`,
      `${stretch.category}|${place}`,
    ]
    if (start === core.start) pieces.push('core')
    if (start === grown.start) pieces.push('grown', `${stretch.category}|grown`)
    if (start === statement.head.start) pieces.push('head')
    if (start === statement.span.start) pieces.push('statement')
    if (start === stretch.sentence.start) pieces.push('sentence')
    if (statement.verbless) pieces.push(`verbless|${place}`)
    ofSlot(wide.get(start), near.get(start), pieces)
    stretch.between(Math.min(index, first), Math.max(index, first), side, pieces)
    for (let between = index; between < first; between++) {
      const slot = wide.get(tokens[between]!.start)
      if (slot !== undefined) pieces.push(`over:${slot.particle}`)
    }
    starts.push({ at: start, depth: stretch.depths[index]!, pieces })
  }
  return starts
}

function ofSlot(wide: Slot | undefined, near: Slot | undefined, pieces: string[]): void {
  if (wide !== undefined) {
    pieces.push(`slot:${wide.particle}`, wide.wide < wide.span.start ? 'wide' : 'narrow')
    if (wide.classes.size === 0) pieces.push('slot-of:none')
    for (const name of wide.classes) pieces.push(`slot-of:${name}`)
  } else if (near !== undefined) {
    pieces.push(`noun:${near.particle}`)
    for (const name of near.classes) pieces.push(`noun-of:${name}`)
  }
}

function endsOf(stretch: Stretch): Boundary[] {
  const { tokens, core, grown, statement, first, last, headLast } = stretch
  const slots = new Map(statement.slots.map((slot) => [slot.span.end, slot]))
  const earliest = Math.min(last, headLast, first)
  const ends: Boundary[] = []
  for (let index = Math.max(first, 0); index < tokens.length; index++) {
    const token = tokens[index]!
    const { end, pos } = token
    const closes = pos[0] !== '記号' || CLOSED.test(token.surface)
    if (!(index >= earliest && closes) && end !== core.end && end !== grown.end) continue
    const side = index < last ? 'before-' : 'behind-'
    const place = end === core.end ? 'core' : side
    const shape = place === side && end === grown.end ? 'grown' : place
    const pieces = [
      `kind:${kindOf(token)}`,
      `next:${kindOf(tokens[index + 1])}`,
      `form:${token.conjugationForm}`,
      `off:${within(index - last, -8, 14)}`,
      `off-head:${within(index - headLast, -8, 12)}`,
      `far:${Math.round(within(end - core.end, -20, 40) / 4)}`,
      `${stretch.category}|${place}`,
      `force:${statement.force}|${shape}`,
      `frame:${statement.frame}|${shape}`,
    ]
    if (end === core.end) pieces.push('core')
    if (end === grown.end) pieces.push('grown', `${stretch.category}|grown`)
    if (end === statement.head.end) pieces.push('head')
    if (end === stretch.sentence.end) pieces.push('sentence')
    if (statement.verbless) pieces.push(`verbless|${place}`)
    if (statement.conditional) pieces.push(`conditional|${place}`)
    const slot = slots.get(end)
    if (slot !== undefined) pieces.push(`slot:${slot.particle}`)
    stretch.between(Math.min(index, last) + 1, Math.max(index, last) + 1, side, pieces)
    ends.push({ at: end, depth: stretch.depths[index + 1]!, pieces })
  }
  return ends
}
