import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CompiledPattern } from '../../../src/core/pattern/compiled-pattern.ts'
import { findMatches } from '../../../src/core/pattern/match-pattern.ts'
import { parsePattern } from '../../../src/core/pattern/pattern.ts'
import { Vocabulary } from '../../../src/core/pattern/vocabulary.ts'
import { waysOf } from '../../../src/core/pattern/ways.ts'
import { bareText } from './bare-text.ts'

const vocabulary = new Vocabulary()
const parse = (source: string) => parsePattern(source, (text) => text)
const patterns = [
  '(ab|a|bc)(c|d)',
  '(a(b|c)|(d|ab)c?)d',
  '(a..2|b~3)(c|d)?b',
  '!<(c)(<a>|b<c>|!(b)d)..3(d|$)',
  '(^|b|c)(a|b?)d',
  '(!<(a)b|^)c',
].map((source) => vocabulary.compile(parse(source)))

const textOf = (folded: string) => bareText(folded, vocabulary)

describe('ways of a pattern', () => {
  it.each([
    [
      '(a|b)c',
      [
        ['a', 'c'],
        ['b', 'c'],
      ],
    ],
    [
      '(a|(b|c)d)e',
      [
        ['a', 'e'],
        ['b', 'd', 'e'],
        ['c', 'd', 'e'],
      ],
    ],
    ['a(b|c)', []],
    ['(a|b)?c', []],
  ])('%s', (source, ways) => {
    const words = waysOf(parse(source)).map((way) =>
      way.map((atom) => (atom.type === 'literal' ? atom.text : atom.type)),
    )
    expect(words).toEqual(ways)
  })

  it('match what the pattern as a whole matches', () => {
    const string = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', '「'), maxLength: 14 })
    fc.assert(
      fc.property(string, (folded) => {
        for (const pattern of patterns) {
          expect(pattern.ways.length).toBeGreaterThan(1)
          const whole = new CompiledPattern(pattern.id, pattern.atoms, [])
          expect(findMatches(pattern, textOf(folded))).toEqual(findMatches(whole, textOf(folded)))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
