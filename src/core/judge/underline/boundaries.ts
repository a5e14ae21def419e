/**
 * Where the words that one underlines of a statement may begin and end, each place with what speaks for it, as named
 * pieces. Which of them is taken, learnt weights say (underliner.ts).
 */
import type { Token } from '../../morph/token.ts'
import { UnitSet } from '../../pattern/unit-set.ts'
import type { Slot, Statement } from '../../statement/statement.ts'
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import { beforeAddress, DEPENDENT, PARTICLES, underlineOf } from '../grow-span.ts'
import type { PieceReader, SideReaders } from './piece-reader.ts'

/** A place in the plain view, UTF-16 code units. */
export interface Boundary<T> {
  readonly at: number
  /** How many brackets are open there: an underline takes none without the other. */
  readonly depth: number
  /** What the reader made of the pieces: their names, or what they weigh. */
  readonly pieces: T
}

export interface Boundaries<T> {
  readonly starts: readonly Boundary<T>[]
  readonly ends: readonly Boundary<T>[]
}

/** How far before and behind the statement's own words one may begin and end, UTF-16 code units. */
const REACH = 80

const isBlank = (token: Token): boolean => token.pos[1] === '空白' || token.surface === '\n'
const isComma = ({ surface }: Token): boolean => surface === '、' || surface === ','

/** What a token is to its neighbours: words of grammar by themselves, others by their kind. */
function addKind(reader: Reader, as: string, token: Token | undefined): void {
  if (token === undefined) {
    reader.add(as, 'none')
    return
  }
  const [first, second] = token.pos
  reader.add(as, first, ':', PARTICLES.has(first) || DEPENDENT.has(second) ? token.baseForm : second)
}

type Reader = PieceReader<unknown>

/** Brackets stand by themselves in most texts; a token of several units that holds one is a face or an address. */
const OPEN = UnitSet.of(['「『(（【［['])
const CLOSED = UnitSet.of(['」』)）】］]'])

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
  /** The same of what lies between two tokens: how many there are up to there. */
  private readonly commas: number[] = [0]
  private readonly conjunctions: number[] = [0]
  private readonly topics: number[] = [0]
  private readonly verbs: number[] = [0]

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
    this.depths = depths
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!
      const { surface } = token
      depths.push(depths[at]! + (OPEN.isIn(surface) ? 1 : CLOSED.isIn(surface) ? -1 : 0))
      countOn(this.commas, isComma(token))
      countOn(this.conjunctions, isConjunction(token))
      countOn(this.topics, isTopic(token))
      countOn(this.verbs, isVerb(token))
    }
    this.first = tokens.findIndex((token) => token.start >= core.start)
    this.last = tokens.findLastIndex((token) => token.end <= core.end)
    this.headFirst = tokens.findIndex((token) => token.start >= statement.head.start)
    this.headLast = tokens.findLastIndex((token) => token.end <= statement.head.end)
  }

  /** What lies between two tokens: commas, conjunctions and so on, each counted up to a few. */
  between(reader: Reader, from: number, to: number, side: Side): void {
    const { commas, conjunctions, topics, verbs } = this
    const many = (counts: readonly number[], most: number): number =>
      Math.min(most, Math.max(0, counts[to]! - counts[Math.max(0, from)]!))
    const names = BETWEEN[side]
    reader.addNumber(names.commas, many(commas, 3))
    reader.addNumber(names.conjunctions, many(conjunctions, 2))
    reader.addNumber(names.topics, many(topics, 2))
    reader.addNumber(names.verbs, many(verbs, 3))
  }
}

type Side = keyof typeof BETWEEN

const between = (side: string) => ({
  commas: `${side}commas:`,
  conjunctions: `${side}conjunctions:`,
  topics: `${side}topics:`,
  verbs: `${side}verbs:`,
})
const BETWEEN = { 'before-': between('before-'), 'behind-': between('behind-') }

const isConjunction = ({ pos }: Token): boolean => pos[1] === '接続助詞'
const isTopic = ({ surface, pos }: Token): boolean => surface === 'は' && pos[0] === '助詞'
const isVerb = ({ pos }: Token): boolean => pos[0] === '動詞' && !DEPENDENT.has(pos[1])

/** Goes on counting: one more where it is one. */
function countOn(counts: number[], isOne: boolean): void {
  counts.push(counts[counts.length - 1]! + (isOne ? 1 : 0))
}

/** @param core the shortest phrase with noun and act (candidates.ts). */
export function boundariesOf<T>(
  document: Document,
  core: Span,
  statement: Statement,
  category: string,
  readers: SideReaders<T>,
): Boundaries<T> {
  const stretch = new Stretch(document, core, statement, category)
  return { starts: startsOf(stretch, readers.starts), ends: endsOf(stretch, readers.ends) }
}

function startsOf<T>(stretch: Stretch, reader: PieceReader<T>): Boundary<T>[] {
  const { tokens, core, grown, statement, category, first, headFirst } = stretch
  const { slots } = statement
  const wideAt = (at: number): Slot | undefined => slots.findLast(({ wide }) => wide === at)
  const over: Slot[] = []
  for (let at = 0; at < first; at++) {
    const slot = wideAt(tokens[at]!.start)
    if (slot !== undefined) over.push(slot)
  }
  const latest = Math.max(headFirst, first, 0)
  const starts: Boundary<T>[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (isBlank(token)) continue
    const { start, pos } = token
    const begins =
      OPEN.isIn(token.surface) || (!PARTICLES.has(pos[0]) && (!DEPENDENT.has(pos[1]) || pos[0] === '動詞'))
    if (!(index <= latest && begins) && start !== core.start && start !== grown.start) continue
    const side = index < first ? 'before-' : 'behind-'
    const place = start === core.start ? 'core' : side
    addKind(reader, 'kind:', token)
    addKind(reader, 'previous:', tokens[index - 1])
    reader.addNumber('off:', within(index - first, -12, 6))
    reader.addNumber('off-head:', within(index - headFirst, -14, 2))
    reader.addNumber('far:', Math.round(within(start - core.start, -40, 20) / 4))
    reader.add(category, '|', place)
    if (start === core.start) reader.add('core')
    if (start === grown.start) {
      reader.add('grown')
      reader.add(category, '|grown')
    }
    if (start === statement.head.start) reader.add('head')
    if (start === statement.span.start) reader.add('statement')
    if (start === stretch.sentence.start) reader.add('sentence')
    if (statement.verbless) reader.add('verbless|', place)
    const wide = wideAt(start)
    if (wide !== undefined) ofSlot(reader, wide)
    else
      ofNoun(
        reader,
        slots.findLast(({ span }) => span.start === start),
      )
    stretch.between(reader, Math.min(index, first), Math.max(index, first), side)
    for (const slot of over) if (slot.wide >= start) reader.add('over:', slot.particle)
    starts.push({ at: start, depth: stretch.depths[index]!, pieces: reader.take() })
  }
  return starts
}

function ofSlot(reader: Reader, { particle, wide, span, classes }: Slot): void {
  reader.add('slot:', particle)
  reader.add(wide < span.start ? 'wide' : 'narrow')
  if (classes.size === 0) reader.add('slot-of:none')
  for (const name of classes) reader.add('slot-of:', name)
}

function ofNoun(reader: Reader, slot: Slot | undefined): void {
  if (slot === undefined) return
  reader.add('noun:', slot.particle)
  for (const name of slot.classes) reader.add('noun-of:', name)
}

function endsOf<T>(stretch: Stretch, reader: PieceReader<T>): Boundary<T>[] {
  const { tokens, core, grown, statement, category, first, last, headLast } = stretch
  const earliest = Math.min(last, headLast, first)
  const ends: Boundary<T>[] = []
  for (let index = Math.max(first, 0); index < tokens.length; index++) {
    const token = tokens[index]!
    const { end, pos } = token
    const closes = pos[0] !== '記号' || CLOSED.isIn(token.surface)
    if (!(index >= earliest && closes) && end !== core.end && end !== grown.end) continue
    const side = index < last ? 'before-' : 'behind-'
    const place = end === core.end ? 'core' : side
    const shape = place === side && end === grown.end ? 'grown' : place
    addKind(reader, 'kind:', token)
    addKind(reader, 'next:', tokens[index + 1])
    reader.add('form:', token.conjugationForm)
    reader.addNumber('off:', within(index - last, -8, 14))
    reader.addNumber('off-head:', within(index - headLast, -8, 12))
    reader.addNumber('far:', Math.round(within(end - core.end, -20, 40) / 4))
    reader.add(category, '|', place)
    reader.add('force:', statement.force, '|', shape)
    reader.add('frame:', statement.frame, '|', shape)
    if (end === core.end) reader.add('core')
    if (end === grown.end) {
      reader.add('grown')
      reader.add(category, '|grown')
    }
    if (end === statement.head.end) reader.add('head')
    if (end === stretch.sentence.end) reader.add('sentence')
    if (statement.verbless) reader.add('verbless|', place)
    if (statement.conditional) reader.add('conditional|', place)
    const slot = statement.slots.findLast((one) => one.span.end === end)
    if (slot !== undefined) reader.add('slot:', slot.particle)
    stretch.between(reader, Math.min(index, last) + 1, Math.max(index, last) + 1, side)
    ends.push({ at: end, depth: stretch.depths[index + 1]!, pieces: reader.take() })
  }
  return ends
}
