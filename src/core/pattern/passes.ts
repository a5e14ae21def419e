/** When a token is the morpheme that a pattern asks for. */
import type { Token } from '../morph/token.ts'
import { append } from '../text/append.ts'
import type { MorphemeTest } from './pattern.ts'

export const passes = (token: Token, test: MorphemeTest): boolean =>
  ((test.pos === undefined || token.pos.includes(test.pos)) &&
    (test.base === undefined || token.baseForm === test.base) &&
    (test.form === undefined || token.conjugationForm.startsWith(test.form)) &&
    (test.surface === undefined || token.surface === test.surface)) !== test.negated

/** The test for tokens of a part of speech that it asks for: that need not be asked again. */
export const withoutPos = (test: MorphemeTest): MorphemeTest =>
  test.negated || test.pos === undefined ? test : { ...test, pos: undefined }

/** Tests that tokens of one part of speech may pass, less what all of those pass. */
interface TestsOfPos {
  /** Those of one base form, by it. */
  readonly byBase: ReadonlyMap<string, readonly MorphemeTest[]>
  readonly others: readonly MorphemeTest[]
}

function testsOf(all: readonly MorphemeTest[], pos: Token['pos']): TestsOfPos {
  const byBase = new Map<string, MorphemeTest[]>()
  const others: MorphemeTest[] = []
  for (const test of all) {
    const { negated, base } = test
    if (!negated && test.pos !== undefined && !pos.includes(test.pos)) continue
    if (base === undefined || negated) others.push(withoutPos(test))
    else append(byBase, base, withoutPos(test))
  }
  return { byBase, others }
}

/** Tests of morphemes of which a token may pass one, asked by its part of speech first: most tokens pass none by that. */
export class AnyTest {
  /** By the number of a part of speech, as far as it was asked. */
  private readonly byNumber: (TestsOfPos | undefined)[] = []

  constructor(readonly tests: readonly MorphemeTest[]) {}

  passes(token: Token): boolean {
    const { byBase, others } = this.testsOf(token)
    for (const test of others) if (passes(token, test)) return true
    if (byBase.size === 0) return false
    for (const test of byBase.get(token.baseForm) ?? NO_TESTS) if (passes(token, test)) return true
    return false
  }

  private testsOf({ pos, posNumber }: Token): TestsOfPos {
    if (posNumber === undefined) return testsOf(this.tests, pos)
    let own = this.byNumber[posNumber]
    if (own === undefined) {
      own = testsOf(this.tests, pos)
      this.byNumber[posNumber] = own
    }
    return own
  }
}

const NO_TESTS: readonly MorphemeTest[] = []
