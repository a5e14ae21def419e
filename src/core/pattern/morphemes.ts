/** Morphemes that patterns ask for, as words of the vocabulary: [動詞=訴える], [動詞:命令], [数]. */
import type { Token } from '../morph/token.ts'
import { append } from '../text/append.ts'
import { passes, withoutPos } from './passes.ts'
import type { MorphemeTest } from './pattern.ts'

interface Asked {
  readonly test: MorphemeTest
  readonly word: number
}

/** What may be asked of tokens of one part of speech. */
interface OfPos {
  /** `byPos` for all levels. */
  readonly asked: readonly Asked[]
  /** Whether any test of a base form, of a surface may be passed. */
  readonly base: boolean
  readonly surface: boolean
}

const NOTHING: readonly Asked[] = []

function ask(token: Token, list: readonly Asked[] | undefined, see: (word: number) => void): void {
  if (list === undefined) return
  for (const { test, word } of list) if (passes(token, test)) see(word)
}

export class Morphemes {
  // Each test stands in one list, by what fewest tokens have.
  private readonly byBase = new Map<string, Asked[]>()
  private readonly bySurface = new Map<string, Asked[]>()
  private readonly byPos = new Map<string, Asked[]>()
  /** By the number of a part of speech, as far as it was asked. */
  private byNumber: (OfPos | undefined)[] = []
  private readonly words = new Map<string, number>()

  /**
   * The words of which a text needs one, or nothing where any text may have what passes: `[!動詞]`.
   *
   * @param newWord makes a number for a word that is not known yet
   */
  wordsOf(tests: readonly MorphemeTest[], newWord: () => number): readonly number[] | undefined {
    const words: number[] = []
    for (const test of tests) {
      if (test.negated || (test.base ?? test.surface ?? test.pos) === undefined) return undefined
      words.push(this.wordOf(test, newWord))
    }
    return words
  }

  private wordOf(test: MorphemeTest, newWord: () => number): number {
    const { pos, base, form, surface } = test
    const key = JSON.stringify([pos, base, form, surface])
    const known = this.words.get(key)
    if (known !== undefined) return known
    const word = newWord()
    this.words.set(key, word)
    if (base !== undefined) append(this.byBase, base, { test, word })
    else if (surface !== undefined) append(this.bySurface, surface, { test, word })
    else append(this.byPos, pos!, { test, word })
    this.byNumber = []
    return word
  }

  /** Tells of each word that one of the tokens passes, as often as one does. */
  eachIn(tokens: readonly Token[], see: (word: number) => void): void {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!
      const { asked, base, surface } = this.ofPos(token)
      if (base) ask(token, this.byBase.get(token.baseForm), see)
      if (surface) ask(token, this.bySurface.get(token.surface), see)
      if (asked.length > 0) ask(token, asked, see)
    }
  }

  private ofPos({ pos, posNumber }: Token): OfPos {
    if (posNumber === undefined) return this.askedOf(pos)
    let known = this.byNumber[posNumber]
    if (known === undefined) {
      known = this.askedOf(pos)
      this.byNumber[posNumber] = known
    }
    return known
  }

  private askedOf(pos: Token['pos']): OfPos {
    const isOf = ({ test }: Asked): boolean => test.pos === undefined || pos.includes(test.pos)
    const mayPass = (lists: ReadonlyMap<string, readonly Asked[]>): boolean =>
      [...lists.values()].some((list) => list.some(isOf))
    return {
      asked: pos
        .flatMap((level) => this.byPos.get(level) ?? NOTHING)
        .map(({ test, word }) => ({ test: withoutPos(test), word })),
      base: mayPass(this.byBase),
      surface: mayPass(this.bySurface),
    }
  }
}
