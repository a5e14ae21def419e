/**
 * A text made ready for detection: plain view, tokens, sentences, and lazily whatever classes a pattern asks for.
 */

import { accountNames, NAME_SHAPE } from '../contact-data/account/account-names.ts'
import type { Datum } from '../contact-data/common/datum.ts'
import type { Token, Tokenizer } from '../morph/token.ts'
import { Annotations } from '../pattern/annotations.ts'
import type { CompiledPattern } from '../pattern/compiled-pattern.ts'
import { findMatches, matchesAt } from '../pattern/match-pattern.ts'
import type { Matchable } from '../pattern/matchable.ts'
import { TextIndex } from '../pattern/text-index.ts'
import type { Vocabulary } from '../pattern/vocabulary.ts'
import type { WordTable } from '../pattern/word-classes.ts'
import type { Mention } from '../services/mention.ts'
import type { Undo, Undone } from '../services/undo.ts'
import type { Lexicon } from '../statement/lexicon.ts'
import { readStatements } from '../statement/read-statements.ts'
import type { Statement } from '../statement/statement.ts'
import type { Named } from '../statement/words.ts'
import { partitionPoint } from '../text/partition-point.ts'
import { SentenceIndex } from '../text/sentence-index.ts'
import type { Span } from '../text/span.ts'
import { Structure } from '../text/structure.ts'
import type { View } from '../text/view.ts'
import { findClauses } from './clauses.ts'
import { namedThings } from './named-things.ts'
import type { SharedSums } from './pieces.ts'
import type { Condition } from './speech/clause.ts'
import { classesIn, sentencesByClass } from './stated-classes.ts'
import { StatementsBySentence } from './statements-by-sentence.ts'
import { contentWordsOf, isLayout, wordingOf } from './wording.ts'

/** What makes documents: built once from the dictionaries. */
export interface Analyzer {
  readonly undo: Undo
  readonly tokenizer: Tokenizer
  readonly words: WordTable
  /** The classes of words that statements are read with. */
  readonly lexicon: Lexicon
  /** Named phrases: classes made of patterns (dictionaries/phrases/*.yaml). */
  readonly phrases: ReadonlyMap<string, readonly CompiledPattern[]>
  /** The words of all patterns that will be matched. */
  readonly vocabulary: Vocabulary
  readonly findMentions: (undone: Undone, tokens: readonly Token[]) => readonly Mention[]
  readonly findData: (undone: Undone, tokens: readonly Token[]) => readonly Datum[]
  /** Data that stand over several messages of one writer; spans are in the current one. */
  readonly joinData: (earlier: readonly Document[], current: Document) => readonly Datum[]
}

/** The phrase (dictionaries/phrases) that tells a product compound: looked for right behind a mention. */
const PRODUCT_PHRASE = 'product-tail'
const PRODUCT_HEAD_PHRASE = 'product-head'
const NO_SPANS: readonly Span[] = []
const SIGN_OR_FIGURE = /[0-9_.-]/

export class Document implements Matchable {
  readonly plain: View
  readonly tokens: readonly Token[]
  readonly folded: string
  readonly sentences: SentenceIndex
  readonly structure: Structure
  readonly mentions: readonly Mention[]
  readonly data: readonly Datum[]
  readonly index: TextIndex
  readonly words: ReadonlyMap<string, readonly Span[]>
  private readonly byClass = new Map<string, Annotations>()
  private readonly inProgress = new Set<string>()
  private tokenIndexByStart: Int32Array | undefined
  private read: readonly Statement[] | undefined
  private named: readonly Named[] | undefined
  private loose: Annotations | undefined
  private worded: readonly string[] | undefined
  private content: readonly string[] | undefined
  /** What the rules find proposed in it, by the situation that it was written in (lint/proposals-in.ts). */
  readonly proposals = new Map<string, ReadonlySet<string>>()
  /** What evidence that several candidates share weighs (see pieces.ts). */
  readonly sums: SharedSums = new Map()
  /** Where the clauses of statements begin, as far as they were asked for (speech/clause.ts). */
  readonly clauseStarts = new Map<Statement, number>()
  /** By sentence: the statements that are conditions, as far as they were asked for (speech/clause.ts). */
  readonly conditions = new Map<number, readonly Condition[]>()
  private bySentence: StatementsBySentence | undefined
  private told: ReadonlyMap<string, ReadonlySet<number>> | undefined
  private aboutClasses: ReadonlySet<string> | undefined
  private readonly clausesBySentence = new Map<number, readonly Span[]>()

  constructor(
    readonly original: string,
    private readonly analyzer: Analyzer,
  ) {
    const undone = analyzer.undo(original)
    this.plain = undone.plain
    this.tokens = analyzer.tokenizer.tokenize(this.plain.text)
    const lower = this.plain.text.toLowerCase()
    // A few characters change their length with their case (İ); positions matter more than those.
    this.folded = lower.length === this.plain.text.length ? lower : this.plain.text
    this.sentences = new SentenceIndex(this.plain.text)
    this.structure = new Structure(this.sentences.segmentation)
    this.words = analyzer.words.annotate(this.folded, this.tokens)
    this.mentions = analyzer.findMentions(undone, this.tokens)
    this.data = analyzer.findData(undone, this.tokens)
    this.index = new TextIndex(this, analyzer.vocabulary)
  }

  /** Services and data as the nouns that they are. */
  get things(): readonly Named[] {
    this.named ??= namedThings(this.mentions, this.data)
    return this.named
  }

  /** Words shaped like the name of an account that are of nothing known: no product, no word of English, no datum. */
  get looseNames(): Annotations {
    this.loose ??= new Annotations(
      accountNames(this.folded).filter(
        ({ start, end }) => SIGN_OR_FIGURE.test(this.folded.slice(start, end)) && !this.isNamedIn(start, end),
      ),
    )
    return this.loose
  }

  private isNamedIn(start: number, end: number): boolean {
    const { things } = this
    const next = things[partitionPoint(things.length, (index) => things[index]!.end > start)]
    return next !== undefined && next.start < end
  }

  /** The tokens' words with names and numbers replaced by their classes: one a token. */
  get wording(): readonly string[] {
    this.worded ??= wordingOf(this.tokens, this.things, this.analyzer.lexicon)
    return this.worded
  }

  /** The words of `wording` of a range of tokens, without layout. */
  wordsBetween(first: number, end: number): readonly string[] {
    const { wording } = this
    const words: string[] = []
    for (let at = first; at < end && at < wording.length; at++)
      if (!isLayout(wording[at]!)) words.push(wording[at]!)
    return words
  }

  /** The different words of `wording` that say something. */
  get contentWords(): readonly string[] {
    this.content ??= contentWordsOf(this.tokens, this.wording)
    return this.content
  }

  /** What the text says, read once: in its order. */
  get statements(): readonly Statement[] {
    this.read ??= readStatements(
      {
        text: this.plain.text,
        tokens: this.tokens,
        segmentation: this.sentences.segmentation,
        named: this.things,
      },
      this.analyzer.lexicon,
    )
    return this.read
  }

  /** The statements by their sentence, as `statement.sentence` numbers it. */
  get said(): StatementsBySentence {
    this.bySentence ??= new StatementsBySentence(this.statements)
    return this.bySentence
  }

  statementsOf(sentence: number): readonly Statement[] {
    return this.said.of(sentence)
  }

  /** Of the classes given those that nouns of the text are of, each with the sentences of those. */
  telling(classes: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
    this.told ??= sentencesByClass(this.statements, classes)
    return this.told
  }

  /** Every class that a statement's predicate, act or noun is of. */
  get statedClasses(): ReadonlySet<string> {
    this.aboutClasses ??= classesIn(this.statements)
    return this.aboutClasses
  }

  /** The index of the token that ends at the position, or -1. */
  tokenIndexEndingAt(end: number): number {
    const { tokens } = this
    const index = partitionPoint(tokens.length, (one) => tokens[one]!.end >= end)
    return tokens[index]?.end === end ? index : -1
  }

  /** The index of the first token that starts at the position or behind it; their number where there is none. */
  tokenIndexFrom(position: number): number {
    const { tokens } = this
    return partitionPoint(tokens.length, (index) => tokens[index]!.start >= position)
  }

  /** The index of the token that starts at the position, or -1. */
  tokenIndexAt(position: number): number {
    if (this.tokenIndexByStart === undefined) {
      this.tokenIndexByStart = new Int32Array(this.plain.text.length).fill(-1)
      for (let index = this.tokens.length - 1; index >= 0; index--)
        this.tokenIndexByStart[this.tokens[index]!.start] = index
    }
    return this.tokenIndexByStart[position] ?? -1
  }

  tokenAt(position: number): Token | undefined {
    return this.tokens[this.tokenIndexAt(position)]
  }

  sentenceStart(position: number): number {
    return this.sentences.at(position).start
  }

  sentenceEnd(position: number): number {
    return this.sentences.at(position).end
  }

  /** The clause that holds the position. */
  clauseAt(position: number): Span {
    const index = this.sentences.indexAt(position)
    let clauses = this.clausesBySentence.get(index)
    if (clauses === undefined) {
      const sentence = this.sentences.sentences[index]!
      clauses = findClauses(sentence, this.tokens, this.tokenIndexFrom(sentence.start))
      this.clausesBySentence.set(index, clauses)
    }
    return clauses.find((clause) => position < clause.end) ?? clauses.at(-1)!
  }

  /** Whether the mention names a product or a piece of work: LINEスタンプ, Instagram運用代行. */
  isProduct(mention: Mention): boolean {
    const tails = this.analyzer.phrases.get(PRODUCT_PHRASE) ?? []
    if (tails.some((tail) => matchesAt(tail, this, mention.span.end))) return true
    const heads = this.annotations(PRODUCT_HEAD_PHRASE)
    return heads.spans().some((head) => head.end === mention.span.start)
  }

  /** The classes of which words may stand in the text, phrases apart. */
  eachPresentClass(see: (className: string) => void): void {
    for (const name of this.words.keys()) see(name)
    for (const { capability } of this.mentions) for (const how of ['', '*', '!']) see(`@${capability}${how}`)
    for (const { kind } of this.data) see(`#${kind}`)
    if (this.annotations(`#${NAME_SHAPE}`).starts.length > 0) see(`#${NAME_SHAPE}`)
  }

  annotations(className: string): Annotations {
    let annotations = this.byClass.get(className)
    if (annotations === undefined) {
      const phrases = this.analyzer.phrases.get(className)
      // A phrase that (through others) names itself sees nothing of itself; the pack check refuses it.
      if (phrases !== undefined && this.inProgress.has(className)) return Annotations.NONE
      const words = this.spansOf(className)
      const spans = phrases === undefined ? words : this.withPhrases(className, phrases, words)
      annotations = spans.length === 0 ? Annotations.NONE : new Annotations(spans)
      this.byClass.set(className, annotations)
    }
    return annotations
  }

  private withPhrases(
    className: string,
    phrases: readonly CompiledPattern[],
    words: readonly Span[],
  ): readonly Span[] {
    let spans: Span[] | undefined
    this.inProgress.add(className)
    for (const pattern of phrases) {
      for (const { underlined } of findMatches(pattern, this)) {
        spans ??= [...words]
        spans.push(underlined)
      }
    }
    this.inProgress.delete(className)
    return spans ?? words
  }

  private spansOf(className: string): readonly Span[] {
    if (className.startsWith('@')) {
      const capability = className.replace(/^@|[*!]$/g, '')
      const wanted = (mention: Mention): boolean => {
        if (mention.capability !== capability) return false
        if (className.endsWith('*')) return true
        if (className.endsWith('!') && mention.certainty !== 'sure') return false
        return !this.isProduct(mention)
      }
      return this.mentions.filter(wanted).map((mention) => mention.span)
    }
    if (className.startsWith('#')) {
      const kind = className.slice(1)
      if (kind === NAME_SHAPE) return accountNames(this.folded)
      return this.data.filter((datum) => datum.kind === kind).map((datum) => datum.span)
    }
    return this.words.get(className) ?? NO_SPANS
  }
}
