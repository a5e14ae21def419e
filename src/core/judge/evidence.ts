/**
 * What speaks for and against a candidate, as named pieces of evidence: what the statement says, classes of the words in
 * it and around it, the turn of phrase with every name and number replaced by its class, and where it is written.
 */
import type { Submission } from '../contract/submission.ts'
import { phaseOf } from '../contract/where.ts'
import type { Statement } from '../statement/statement.ts'
import type { Candidate } from './candidates.ts'
import { writeDisguise, writeHiddenNear, writeHiddenThere } from './disguise-evidence.ts'
import type { Document } from './document.ts'
import type { Pieces } from './pieces.ts'
import type { Situation } from './situation.ts'
import { isLayout } from './wording.ts'

/** Classes that tell of the whole text what it is about. */
const TELLING: ReadonlySet<string> = new Set([
  'third',
  'customer',
  'product',
  'job',
  'refuse',
  'rule',
  'inside',
  'filter',
  'here',
  'person-head',
  'writer',
  'reader',
  'next-time',
  'outside',
  'direct',
  'fee',
  'contact-datum',
])
/** How far behind the candidate the turn of phrase goes on, UTF-16 code units. */
const REACH = 10
/** Tokens before the candidate that belong to its turn of phrase. */
const LEAD = 2

/** Whether writer and reader are the two. */
export function between({ who, with: other }: Statement): 'yes' | 'no' | 'open' {
  if (who === 'third' || other === 'third') return 'no'
  return who === 'unsaid' || other === 'unsaid' || other === 'none' ? 'open' : 'yes'
}

/** Writes all that speaks for and against a candidate. */
export function writeEvidence(
  pieces: Pieces,
  candidate: Candidate,
  document: Document,
  situation: Situation,
): void {
  pieces.add('bias')
  pieces.add(candidate.category)
  ofStatement(pieces, candidate)
  if (candidate.isCarried) {
    pieces.add('carried')
    pieces.add(candidate.category, '|carried')
  }
  if (candidate.isHinted) {
    pieces.add('hinted')
    pieces.add(candidate.category, '|hinted')
  }
  ofSlots(pieces, candidate)
  writeDisguise(pieces, candidate, actsOf(candidate.statement), document)
  ofSurroundings(pieces, candidate, document)
  ofWording(pieces, candidate, document)
  ofPlace(pieces, candidate.category, situation.submission)
  if (situation.submission.history.length > 0) ofHistory(pieces, candidate.category, situation)
}

function ofStatement(pieces: Pieces, { category: c, statement: s, anchor }: Candidate): void {
  const us = between(s)
  const sign = s.positive ? '+' : '-'
  pieces.add('force:', s.force, sign)
  pieces.add('time:', s.time)
  pieces.add('frame:', s.frame)
  pieces.add('us:', us)
  pieces.add('who:', s.who)
  pieces.add('with:', s.with)
  pieces.add(c, '|force:', s.force, sign)
  pieces.add(c, '|frame:', s.frame)
  pieces.add(c, '|us:', us)
  pieces.add('force:', s.force, sign, '|frame:', s.frame)
  pieces.add('force:', s.force, sign, '|us:', us)
  pieces.add('force:', s.force, sign, '|time:', s.time)
  if (s.verbless) {
    pieces.add('verbless')
    pieces.add(c, '|verbless')
  }
  if (s.conditional) pieces.add('conditional')
  if (s.praised) {
    pieces.add('praised')
    pieces.add(c, '|praised')
  }
  for (const act of actsOf(s)) {
    pieces.add('act:', act)
    pieces.add(c, '|act:', act)
    pieces.add('act:', act, '|force:', s.force, sign)
    pieces.add('act:', act, '|us:', us)
    pieces.add(c, '|act:', act, '|force:', s.force)
  }
  pieces.add('pred:', s.predicate)
  pieces.add(c, '|pred:', s.predicate)
  for (const name of s.modifies) pieces.add('mod:', name)
  if (s.frame === 'attributive') pieces.add(s.modifies.size === 0 ? 'mod:other' : 'mod:known')
  if (anchor === undefined) {
    pieces.add('anchor:predicate')
    pieces.add(c, '|anchor:predicate')
    for (const name of s.classes) pieces.add('predicate:', name)
  }
}

const actsOf = ({ acts }: Statement): Iterable<string> => (acts.size === 0 ? NO_ACT : acts)
const NO_ACT: readonly string[] = ['none']

function ofSlots(pieces: Pieces, { category: c, statement: s, anchor }: Candidate): void {
  for (const slot of s.slots) {
    if (slot === anchor) continue
    for (const name of slot.classes) {
      pieces.add('slot:', name)
      pieces.add('slot:', slot.particle, ':', name)
    }
    for (const name of slot.inside) if (!slot.classes.has(name)) pieces.add('slotin:', name)
    if (slot.classes.size === 0) pieces.add('slot:', slot.particle, ':other')
  }
  if (anchor === undefined) return
  const { particle, classes, inside, head } = anchor
  pieces.add('part:', particle)
  pieces.add(c, '|part:', particle)
  for (const act of actsOf(s)) {
    pieces.add('part:', particle, '|act:', act)
    pieces.add(c, '|part:', particle, '|act:', act)
  }
  if (s.verbless) pieces.add('verbless|part:', particle)
  let isName = false
  for (const name of classes) {
    isName ||= name.startsWith('@') || name.startsWith('#')
    pieces.add('anchor:', name)
    pieces.add('anchor:', name, '|part:', particle)
  }
  for (const name of inside) if (!classes.has(name)) pieces.add('beside:', name)
  pieces.add('noun:', isName ? 'name' : head)
}

function ofSurroundings(pieces: Pieces, { statement, index }: Candidate, document: Document): void {
  const { statements, sums } = document
  neighbour(pieces, statements[index - 1], statement.sentence, 'pv', 'ps')
  neighbour(pieces, statements[index + 1], statement.sentence, 'nx', 'ns')
  pieces.shared(sums, AROUND - statement.sentence, (own) => {
    const near = new Set<string>()
    for (const one of document.statementsOf(statement.sentence)) {
      for (const slot of one.slots) for (const name of slot.inside) near.add(name)
      for (const act of one.acts) near.add(`act:${act}`)
      if (!one.positive) near.add('negative')
      if (one.frame === 'reported') near.add('reported')
    }
    for (const name of near) own.add('in:', name)
    writeHiddenNear(own, document, statement)
    for (const [name, sentences] of document.telling(TELLING))
      if (sentences.size > (sentences.has(statement.sentence) ? 1 : 0)) own.add('text:', name)
  })
}

function neighbour(
  pieces: Pieces,
  one: Statement | undefined,
  sentence: number,
  same: string,
  other: string,
): void {
  if (one === undefined) return
  const as = one.sentence === sentence ? same : other
  for (const act of one.acts) pieces.add(as, ':act:', act)
  pieces.add(as, ':force:', one.force, one.positive ? '+' : '-')
  if (one.frame !== 'own') pieces.add(as, ':frame:', one.frame)
}

/** The keys of what candidates share: the words of a sentence have its number. */
const WHOLE_TEXT = -1
/** Less the number of a sentence: what is said in it and around it. */
const AROUND = -2

/** The words themselves: single ones and pairs around the candidate, single ones of its sentence and of the text. */
function ofWording(pieces: Pieces, { span }: Candidate, document: Document): void {
  const { tokens, sums, sentences } = document
  const first = leadOf(document, document.tokenIndexFrom(span.start))
  const run = document.wordsBetween(first, document.tokenIndexFrom(span.end + REACH))
  for (let i = 0; i < run.length; i++) {
    const word = run[i]!
    pieces.add('w1:', word)
    if (i + 1 < run.length) pieces.add('w2:', word, ' ', run[i + 1]!)
  }
  pieces.shared(sums, sentences.indexAt(span.start), (own) => {
    const sentence = sentences.at(span.start)
    const begin = document.tokenIndexFrom(sentence.start)
    let end = begin
    while (end < tokens.length && tokens[end]!.start < sentence.end) end++
    for (const word of document.wordsBetween(begin, end)) own.add('sentence:', word)
  })
  pieces.shared(sums, WHOLE_TEXT, (own) => {
    for (const word of document.contentWords) own.add('text:', word)
    writeHiddenThere(own, document)
  })
}

/** The index of the token with which the turn of phrase begins. */
function leadOf({ wording }: Document, from: number): number {
  let index = from
  for (let words = 0; index > 0 && words < LEAD; ) if (!isLayout(wording[--index]!)) words++
  return index
}

function ofPlace(pieces: Pieces, c: string, submission: Submission): void {
  const { channel, role, text, category, marketplace } = submission
  pieces.add('channel:', channel)
  pieces.add(c, '|channel:', channel)
  pieces.add('role:', role)
  pieces.add(c, '|market:', marketplace)
  // What a marketplace allows once the contract stands, people propose there without a second thought.
  const phase = phaseOf(submission)
  if (phase !== 'before_contract') pieces.add(c, '|market:', marketplace, '|', phase)
  const { length } = text
  pieces.add('length:', length < 40 ? 'short' : length < 150 ? 'middle' : length < 500 ? 'long' : 'huge')
  if (category !== undefined && VOICE.test(category)) pieces.add(c, '|voice-service')
}
/** Services that are held by voice or face: 電話相談, ビデオ通話レッスン. */
const VOICE = /電話|通話|ビデオ|オンライン|占い|鑑定|相談|レッスン/u

function ofHistory(pieces: Pieces, c: string, situation: Situation): void {
  pieces.add('history')
  if (situation.isProposed(c, 'asked')) {
    pieces.add('asked:same')
    pieces.add(c, '|asked:same')
  }
  if (situation.isProposed(c, 'earlier')) pieces.add('earlier:same')
}
