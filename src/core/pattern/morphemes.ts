/** Morphemes that patterns ask for, as words of the vocabulary: [動詞=訴える], [動詞:命令], [数]. */
import type { Token } from '../morph/token.ts'
import { append } from '../text/append.ts'
import { passes } from './matchable.ts'
import type { MorphemeTest } from './pattern.ts'

interface Asked {
  readonly test: MorphemeTest
  readonly word: number
}

const NOTHING: readonly Asked[] = []

export class Morphemes {
  // Each test stands in one list, by what fewest tokens have.
  private readonly byBase = new Map<string, Asked[]>()
  private readonly bySurface = new Map<string, Asked[]>()
  private readonly byPos = new Map<string, Asked[]>()
  /** `byPos` for all levels of a token's part of speech; tokens of one share the array. */
  private readonly byLevels = new Map<Token['pos'], readonly Asked[]>()
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
    this.byLevels.clear()
    return word
  }

  /** Tells of each word that one of the tokens passes, as often as one does. */
  eachIn(tokens: readonly Token[], see: (word: number) => void): void {
    const ask = (token: Token, list: readonly Asked[]) => {
      for (const { test, word } of list) if (passes(token, test)) see(word)
    }
    for (const token of tokens) {
      ask(token, this.byBase.get(token.baseForm) ?? NOTHING)
      ask(token, this.bySurface.get(token.surface) ?? NOTHING)
      ask(token, this.ofLevels(token.pos))
    }
  }

  private ofLevels(pos: Token['pos']): readonly Asked[] {
    let list = this.byLevels.get(pos)
    if (list === undefined) {
      list = pos.flatMap((level) => this.byPos.get(level) ?? NOTHING)
      this.byLevels.set(pos, list)
    }
    return list
  }
}
