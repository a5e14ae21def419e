/**
 * How well sentences are read: agreement with the gold data, field by field. The floors stand a little below what is
 * reached; the figures reached stand in the tests' names.
 */
import { describe, expect, test } from 'vitest'
import { testLinter } from '../../support/linter.ts'
import { type Agreement, comparePassages, compareSentences } from './gold.ts'

const holds = (agreement: Agreement, floors: Readonly<Record<string, number>>) => {
  for (const [field, floor] of Object.entries(floors)) {
    const { share, all } = agreement.of(field)
    test(`${field}: ${share.toFixed(3)} of ${all}`, () => {
      expect(share).toBeGreaterThanOrEqual(floor)
    })
  }
}

describe('sentences', () => {
  holds(compareSentences(testLinter().document), {
    found: 0.85,
    act: 0.77,
    force: 0.58,
    polarity: 0.93,
    time: 0.89,
    frame: 0.83,
    who: 0.57,
    with: 0.55,
    slots: 0.93,
  })
})

describe('the counterpart over whole passages', () => {
  holds(comparePassages(testLinter().document), { found: 0.88, who: 0.65, with: 0.59, between: 0.72 })
})
