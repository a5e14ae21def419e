/** Changed packs beside those of the build: faults with their line, and what is judged otherwise. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadDictionary } from '../../src/core/morph/dictionary.ts'
import { createTokenizer } from '../../src/core/morph/tokenizer.ts'
import { assembleLinter } from '../../src/packs/assemble.ts'
import { changePacks, differencesOf, sampleTexts } from '../../src/packs/compare-packs.ts'
import type { LinterData } from '../../src/packs/linter-data.ts'

const data = JSON.parse(readFileSync('build/data.json', 'utf8')) as LinterData
const tokenizer = createTokenizer(loadDictionary(readFileSync('build/dictionary.bin')))
const inForce = assembleLinter(data, tokenizer)
const coconala = readFileSync('rules/coconala.yaml', 'utf8')

const INVITATION = '詳しくはLINEで話しませんか'
const change = (file: string, text: string) =>
  changePacks(data, new Map([[`rules/${file}`, text]]), tokenizer)
/** A line of the table of actions, from `from` to `to`. */
const edited = (from: RegExp, to: string): string => {
  expect(coconala).toMatch(from)
  return coconala.replace(from, to)
}

describe('a pack that cannot be used', () => {
  test('names file, line and column of a key that is none', () => {
    const { linter, faults } = change('coconala.yaml', edited(/^version:/m, 'vershun:'))
    expect(linter).toBeUndefined()
    const line = coconala.split('\n').findIndex((one) => one.startsWith('version:')) + 1
    expect(faults).toContainEqual({
      file: 'rules/coconala.yaml',
      line,
      column: expect.any(Number),
      at: 'vershun',
      message: "there is no key 'vershun' here; did you mean 'version'?",
    })
  })

  test('names the line where the YAML breaks', () => {
    const { linter, faults } = change('coconala.yaml', `${coconala}\n  : [`)
    expect(linter).toBeUndefined()
    expect(faults[0]?.line).toBeGreaterThanOrEqual(coconala.split('\n').length)
  })

  test('names what only all packs together show', () => {
    const { linter, faults } = change('coconala.yaml', edited(/common-contact,/, 'common-contract,'))
    expect(linter).toBeUndefined()
    expect(faults.map(({ message }) => message)).toContainEqual(expect.stringContaining('common-contract'))
    expect(faults[0]!.line).toBeGreaterThan(1)
  })

  test('has examples that do not come out, and is compared all the same', () => {
    const contact = readFileSync('rules/common-contact.yaml', 'utf8')
    const wrong = contact.replace(
      /(- id: no-messenger-proposal[\s\S]*?allows:\n)/,
      `$1        - ${INVITATION}。\n`,
    )
    const { linter, faults } = change('common-contact.yaml', wrong)
    expect(linter).toBeDefined()
    const line = wrong.split('\n').findIndex((one) => one.includes(`- ${INVITATION}。`)) + 1
    expect(faults).toMatchObject([{ file: 'rules/common-contact.yaml', line }])
  })
})

describe('what is judged otherwise', () => {
  const verdicts = (changed: string, text: string, marketplaces: readonly string[]) => {
    const { linter, faults } = change('coconala.yaml', changed)
    expect(faults).toEqual([])
    return differencesOf(inForce, linter!, { text }, marketplaces).map(({ marketplace, before, after }) => [
      marketplace,
      before?.verdict,
      after?.verdict,
    ])
  }
  const ALL = ['coconala', 'crowdworks', 'lancers']

  test('is nothing where nothing was changed', () => {
    expect(verdicts(coconala, INVITATION, ALL)).toEqual([])
  })

  test('is what the changed table says, in its marketplace alone', () => {
    const changed = edited(/^( +contact\.messenger:).*(?:\n {4,}.*)*/m, "$1 { '*': warn }")
    expect(verdicts(changed, INVITATION, ALL)).toEqual([['coconala', 'block', 'warn']])
    expect(verdicts(changed, 'よろしくお願いいたします。', ALL)).toEqual([])
  })

  test('has one side where a marketplace is new', () => {
    const changed = coconala.replace(/^id: coconala$/m, 'id: skillshop')
    const { linter } = change('skillshop.yaml', changed)
    const [only] = differencesOf(inForce, linter!, { text: INVITATION }, ['skillshop'])
    expect(only).toMatchObject({ before: undefined, after: { verdict: 'block' } })
  })
})

test('the samples are the examples of both, each once', () => {
  const texts = sampleTexts(inForce, inForce)
  expect(texts).toHaveLength(sampleTexts(inForce).length)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.some(({ text }) => text.includes('[['))).toBe(false)
})
