/**
 * How each sentence of a text speaks to its reader, by what was learnt from labelled text (npm run weigh:tone): whether
 * it is rude, in which of a few ways, and which of its clauses say so. For what no frame reads; never more than likely.
 */
import type { Span } from '../../text/span.ts'
import type { Document } from '../document.ts'
import type { Tally, Weights } from '../weights.ts'
import { heaviestRun } from './heaviest-run.ts'
import { BIAS, type Clause, clausesOf, type SaidWords, saidWords, writeClause } from './manner-evidence.ts'

/** The ways of being rude that are told apart, by their categories. */
export const MANNERS = [
  'tone.abuse',
  'tone.threat',
  'tone.cornering',
  'tone.condescending',
  'tone.command',
] as const
export type MannerCategory = (typeof MANNERS)[number]

export interface Manner {
  readonly category: MannerCategory
  readonly grade: 'likely' | 'possible' | 'doubt'
  /** Of a sentence the clauses that speak for it. */
  readonly span: Span
}

/** Sentences of fewer words are greetings, names and parts of lists. */
export const FEWEST_WORDS = 2
const NOTHING: readonly Manner[] = []

export class Manners {
  private readonly known = new WeakMap<Document, readonly Manner[]>()

  constructor(private readonly weights: Weights) {}

  of(document: Document): readonly Manner[] {
    let manners = this.known.get(document)
    if (manners === undefined) {
      manners = this.read(document)
      this.known.set(document, manners)
    }
    return manners
  }

  private read(document: Document): readonly Manner[] {
    let manners: Manner[] | undefined
    for (let index = 0; index < document.sentences.sentences.length; index++) {
      const said = saidWords(document, index)
      if (said.words.length < FEWEST_WORDS) continue
      const clauses = clausesOf(document, said)
      const tallies = clauses.map((_, clause) => this.tallyOf(said, clauses, clause))
      const whole = this.weights.tally()
      whole.add(BIAS)
      for (const tally of tallies) whole.plus(tally)
      // All of the sentence counts, what softens it too; underlined is what says most of it.
      const grade = this.gradeOf(whole.score)
      if (grade === undefined) continue
      const { from, to } = heaviestRun(tallies.map((tally) => tally.within(whole)))
      const { start } = clauses[from]!
      const { end } = clauses[to - 1]!
      manners ??= []
      manners.push({
        category: this.categoryOf(said, clauses),
        grade,
        span: { start, end: withoutMarks(document, start, end) },
      })
    }
    return manners ?? NOTHING
  }

  private tallyOf(said: SaidWords, clauses: readonly Clause[], clause: number): Tally {
    const tally = this.weights.tally()
    writeClause(tally, said, clauses, clause)
    return tally
  }

  private gradeOf(score: number): Manner['grade'] | undefined {
    const { likely, possible, doubt } = this.weights.thresholds
    if (score >= likely) return 'likely'
    if (score >= possible) return 'possible'
    return score >= doubt ? 'doubt' : undefined
  }

  /** The way for which the same pieces, learnt for each of them, say most. */
  private categoryOf(said: SaidWords, clauses: readonly Clause[]): MannerCategory {
    let best: MannerCategory = MANNERS[0]
    let most = Number.NEGATIVE_INFINITY
    for (const category of MANNERS) {
      const tally = this.weights.tally()
      const own = tally.under(category)
      own.add(BIAS)
      for (let clause = 0; clause < clauses.length; clause++) writeClause(own, said, clauses, clause)
      if (tally.score <= most) continue
      most = tally.score
      best = category
    }
    return best
  }
}

/** Without the marks that a clause ends with. */
function withoutMarks({ folded }: Document, start: number, end: number): number {
  let to = end
  while (to > start + 1 && MARKS.test(folded[to - 1]!)) to--
  return to
}
const MARKS = /[、。\s]/u
