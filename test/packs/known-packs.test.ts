/** What the build has read and run is not read and run again, and never is a pack taken for one that it is not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import { loadSources } from '../../src/packs/load-sources.ts'
import { type CheckedRules, type Rules, RulesError, readRules } from '../../src/runtime/load-linter.ts'
import { testLinter, testLoader } from '../support/linter.ts'

const loader = testLoader()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-known-'))
  for (const part of ['rules', 'dictionaries']) cpSync(part, join(folder, part), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (file: string, from: RegExp, to: string) => {
  const source = readFileSync(join(folder, file), 'utf8')
  expect(source).toMatch(from)
  writeFileSync(join(folder, file), source.replace(from, to))
}

const faultsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(RulesError)
    return (error as RulesError).faults
  }
}

const TEXTS = ['詳しくはLINEで話しませんか。', '090-1234-5678までどうぞ', 'よろしくお願いいたします。']
const reportsOf = ({ linter }: Rules) =>
  linter.marketplaces.flatMap((marketplace) =>
    TEXTS.map((text) => linter.lint(submissionSchema.parse({ marketplace, text }))),
  )

test('a folder that is the build’s judges as the build does', () => {
  const rules = loader.fromRules(folder)
  expect(rules.linter.packs.map(({ digest }) => digest)).toEqual(
    testLinter().packs.map(({ digest }) => digest),
  )
  expect(reportsOf(rules)).toEqual(reportsOf(loader.fromRules(undefined)))
})

test('rules that were checked on another thread judge as those that were read here', () => {
  edit('rules/lancers.yaml', /^version: .*$/m, 'version: next')
  const sources = readRules(folder)
  const sent: CheckedRules = JSON.parse(JSON.stringify(loader.checked(sources)))
  expect(reportsOf(loader.fromChecked(sent))).toEqual(reportsOf(loader.fromSources(sources)))
})

test('an example that fails in a pack that was changed is told at its place', () => {
  edit('rules/common-tone.yaml', /flags:\n(\s+)- /, "flags:\n$1- '[[何もありません]]'\n$1- ")
  expect(faultsOf(() => loader.fromRules(folder))).toEqual([
    expect.stringMatching(/^rules\/common-tone\.yaml:\d+:\d+: .*should flag/),
  ])
})

test('an example that fails by words that were changed is told, though its pack is as it was', {
  timeout: 240_000,
}, () => {
  edit('dictionaries/talkroom.yaml', /^/, '# the same words\n')
  const sources = readRules(folder)
  expect(loader.checked(sources).own).toBeDefined()
  const words = JSON.parse(readFileSync(join(folder, 'rules/weights.json'), 'utf8'))
  words.thresholds = { ...words.thresholds, certain: 1e9, read: 1e9, likely: 1e9, possible: 1e9, doubt: 1e9 }
  writeFileSync(join(folder, 'rules/weights.json'), JSON.stringify(words))
  const faults = faultsOf(() => loader.checked(readRules(folder)))
  expect(faults.length).toBeGreaterThan(0)
  expect(faults[0]).toMatch(/^rules\/[\w-]+\.yaml:\d+:\d+: .*should flag/)
})

test('the place of a fault in a pack that was known is found all the same', () => {
  rmSync(join(folder, 'rules/common-tone.yaml'))
  const faults = faultsOf(() => loader.fromRules(folder))
  expect(faults).toContainEqual(
    expect.stringMatching(/^rules\/coconala\.yaml:\d+:\d+: uses: there is no common pack 'common-tone'$/),
  )
  const { place } = loadSources(readRules(folder), () => '')
  expect(faults[0]).toContain(`:${place('coconala', 'uses').line}:`)
})
