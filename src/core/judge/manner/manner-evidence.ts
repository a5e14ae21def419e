/**
 * What speaks for and against a sentence's being rude to somebody, as named pieces, clause by clause: its words with names
 * and numbers replaced by their classes, alone and in runs of two and three; the classes of words of tone in it; how its
 * statements are said.
 */
import type { Statement } from '../../statement/statement.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import type { Pieces } from '../pieces.ts'
import { isLayout } from '../wording.ts'
import { toneClassesOf } from './tone-classes.ts'

/** A sentence's words, less those in quotation marks within it, cut into clauses at its commas. */
export interface SaidWords {
  readonly sentence: number
  readonly words: readonly string[]
  /** The token of each word. */
  readonly tokens: readonly number[]
  /** Where each clause ends, in words. */
  readonly ends: readonly number[]
}

/** What stands in a clause. */
export interface Clause extends Span {
  /** Statements whose head ends in it. */
  readonly statements: readonly Statement[]
  readonly toneClasses: ReadonlySet<string>
}

const START = '^'
const END = '$'
/** What a full stop says, a line's end says too. */
const STOP = '。'
const COMMA = '、'

export function saidWords(document: Document, sentence: number): SaidWords {
  const { start, end } = document.sentences.sentences[sentence]!
  const words: string[] = []
  const tokens: number[] = []
  const ends: number[] = []
  for (let at = document.tokenIndexFrom(start); at < document.tokens.length; at++) {
    const token = document.tokens[at]!
    if (token.start >= end) break
    const word = document.wording[at]!
    if (word === STOP || isLayout(word) || document.structure.quotationsOf(token).length > 0) continue
    words.push(word)
    tokens.push(at)
    if (word === COMMA) ends.push(words.length)
  }
  if (words.length > (ends.at(-1) ?? 0)) ends.push(words.length)
  return { sentence, words, tokens, ends }
}

/** The clauses of a sentence; each statement and word of tone is looked at once, however many clauses there are. */
export function clausesOf(document: Document, { sentence, tokens, ends }: SaidWords): readonly Clause[] {
  const clauses = ends.map((to, clause) => ({
    start: document.tokens[tokens[ends[clause - 1] ?? 0]!]!.start,
    end: document.tokens[tokens[to - 1]!]!.end,
    statements: [] as Statement[],
    toneClasses: new Set<string>(),
  }))
  for (const statement of document.statementsOf(sentence)) {
    const { end } = statement.head
    const clause = clauses[partitionPoint(clauses.length, (at) => clauses[at]!.end >= end)]
    if (clause !== undefined && end > clause.start) clause.statements.push(statement)
  }
  for (const { name, start } of toneClassesOf(document).in(sentence)) {
    const clause = clauses[partitionPoint(clauses.length, (at) => clauses[at]!.end > start)]
    if (clause !== undefined && start >= clause.start) clause.toneClasses.add(name)
  }
  return clauses
}

/** What stands once for a sentence, however long it is. */
export const BIAS = 'bias'

export function writeClause(
  pieces: Pieces,
  said: SaidWords,
  clauses: readonly Clause[],
  clause: number,
): void {
  writeWords(pieces, said, said.ends[clause - 1] ?? 0, said.ends[clause]!)
  const { statements, toneClasses } = clauses[clause]!
  for (const name of toneClasses) pieces.add('class:', name)
  for (const statement of statements) ofStatement(pieces, statement)
}

/** The words from one to another, each with the one or two before it. */
function writeWords(pieces: Pieces, { words }: SaidWords, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const word = words[at]!
    const before = words[at - 1] ?? START
    pieces.add('1', word)
    pieces.add('2', before, ' ', word)
    if (at > 0) pieces.add('3', words[at - 2] ?? START, ' ', before, ' ', word)
    if (at < words.length - 1) continue
    pieces.add('2', word, ' ', END)
    pieces.add('3', before, ' ', word, ' ', END)
  }
}

function ofStatement(pieces: Pieces, one: Statement): void {
  const sign = one.positive ? '+' : '-'
  pieces.add('force:', one.force, sign)
  pieces.add('who:', one.who)
  pieces.add('who:', one.who, '|', one.force, sign)
  pieces.add('time:', one.time)
  pieces.add('pred:', one.predicate, '|', one.force, sign)
  if (one.conditional) pieces.add('conditional')
  for (const act of one.acts) pieces.add('act:', act, '|', one.force, sign)
  for (const { particle, classes } of one.slots)
    for (const name of classes) pieces.add('slot:', particle, ':', name)
}
