/** When a token is the morpheme that a pattern asks for. */
import type { Token } from '../morph/token.ts'
import type { MorphemeTest } from './pattern.ts'

export const passes = (token: Token, test: MorphemeTest): boolean =>
  ((test.pos === undefined || token.pos.includes(test.pos)) &&
    (test.base === undefined || token.baseForm === test.base) &&
    (test.form === undefined || token.conjugationForm.startsWith(test.form)) &&
    (test.surface === undefined || token.surface === test.surface)) !== test.negated

interface TestsOfPos {
  readonly tests: readonly MorphemeTest[]
  /** The base forms of which each of them asks for one; missing where one of them asks for none. */
  readonly bases: ReadonlySet<string> | undefined
}

function testsOf(all: readonly MorphemeTest[], pos: Token['pos']): TestsOfPos {
  const tests = all.filter((test) => test.negated || test.pos === undefined || pos.includes(test.pos))
  const bases = tests.flatMap(({ base, negated }) => (base === undefined || negated ? [] : [base]))
  return { tests, bases: bases.length < tests.length ? undefined : new Set(bases) }
}

/** Tests of morphemes of which a token may pass one, asked by its part of speech first: most tokens pass none by that. */
export class AnyTest {
  /** By the number of a part of speech, as far as it was asked. */
  private readonly byNumber: (TestsOfPos | undefined)[] = []

  constructor(readonly tests: readonly MorphemeTest[]) {}

  passes(token: Token): boolean {
    const { tests, bases } = this.testsOf(token)
    if (tests.length === 0 || (bases !== undefined && !bases.has(token.baseForm))) return false
    for (const test of tests) if (passes(token, test)) return true
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
