/**
 * Reads a text into statements. Pure; linear in the length of the text; never throws.
 *
 * Sentence by sentence: words in brackets and in quotation marks apart, the rest in chunks, predicates linked, their
 * forces from the last to the first; participants over the whole text, in its order.
 */
import type { Token } from '../morph/token.ts'
import { partitionPoint } from '../text/partition-point.ts'
import type { LineKind, Segmentation } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import { readChunks, type Skip } from './chunks.ts'
import { type Draft, slotOf } from './draft.ts'
import { readForce } from './force.ts'
import type { Lexicon } from './lexicon.ts'
import { link } from './link.ts'
import { participantsOf, Talk } from './participants.ts'
import type { Frame, Statement } from './statement.ts'
import { readVerbless } from './verbless.ts'
import { type Named, NO_CLASSES, Words } from './words.ts'

export interface StatementSource {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly segmentation: Segmentation
  /** Services and data of the text, by their start. */
  readonly named: readonly Named[]
}

/** A piece of the text that is read as one sentence. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly kind: LineKind
  /** Frame that its place gives it. */
  readonly frame: Frame
  readonly sentence: number
  /** Tokens that stand for one noun here (a quotation) or for nothing (brackets): read by themselves. */
  readonly skip: Skip
}

const FRAME_OF: Partial<Record<LineKind, Frame>> = { heading: 'heading', question: 'asked', answer: 'answer' }
/** A line that a sentence goes on from: it ends with a particle, a comma or an inflected stem. */
const GOES_ON = /^(?:助詞|接続詞|連体詞|接頭詞)$/
const LONGEST_JOIN = 3

export function readStatements(source: StatementSource, lexicon: Lexicon): Statement[] {
  const words = new Words(source.tokens, source.named, lexicon)
  const talk = new Talk()
  const statements: Statement[] = []
  for (const piece of piecesOf(source, words)) {
    talk.nextSentence()
    if (piece.kind === 'heading') talk.newParagraph()
    const chunks = readChunks(words, piece.from, piece.to, piece.skip)
    const linked = link(chunks)
    readForce(linked.drafts)
    for (const draft of linked.drafts) statements.push(finished(draft, piece, talk))
    for (const one of readVerbless(linked, piece, words)) statements.push(one)
  }
  return statements
}

function finished(draft: Draft, piece: Piece, talk: Talk): Statement {
  if (piece.frame !== 'own' && draft.frame === 'own') draft.frame = piece.frame
  else if (piece.frame === 'quoted') draft.frame = 'quoted'
  const { who, with: partner } = participantsOf(draft, talk)
  const { predicate } = draft
  const first = draft.slots[0]?.start ?? predicate.start
  return {
    predicate: predicate.lemma,
    classes: predicate.inside,
    acts: draft.acts,
    slots: draft.slots.map(slotOf),
    who,
    with: partner,
    force: draft.force,
    positive: draft.positive,
    time: draft.time,
    frame: draft.frame,
    conditional: draft.conditional,
    praised: draft.praised || (draft.governor?.praised ?? false),
    modifies: draft.modified?.inside ?? NO_CLASSES,
    verbless: false,
    head: { start: predicate.start, end: predicate.tail.inked },
    span: { start: Math.min(first, predicate.start), end: predicate.tail.inked },
    sentence: piece.sentence,
  }
}

/** Sentences as token ranges, lines of one sentence joined, what stands in marks cut out. */
function piecesOf(source: StatementSource, words: Words): readonly Piece[] {
  const pieces: Piece[] = []
  const { segmentation, text } = source
  const { sentences, quotations } = segmentation
  const tokenFrom = (position: number) => partitionPoint(words.count, (i) => words.start[i]! >= position)
  const outer = quotations.filter(({ depth }) => depth === 0)
  for (let i = 0; i < sentences.length; i++) {
    const first = sentences[i]!
    let last = i
    // A line that breaks off in the middle of a sentence.
    while (
      last + 1 < sentences.length &&
      last - i < LONGEST_JOIN &&
      sentences[last]!.kind === 'text' &&
      sentences[last + 1]!.kind === 'text' &&
      sentences[last + 1]!.line === sentences[last]!.line + 1 &&
      breaksOff(words, tokenFrom(sentences[last]!.span.end) - 1)
    )
      last++
    const span = { start: first.span.start, end: sentences[last]!.span.end }
    cut(span, first.kind, i)
    i = last
  }
  return pieces

  function cut(span: Span, kind: LineKind, sentence: number): void {
    const from = tokenFrom(span.start)
    const to = tokenFrom(span.end)
    let skip: Map<number, { to: number; isQuote: boolean }> | undefined
    let inner: Piece[] | undefined
    const frame = FRAME_OF[kind] ?? 'own'
    const quotes: { readonly start: number; readonly end: number }[] = []
    // None of the outer ones overlaps another, so they end in their order as well.
    let next = partitionPoint(outer.length, (index) => outer[index]!.span.end > span.start)
    for (; next < outer.length && outer[next]!.span.start < span.end; next++) {
      const quotation = outer[next]!
      const start = tokenFrom(quotation.span.start)
      const end = tokenFrom(quotation.span.end)
      if (quotation.span.start < span.start || end <= start || quotation.span.end > span.end) continue
      // A short name in marks is a noun like any other.
      if (end - start <= 5 && !hasVerb(words, start, end)) {
        skip ??= new Map()
        skip.set(start, { to: start + 1, isQuote: false })
        skip.set(end - 1, { to: end, isQuote: false })
        continue
      }
      skip ??= new Map()
      skip.set(start, { to: end, isQuote: true })
      quotes.push({ start, end })
      inner ??= []
      inner.push({ from: start + 1, to: end - 1, kind, frame: 'quoted', sentence, skip: NO_SKIP })
    }
    for (const bracket of bracketsOf(text, span)) {
      const start = tokenFrom(bracket.start)
      const end = tokenFrom(bracket.end)
      const quote = quotes[partitionPoint(quotes.length, (index) => quotes[index]!.start > start) - 1]
      if (end - start < 3 || (quote !== undefined && quote.end >= end)) continue
      if (words.start[start] !== bracket.start) continue
      skip ??= new Map()
      skip.set(start, { to: end, isQuote: false })
      inner ??= []
      inner.push({ from: start + 1, to: end - 1, kind, frame, sentence, skip: NO_SKIP })
    }
    pieces.push({ from, to, kind, frame, sentence, skip: skip ?? NO_SKIP })
    if (inner !== undefined) for (const piece of inner) pieces.push(piece)
  }
}

const NO_SKIP: ReadonlyMap<number, { to: number; isQuote: boolean }> = new Map()

function breaksOff(words: Words, last: number): boolean {
  if (last < 0) return false
  if (words.surface[last] === '、') return true
  if (words.detail[last] === '終助詞') return false
  return GOES_ON.test(words.pos[last]!)
}

function hasVerb(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.pos[i] === '動詞' || words.pos[i] === '助動詞') return true
  return false
}

/** What closes a bracket, by its code unit; 0 for what opens none. */
const closing = (unit: number): number => {
  switch (unit) {
    case 0x28: // (
      return 0x29
    case 0x5b: // [
      return 0x5d
    case 0x3010: // 【
      return 0x3011
    case 0x3014: // 〔
      return 0x3015
    case 0xff08: // （
      return 0xff09
    default:
      return 0
  }
}
const NO_SPANS: readonly Span[] = []

function bracketsOf(text: string, span: Span): readonly Span[] {
  let spans: Span[] | undefined
  let start = -1
  let close = 0
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at)
    if (start < 0) {
      close = closing(unit)
      if (close !== 0) start = at
    } else if (unit === close) {
      spans ??= []
      spans.push({ start, end: at + 1 })
      start = -1
    }
  }
  return spans ?? NO_SPANS
}
