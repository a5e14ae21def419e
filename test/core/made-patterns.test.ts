/**
 * No pattern that is made of the words of rules and dictionaries can be made to backtrack: recheck looks at each that a
 * linter makes when it is put together. Those written in the sources are looked at in contact-data/patterns.test.ts.
 */
import { checkSync } from 'recheck'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLinterLoader } from '../../src/runtime/load-linter.ts'

const Original = globalThis.RegExp
const made = new Map<string, readonly [source: string, flags: string]>()

beforeAll(() => {
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags = ''], newTarget) {
      if (typeof source === 'string') made.set(`${source}/${flags}`, [source, flags])
      return Reflect.construct(target, [source, flags], newTarget)
    },
  })
  openLinterLoader().built()
  globalThis.RegExp = Original
})

afterAll(() => {
  globalThis.RegExp = Original
})

it('finds the patterns', () => {
  expect(made.size).toBeGreaterThan(20)
})

/** Half of recheck's own search: steps end it, never the clock, which a busy machine runs out of. */
const limits = { incubationLimit: 10_000, timeout: null }

it('no pattern can be made to backtrack', { timeout: 1_800_000 }, () => {
  const unsafe = [...made.values()].filter(
    ([source, flags]) => checkSync(source, flags, limits).status !== 'safe',
  )
  expect(unsafe).toEqual([])
})
