/** Authored rules → detectors; every fault of their author is a value with its place, all at once. */
import { expect, test } from 'vitest'
import type { Manners } from '../../../src/core/judge/manner/manners.ts'
import type { Weights } from '../../../src/core/judge/weights.ts'
import { compileRules, settingsBeside } from '../../../src/core/rules/compile-rules.ts'
import type { RuleSpec } from '../../../src/core/rules/rule-spec.ts'
import { readingBy } from '../../support/reading.ts'

const rule = (more: Partial<Record<keyof RuleSpec, unknown>>): RuleSpec =>
  ({
    id: 'no-it',
    category: 'contact.messenger',
    stage: 'stable',
    detect: [{ kind: 'phrase', any: ['あ'] }],
    needs: [],
    unless: [],
    cases: [],
    ...more,
  }) as unknown as RuleSpec

const compile = (rules: readonly RuleSpec[], beside?: readonly (readonly object[])[]) => {
  const { language } = readingBy({ words: { known: ['い'] } })
  const compiled = compileRules('pack', rules, beside, language, (text) => text, {} as Weights, {} as Manners)
  return { ...compiled, faults: [...compiled.faults, ...language.faults] }
}

test('a rule has the name of its pack, and a detector for each that it authored', () => {
  const { rules, faults } = compile([
    rule({ detect: [{ kind: 'phrase', any: ['あ'] }, { kind: 'mixed-style' }] }),
  ])
  expect(faults).toEqual([])
  expect(rules.map(({ name, detectors }) => [name, detectors.length])).toEqual([['pack/no-it', 2]])
})

test('a retired rule is checked, and not run', () => {
  expect(compile([rule({ stage: 'retired' })])).toMatchObject({ rules: [], faults: [] })
  expect(compile([rule({ stage: 'retired', detect: [{ kind: 'phras' }] })]).faults.length).toBe(1)
})

test.each([
  [
    'a kind',
    { detect: [{ kind: 'phras', any: ['あ'] }] },
    'rules[0].detect[0]',
    "unknown kind 'phras'; one of ",
  ],
  [
    'a key',
    { detect: [{ kind: 'phrase', any: ['あ'], ayn: [] }] },
    'rules[0].detect[0].ayn',
    "there is no key 'ayn' in kind 'phrase'",
  ],
  [
    'a value',
    { detect: [{ kind: 'mention', capability: [], step: ['x'] }] },
    'rules[0].detect[0].capability',
    '',
  ],
  [
    'a template',
    { detect: [{ kind: 'phrase', from: ['by'] }] },
    'rules[0].detect[0].from.0',
    "unknown template 'by'",
  ],
  [
    'a class',
    { detect: [{ kind: 'phrase', any: ['あ', '{no}'] }] },
    'rules[0].detect[0].any.1',
    'unknown class {no}',
  ],
  ['a pattern', { detect: [{ kind: 'phrase', any: ['(あ'] }] }, 'rules[0].detect[0].any.0', ''],
  ['a context', { unless: ['no'] }, 'rules[0].unless.0', "unknown context 'no'"],
])('%s that is none is told where it stands', (_, more, at, says) => {
  const { faults } = compile([rule(more)])
  expect(faults.map((fault) => fault.at)).toEqual([at])
  expect(faults[0]!.message).toContain(says)
})

test('a rule of the same name, and all faults at once', () => {
  const { faults } = compile([
    rule({}),
    rule({ needs: ['no'] }),
    rule({ id: 'no-other', detect: [{ kind: 'x' }] }),
  ])
  expect(faults.map(({ at }) => at)).toEqual(['rules[1].id', 'rules[1].needs.0', 'rules[2].detect[0]'])
})

test('settings that the build made beside a rule stand for validation', () => {
  const rules = [rule({})]
  const beside = settingsBeside(rules)
  expect(beside).toEqual([[expect.objectContaining({ ending: true })]])
  expect(Object.keys(beside[0]![0]!)).not.toContain('any')
  expect(compile(rules, beside)).toMatchObject({ faults: [], rules: [{ name: 'pack/no-it' }] })
})
