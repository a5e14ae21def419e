/**
 * What speaks for and against a candidate, as named pieces of evidence: what the statement says, classes of the words in
 * it and around it, the turn of phrase with every name and number replaced by its class, and where it is written.
 */
import type { Submission } from '../contract/submission.ts'
import type { Statement } from '../statement/statement.ts'
import type { Candidate } from './candidates.ts'
import type { Document } from './document.ts'
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

export function evidenceOf(candidate: Candidate, document: Document, situation: Situation): string[] {
  const evidence: string[] = ['bias', candidate.category]
  ofStatement(evidence, candidate)
  ofSlots(evidence, candidate)
  ofSurroundings(evidence, candidate, document)
  ofWording(evidence, candidate, document)
  ofPlace(evidence, candidate.category, situation.submission)
  if (situation.submission.history.length > 0) ofHistory(evidence, candidate.category, situation)
  return evidence
}

function ofStatement(evidence: string[], { category: c, statement: s, anchor }: Candidate): void {
  const us = between(s)
  const force = `${s.force}${s.positive ? '+' : '-'}`
  evidence.push(
    `force:${force}`,
    `time:${s.time}`,
    `frame:${s.frame}`,
    `us:${us}`,
    `who:${s.who}`,
    `with:${s.with}`,
    `${c}|force:${force}`,
    `${c}|frame:${s.frame}`,
    `${c}|us:${us}`,
    `force:${force}|frame:${s.frame}`,
    `force:${force}|us:${us}`,
    `force:${force}|time:${s.time}`,
  )
  if (s.verbless) evidence.push('verbless', `${c}|verbless`)
  if (s.conditional) evidence.push('conditional')
  if (s.praised) evidence.push('praised', `${c}|praised`)
  for (const act of actsOf(s)) {
    evidence.push(
      `act:${act}`,
      `${c}|act:${act}`,
      `act:${act}|force:${force}`,
      `act:${act}|us:${us}`,
      `${c}|act:${act}|force:${s.force}`,
    )
  }
  evidence.push(`pred:${s.predicate}`, `${c}|pred:${s.predicate}`)
  for (const name of s.modifies) evidence.push(`mod:${name}`)
  if (s.frame === 'attributive') evidence.push(s.modifies.size === 0 ? 'mod:other' : 'mod:known')
  if (anchor === undefined) {
    evidence.push('anchor:predicate', `${c}|anchor:predicate`)
    for (const name of s.classes) evidence.push(`predicate:${name}`)
  }
}

const actsOf = ({ acts }: Statement): Iterable<string> => (acts.size === 0 ? NO_ACT : acts)
const NO_ACT: readonly string[] = ['none']

function ofSlots(evidence: string[], { category: c, statement: s, anchor }: Candidate): void {
  for (const slot of s.slots) {
    if (slot === anchor) continue
    for (const name of slot.classes) evidence.push(`slot:${name}`, `slot:${slot.particle}:${name}`)
    for (const name of slot.inside) if (!slot.classes.has(name)) evidence.push(`slotin:${name}`)
    if (slot.classes.size === 0) evidence.push(`slot:${slot.particle}:other`)
  }
  if (anchor === undefined) return
  const { particle, classes, inside, head } = anchor
  evidence.push(`part:${particle}`, `${c}|part:${particle}`)
  for (const act of actsOf(s))
    evidence.push(`part:${particle}|act:${act}`, `${c}|part:${particle}|act:${act}`)
  if (s.verbless) evidence.push(`verbless|part:${particle}`)
  let isName = false
  for (const name of classes) {
    isName ||= name.startsWith('@') || name.startsWith('#')
    evidence.push(`anchor:${name}`, `anchor:${name}|part:${particle}`)
  }
  for (const name of inside) if (!classes.has(name)) evidence.push(`beside:${name}`)
  evidence.push(`noun:${isName ? 'name' : head}`)
}

function ofSurroundings(evidence: string[], { statement, index }: Candidate, { statements }: Document): void {
  neighbour(evidence, statements[index - 1], statement.sentence, 'pv', 'ps')
  neighbour(evidence, statements[index + 1], statement.sentence, 'nx', 'ns')
  const near = new Set<string>()
  const whole = new Set<string>()
  for (const one of statements) {
    const isNear = one.sentence === statement.sentence
    const bag = isNear ? near : whole
    for (const slot of one.slots) for (const name of slot.inside) bag.add(name)
    if (!isNear) continue
    for (const act of one.acts) near.add(`act:${act}`)
    if (!one.positive) near.add('negative')
    if (one.frame === 'reported') near.add('reported')
  }
  for (const name of near) evidence.push(`in:${name}`)
  for (const name of whole) if (TELLING.has(name)) evidence.push(`text:${name}`)
}

function neighbour(
  evidence: string[],
  one: Statement | undefined,
  sentence: number,
  same: string,
  other: string,
): void {
  if (one === undefined) return
  const as = one.sentence === sentence ? same : other
  for (const act of one.acts) evidence.push(`${as}:act:${act}`)
  evidence.push(`${as}:force:${one.force}${one.positive ? '+' : '-'}`)
  if (one.frame !== 'own') evidence.push(`${as}:frame:${one.frame}`)
}

/** The words themselves: runs of up to four around the candidate, single ones of its sentence and of the text. */
function ofWording(evidence: string[], { span }: Candidate, document: Document): void {
  const { tokens } = document
  const first = leadOf(document, document.tokenIndexFrom(span.start))
  const run = document.wordsBetween(first, document.tokenIndexFrom(span.end + REACH))
  for (let i = 0; i < run.length; i++) {
    evidence.push(`w1:${run[i]}`)
    if (i + 1 < run.length) evidence.push(`w2:${run[i]} ${run[i + 1]}`)
    if (i + 2 < run.length) evidence.push(`w3:${run[i]} ${run[i + 1]} ${run[i + 2]}`)
    if (i + 3 < run.length) evidence.push(`w3:${run[i]} ${run[i + 1]} … ${run[i + 3]}`)
  }
  const sentence = document.sentences.at(span.start)
  let end = document.tokenIndexFrom(sentence.start)
  const begin = end
  while (end < tokens.length && tokens[end]!.start < sentence.end) end++
  for (const word of document.wordsBetween(begin, end)) evidence.push(`sentence:${word}`)
  for (const word of document.contentWords) evidence.push(`text:${word}`)
}

/** The index of the token with which the turn of phrase begins. */
function leadOf({ wording }: Document, from: number): number {
  let index = from
  for (let words = 0; index > 0 && words < LEAD; ) if (!isLayout(wording[--index]!)) words++
  return index
}

function ofPlace(
  evidence: string[],
  c: string,
  { channel, role, text, category, marketplace }: Submission,
): void {
  evidence.push(`channel:${channel}`, `${c}|channel:${channel}`, `role:${role}`, `${c}|market:${marketplace}`)
  evidence.push(
    `length:${text.length < 40 ? 'short' : text.length < 150 ? 'middle' : text.length < 500 ? 'long' : 'huge'}`,
  )
  if (category !== undefined && VOICE.test(category)) evidence.push(`${c}|voice-service`)
}
/** Services that are held by voice or face: 電話相談, ビデオ通話レッスン. */
const VOICE = /電話|通話|ビデオ|オンライン|占い|鑑定|相談|レッスン/u

function ofHistory(evidence: string[], c: string, situation: Situation): void {
  evidence.push('history')
  if (situation.isProposed(c, 'asked')) evidence.push('asked:same', `${c}|asked:same`)
  if (situation.isProposed(c, 'earlier')) evidence.push('earlier:same')
}
