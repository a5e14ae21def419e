/**
 * The net: every place where an act may lead outside. A candidate is a statement with the word that a category is about,
 * its *anchor*; what it is worth, frames, excuses and weights say.
 */
import type { Slot, Statement } from '../statement/statement.ts'
import { partitionPoint } from '../text/partition-point.ts'
import type { Span } from '../text/span.ts'
import type { Document } from './document.ts'

/** What a category is about: classes of nouns (`@messenger`, `phone-kind`) and of predicates. */
export interface About {
  readonly nouns: readonly string[]
  readonly acts: readonly string[]
  /** Predicates of one class with a noun of another, neither of which would be telling alone: 私につながる. */
  readonly pairs: readonly Pair[]
  /**
   * Classes that say only that one is reached (連絡先, あちら, つながる): they are about this category where the service
   * that is named nearest is one of its nouns.
   */
  readonly carried: readonly string[]
  /** Classes of words that hint at such a service where none is named (つぶやく, フォロー): what is carried is about it beside them. */
  readonly hinted: readonly string[]
  /** Data (`#phone`): a statement that tells one proposes none, and the datum is judged by itself. */
  readonly told: readonly string[]
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
  /** The service is named elsewhere: 「LINEは使えますか。IDを教えてください」. */
  readonly isCarried: boolean
  /** Words nearby hint at the service: 「毎晩つぶやいています。アカウントは…」. */
  readonly isHinted: boolean
  /** The shortest phrase with the instrument and the act, in the plain view. */
  readonly span: Span
}

export function candidatesOf(document: Document, category: string, about: About): readonly Candidate[] {
  if (!mayBeAbout(document.statedClasses, about)) return NOTHING
  const found: Candidate[] = []
  const { statements } = document
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!
    if (
      isBareName(statement, document.folded) ||
      isForeign(statement, document.folded) ||
      tells(statement, about.told)
    )
      continue
    const anchor = anchorOf(statement, about.nouns) ?? pairedOf(statement, about.pairs)
    const isAct =
      about.acts.some((name) => statement.acts.has(name)) ||
      about.nouns.some((name) => statement.classes.has(name))
    if (anchor !== undefined || isAct) {
      const span = spanOf(statement, anchor)
      found.push({ category, statement, index, anchor, isCarried: false, isHinted: false, span })
    } else if (about.carried.length > 0 && speaksOf(statement, about.carried)) {
      const service = nearestService(document, statement)
      const isCarried = service !== undefined && about.nouns.some((name) => service.has(name))
      const isHinted = service === undefined && isHintedAt(statements, index, about.hinted)
      if (!isCarried && !isHinted) continue
      const general = anchorOf(statement, about.carried)
      const span = spanOf(statement, general)
      found.push({ category, statement, index, anchor: general, isCarried, isHinted, span })
    }
  }
  return found
}

const NOTHING: readonly Candidate[] = []

/** Whether anything in the text is of the classes: false for most categories of most texts. */
function mayBeAbout(stated: ReadonlySet<string>, { nouns, acts, pairs, hinted }: About): boolean {
  for (const name of nouns) if (stated.has(name)) return true
  for (const name of hinted) if (stated.has(name)) return true
  for (const name of acts) if (stated.has(name)) return true
  for (const { is } of pairs) for (const name of is) if (stated.has(name)) return true
  return false
}

const speaksOf = ({ acts, slots }: Statement, names: readonly string[]): boolean =>
  names.some(
    (name) => acts.has(name) || slots.some(({ classes, inside }) => classes.has(name) || inside.has(name)),
  )

const tells = ({ slots }: Statement, data: readonly string[]): boolean =>
  data.some((name) => slots.some(({ inside }) => inside.has(name)))

/** How far off a service may be named, before and behind (UTF-16 code units). */
const BEFORE = 90
const BEHIND = 40

/** The classes of the service named nearest, the marketplace itself left out. */
function nearestService(document: Document, { span }: Statement): ReadonlySet<string> | undefined {
  let nearest: ReadonlySet<string> | undefined
  let distance = BEFORE
  const { things } = document
  // None overlaps another, so they end in their order as well.
  for (
    let i = partitionPoint(things.length, (one) => things[one]!.end >= span.start - BEFORE);
    i < things.length;
    i++
  ) {
    const { start, end, classes } = things[i]!
    if (start - span.end > BEHIND) break
    if (!isOtherService(classes)) continue
    const off = Math.max(span.start - end, start - span.end, 0)
    if (off > distance) continue
    distance = off
    nearest = classes
  }
  return nearest
}

/** How many statements off a hint may stand. */
const HINT_WITHIN = 2

function isHintedAt(statements: readonly Statement[], index: number, hints: readonly string[]): boolean {
  if (hints.length === 0) return false
  for (let at = Math.max(0, index - HINT_WITHIN); at <= index + HINT_WITHIN && at < statements.length; at++) {
    const { classes, slots } = statements[at]!
    for (const hint of hints)
      if (classes.has(hint) || slots.some(({ inside }) => inside.has(hint))) return true
  }
  return false
}

const isOtherService = (classes: ReadonlySet<string>): boolean => {
  for (const name of classes) if (name.startsWith('@')) return name !== '@self'
  return false
}

/** A name or word alone on its line (a tag, an item of a list), or several of them in a row, proposes nothing. */
const isBareName = ({ verbless, slots, acts }: Statement, text: string): boolean =>
  verbless &&
  acts.size === 0 &&
  slots.every(({ particle }) => particle === '') &&
  (slots.length === 1 ||
    !slots.some(({ classes }) => [...classes].some((name) => name.startsWith('@'))) ||
    slots.every(({ span }, at) => at === 0 || COMMA.test(text.slice(slots[at - 1]!.span.end, span.start))))
const COMMA = /[,、・/]/u

/** So many words without a particle between them, in another language's letters, are a sentence of that language. */
const FOREIGN_WORDS = 6
const ASCII = /^[ -~]*$/

/** What is said in another language has phrases of its own (dictionaries/templates): nothing is read of it here. */
const isForeign = ({ verbless, slots, span }: Statement, text: string): boolean =>
  verbless && slots.length >= FOREIGN_WORDS && ASCII.test(text.slice(span.start, span.end))

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
/** A noun so far from its head is underlined by itself: nobody reads a list without end as one phrase (UTF-16 code units). */
const FAR = 400
const TOPIC = /^(?:は|も|では|には)/u

/** From the noun, with what it belongs to and the nouns right before it, to the end of the predicate. */
function spanOf({ head, slots, verbless }: Statement, anchor: Slot | undefined): Span {
  let start = Math.min(head.start, anchor?.wide ?? head.start)
  const end = Math.max(head.end, anchor?.span.end ?? 0)
  if (anchor !== undefined && end - start > FAR) return { start: anchor.wide, end: anchor.span.end }
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
