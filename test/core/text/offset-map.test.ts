/** The way back to the source: spans covered whole, never outside, the same through several maps as through one. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OffsetMap } from '../../../src/core/text/offset-map.ts'

/** a㍿b → a株式会社b */
const map = new OffsetMap(Int32Array.of(0, 1, 1, 1, 1, 2), Int32Array.of(1, 2, 2, 2, 2, 3), 3)

describe('an offset map', () => {
  test.each([
    [
      { start: 0, end: 1 },
      { start: 0, end: 1 },
    ],
    [
      { start: 2, end: 3 },
      { start: 1, end: 2 },
    ],
    [
      { start: 0, end: 6 },
      { start: 0, end: 3 },
    ],
    [
      { start: 4, end: 6 },
      { start: 1, end: 3 },
    ],
    // An empty span stands for the unit at its place.
    [
      { start: 1, end: 1 },
      { start: 1, end: 2 },
    ],
    [
      { start: -5, end: 99 },
      { start: 0, end: 3 },
    ],
    [
      { start: 99, end: 120 },
      { start: 2, end: 3 },
    ],
  ])('%o comes from %o', (span, source) => {
    expect(map.toSource(span)).toEqual(source)
  })

  test('of nothing covers the whole source', () => {
    expect(new OffsetMap(new Int32Array(), new Int32Array(), 4).toSource({ start: 0, end: 0 })).toEqual({
      start: 0,
      end: 4,
    })
  })

  test('says where each unit comes from, and the end of the source behind the last', () => {
    expect([map.length, map.startOf(4), map.endOf(4), map.startOf(6), map.endOf(6)]).toEqual([6, 1, 2, 3, 3])
  })

  test('through another leads to that one’s source', () => {
    // xyz was made of 10 units, y of four of them.
    const before = new OffsetMap(Int32Array.of(0, 2, 6), Int32Array.of(2, 6, 10), 10)
    const both = map.through(before)
    expect(both.sourceLength).toBe(10)
    expect(both.toSource({ start: 3, end: 4 })).toEqual({ start: 2, end: 6 })
  })

  const maps = fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }).map((steps) => {
    let at = 0
    const starts = steps.map((step) => {
      at += step
      return at
    })
    return new OffsetMap(
      Int32Array.from(starts),
      Int32Array.from(starts, (start) => start + 1),
      at + 1,
    )
  })
  test('never leads outside, and a longer span covers what a shorter one does', () => {
    fc.assert(
      fc.property(
        maps,
        fc.integer({ min: -3, max: 20 }),
        fc.nat(8),
        fc.nat(8),
        (any, start, length, more) => {
          const [inner, outer] = [
            any.toSource({ start, end: start + length }),
            any.toSource({ start, end: start + length + more }),
          ]
          expect(inner.start).toBeGreaterThanOrEqual(0)
          expect(inner.end).toBeGreaterThan(inner.start)
          expect(outer.end).toBeGreaterThanOrEqual(inner.end)
          expect(outer.end).toBeLessThanOrEqual(any.sourceLength)
        },
      ),
    )
  })
})
