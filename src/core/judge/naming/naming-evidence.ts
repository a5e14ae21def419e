/**
 * What tells which way out a place proposes, of the several that its words may mean: the words themselves, what is said
 * with them, and what is named near them. Nothing here says whether it proposes any.
 */
import type { Statement } from '../../statement/statement.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { SpansBySize } from '../../text/spans-by-size.ts'
import type { Document } from '../document.ts'
import type { Pieces } from '../pieces.ts'

/** How far off a service or a datum may be named, UTF-16 code units. */
const NEAR = 100
/** Words behind the place that belong to its turn of phrase. */
const REACH = 4
/** By so much, log-odds, a category may weigh less than the heaviest: each that a place is within is a piece. */
const WITHIN = [0.4, 1, 2.5]

/** What a category comes to at a place. */
export interface Way {
  readonly category: string
  /** Log-odds. */
  readonly score: number
}

/** @param ways all that was weighed there, the heaviest first */
export function writeWays(pieces: Pieces, ways: readonly Way[]): void {
  const [heaviest] = ways
  if (heaviest === undefined) return
  pieces.add('bias')
  pieces.add('most:', heaviest.category)
  for (const { category, score } of ways) {
    pieces.add('way:', category)
    for (const [at, less] of WITHIN.entries())
      if (score > heaviest.score - less) pieces.add('way-', String(at), ':', category)
  }
}

/** @param span in the plain view */
export function writeNaming(pieces: Pieces, document: Document, span: Span): void {
  for (const { statement: one } of headsOf(document).overlapping(span)) {
    pieces.add('pred:', one.predicate)
    for (const act of one.acts) pieces.add('act:', act)
    for (const name of one.classes) pieces.add('is:', name)
    pieces.add('force:', one.force)
    for (const slot of one.slots) {
      if (!overlaps(slot.span, span)) continue
      for (const name of slot.classes) {
        pieces.add('slot:', name)
        pieces.add('slot:', slot.particle, ':', name)
      }
      for (const name of slot.inside) if (!slot.classes.has(name)) pieces.add('in:', name)
    }
  }
  const { things } = document
  // None overlaps another, so they end in their order as well.
  const near = partitionPoint(things.length, (at) => things[at]!.end >= span.start - NEAR)
  for (let at = near; at < things.length; at++) {
    const { start, end, classes } = things[at]!
    if (start - span.end > NEAR) break
    const off = Math.max(start - span.end, span.start - end)
    const where = off < 0 ? 'at:' : start > span.start ? 'behind:' : 'before:'
    for (const name of classes) pieces.add(where, name)
  }
  const { wording } = document
  const end = document.tokenIndexFrom(span.end)
  for (let at = document.tokenIndexFrom(span.start); at < end + REACH && at < wording.length; at++)
    pieces.add(at < end ? 'word:' : 'tail:', wording[at]!)
}

interface Head extends Span {
  readonly statement: Statement
}

const heads = new WeakMap<Document, SpansBySize<Head>>()

/** The statements by the words of their predicates: what a quotation says comes after what is said around it. */
function headsOf(document: Document): SpansBySize<Head> {
  let known = heads.get(document)
  if (known === undefined) {
    known = new SpansBySize<Head>()
    for (const statement of document.statements) known.add({ ...statement.head, statement })
    heads.set(document, known)
  }
  return known
}
