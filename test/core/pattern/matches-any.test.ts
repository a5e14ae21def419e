import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesWithin } from '../../../src/core/pattern/match-pattern.ts'
import { matchesAny } from '../../../src/core/pattern/matches-any.ts'
import { parsePattern } from '../../../src/core/pattern/pattern.ts'
import { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'
import { bareText } from './bare-text.ts'

const vocabulary = new Vocabulary()
const patterns = ['ab', 'b..2c', '!<(a)b', '^c'].map((source) =>
  vocabulary.compile(parsePattern(source, (text) => text)),
)

const textOf = (folded: string) => bareText(folded, vocabulary)

describe('what is remembered of a range', () => {
  it('is what a search finds, in whatever order ranges are asked for', () => {
    const string = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 })
    const ranges = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 30 })
    fc.assert(
      fc.property(string, ranges, (folded, asked) => {
        const text = textOf(folded)
        for (const [from, to] of asked.filter(([, end]) => end <= folded.length)) {
          const found =
            from < to && patterns.some((pattern) => matchesWithin(pattern, textOf(folded), from, to))
          expect(matchesAny(patterns, text, from, to)).toBe(found)
        }
      }),
    )
  })
})
