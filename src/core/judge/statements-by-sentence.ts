/** The statements of a text by the sentence that they stand in. */
import type { Statement } from '../statement/statement.ts'
import { append } from '../text/append.ts'

/** A sentence that nobody ends holds statements without end: further off than so many, none bears on another. */
const MOST_NEAR = 24

const NONE: readonly Statement[] = []

export class StatementsBySentence {
  private readonly bySentence = new Map<number, Statement[]>()
  /** By the statement's number in the text: how many of its sentence come before it. */
  private readonly places: number[] = []

  constructor(private readonly statements: readonly Statement[]) {
    for (const one of statements) {
      append(this.bySentence, one.sentence, one)
      this.places.push(this.of(one.sentence).length - 1)
    }
  }

  of(sentence: number): readonly Statement[] {
    return this.bySentence.get(sentence) ?? NONE
  }

  /** What else is said in the sentence of the text's statement of that number, near it. */
  beside(index: number): readonly Statement[] {
    const all = this.of(this.statements[index]!.sentence)
    const place = this.places[index]!
    return [
      ...all.slice(Math.max(0, place - MOST_NEAR), place),
      ...all.slice(place + 1, place + 1 + MOST_NEAR),
    ]
  }
}
