/** What the catalogue shows of contexts is in words, in both languages. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PackSpec } from '../../src/core/rules/rule-spec.ts'
import { CATEGORY_NAMES } from '../../src/web/strings/categories.ts'
import { CONTEXT_NAMES } from '../../src/web/strings/contexts.ts'

const data = JSON.parse(readFileSync('build/data.json', 'utf8'))
const packs: PackSpec[] = data.packs.map(({ raw }: { raw: PackSpec }) => raw)

const shown = packs.flatMap((pack) => [
  ...pack.rules.flatMap(({ unless, needs, cases }) => [
    ...unless,
    ...needs,
    ...cases.flatMap((one) => one.if),
  ]),
  // Rows of a table that are no category.
  ...(pack.kind === 'marketplace' ? Object.keys(pack.actions).filter((row) => !(row in CATEGORY_NAMES)) : []),
])

test('every context that a rule or a table names has words, and no other', () => {
  expect([...new Set(shown)].filter((name) => !(name in CONTEXT_NAMES))).toEqual([])
  expect(Object.keys(CONTEXT_NAMES).filter((name) => !shown.includes(name))).toEqual([])
})

test('they are in words', () => {
  for (const [name, [ja, en]] of Object.entries(CONTEXT_NAMES)) {
    expect(ja, name).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(en, name).not.toMatch(/-.*-|^[\w-]*-[\w-]*$/)
  }
})
