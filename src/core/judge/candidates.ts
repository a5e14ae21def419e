/**
 * The net: every place where an act may lead outside. A candidate is a statement with the word that a category is about,
 * its *anchor*; what it is worth, frames, excuses and weights say.
 */
import type { Slot, Statement } from '../statement/statement.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'

/** What a category is about: classes of nouns (`@messenger`, `phone-kind`) and of predicates. */
export interface About {
  readonly nouns: readonly string[]
  readonly acts: readonly string[]
  /** Predicates of one class with a noun of another, neither of which would be telling alone: 私につながる. */
  readonly pairs: readonly Pair[]
}

export interface Pair {
  readonly is: readonly string[]
  readonly of: readonly string[]
}

export interface Candidate {
  readonly category: string
  readonly statement: Statement
  /** The statement's place among the document's. */
  readonly index: number
  /** The slot that the category is about; without it the predicate itself is. */
  readonly anchor: Slot | undefined
  /** The shortest phrase with the instrument and the act, in the plain view. */
  readonly span: Span
}

export function candidatesOf(document: Document, category: string, about: About): readonly Candidate[] {
  if (!mayBeAbout(document.statedClasses, about)) return NOTHING
  const found: Candidate[] = []
  const { statements } = document
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!
    if (isBareName(statement)) continue
    const anchor = anchorOf(statement, about.nouns) ?? pairedOf(statement, about.pairs)
    const isAct =
      about.acts.some((name) => statement.acts.has(name)) ||
      about.nouns.some((name) => statement.classes.has(name))
    if (anchor === undefined && !isAct) continue
    found.push({ category, statement, index, anchor, span: spanOf(statement, anchor) })
  }
  return found
}

const NOTHING: readonly Candidate[] = []

/** Whether anything in the text is of the classes: false for most categories of most texts. */
function mayBeAbout(stated: ReadonlySet<string>, { nouns, acts, pairs }: About): boolean {
  for (const name of nouns) if (stated.has(name)) return true
  for (const name of acts) if (stated.has(name)) return true
  for (const { is } of pairs) for (const name of is) if (stated.has(name)) return true
  return false
}

/** A name or word alone on its line (a tag, an item of a list) proposes nothing. */
const isBareName = ({ verbless, slots, acts }: Statement): boolean =>
  verbless &&
  acts.size === 0 &&
  slots.every(({ particle }) => particle === '') &&
  (slots.length === 1 || !slots.some(({ classes }) => [...classes].some((name) => name.startsWith('@'))))

/** The noun that the category is about; the nearest to the predicate whose own head it is, before one that only holds it. */
function anchorOf({ slots }: Statement, nouns: readonly string[]): Slot | undefined {
  let anchor: Slot | undefined
  let isHead = false
  for (const slot of slots) {
    const heads = nouns.some((name) => slot.classes.has(name))
    if (!heads && (isHead || !nouns.some((name) => slot.inside.has(name)))) continue
    anchor = slot
    isHead = heads
  }
  return anchor
}

const pairedOf = ({ classes, slots }: Statement, pairs: readonly Pair[]): Slot | undefined => {
  for (const { is, of } of pairs) {
    if (!is.some((name) => classes.has(name))) continue
    const slot = slots.findLast(({ inside }) => of.some((name) => inside.has(name)))
    if (slot !== undefined) return slot
  }
  return undefined
}

/** How far apart nouns may stand that are underlined together, and how long the underline may grow (UTF-16 code units). */
const GAP = 4
const LONGEST = 36
const TOPIC = /^(?:は|も|では|には)/u

/** From the noun, with what it belongs to and the nouns right before it, to the end of the predicate. */
function spanOf({ head, slots, verbless }: Statement, anchor: Slot | undefined): Span {
  let start = Math.min(head.start, anchor?.wide ?? head.start)
  const end = Math.max(head.end, anchor?.span.end ?? 0)
  if (verbless) return { start, end }
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i]!
    if (slot.wide >= start) continue
    if (start - slot.span.end > GAP || end - slot.wide > LONGEST) break
    if (TOPIC.test(slot.particle) && slot.classes.size === 0) break
    start = slot.wide
  }
  return { start, end }
}
