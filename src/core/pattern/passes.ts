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
  /** Tokens of one part of speech share the array. */
  private readonly byPos = new Map<Token['pos'], TestsOfPos>()

  constructor(readonly tests: readonly MorphemeTest[]) {}

  passes(token: Token): boolean {
    const { pos } = token
    let own = this.byPos.get(pos)
    if (own === undefined) {
      own = testsOf(this.tests, pos)
      if (this.byPos.size < MOST_POS) this.byPos.set(pos, own)
    }
    const { tests, bases } = own
    if (tests.length === 0 || (bases !== undefined && !bases.has(token.baseForm))) return false
    for (const test of tests) if (passes(token, test)) return true
    return false
  }
}

/** More parts of speech no dictionary has; tokens of another tokenizer may each bring an array of their own. */
const MOST_POS = 256
