/**
 * Every alternative of a rule has an example that needs it; one that has none is named, and refused. Of the dictionaries'
 * alternatives not every one has, and of all there are more than there should be: neither grows.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { submissionSchema } from '../../src/core/contract/submission.ts'
import type { LabelledText } from '../../src/packs/find-needless-shared.ts'
import { openLinterLoader } from '../../src/runtime/load-linter.ts'
import { runWith } from '../cli/memory-io.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-needless-'))
  for (const part of ['rules', 'dictionaries']) cpSync(part, join(folder, part), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const AFTER = /^.*評価は必ず星5をお願いします, .*\n/mu
const NEEDLESS = "          - '星をあるだけ全部'\n"
const LINE_AFTER = /^ {6}when:\n(?= {8}- act: deal\n)/mu
const LINE = '        - act: cancel\n          by: 経由\n'

/** Alternatives of the dictionaries that no example shows at work, and patterns in all: fewer may be, never more. The aim is 0 and 400. */
const MOST_UNPROVED = 236
const MOST_PATTERNS = 522
const PHRASE_AFTER = /^closing-line:\n/mu
const PHRASE = "  - '盤を囲みましょう'\n"

/** Of the labelled texts those without which an alternative of the dictionaries would have no proof. */
function neededTexts(): LabelledText[] {
  const needed = JSON.parse(readFileSync('test/fixtures/needed.json', 'utf8')) as Record<string, string[]>
  return Object.entries(needed).flatMap(([file, ids]) => {
    const lines = readFileSync(`test/fixtures/${file}`, 'utf8').trim().split('\n')
    return lines
      .map((line) => JSON.parse(line))
      .filter(({ id }) => ids.includes(id))
      .map(({ expect: labels, ...rest }) => ({ submission: submissionOf(rest), expect: labels }))
  })
}

const KEYS = Object.keys(submissionSchema.shape)
const submissionOf = (raw: object): LabelledText['submission'] =>
  submissionSchema.parse(Object.fromEntries(Object.entries(raw).filter(([key]) => KEYS.includes(key))))

/** Where the text begins in which `added` is planted behind what `after` matches, from 1. */
function plant(name: string, after: RegExp, added: string): number {
  const file = join(folder, name)
  const source = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    source.replace(after, (found) => found + added),
  )
  const at = source.search(after)
  return source.slice(0, at).split('\n').length + after.exec(source)![0].split('\n').length - 1
}

// One linter with every rule once for each of its alternatives.
test('the alternatives that no example needs are named with their places, and they alone', {
  timeout: 1_200_000,
}, () => {
  const line = plant('rules/common-deals.yaml', LINE_AFTER, LINE)
  const pattern = plant('rules/common-tone.yaml', AFTER, NEEDLESS)
  const phrase = plant('dictionaries/phrases/letter.yaml', PHRASE_AFTER, PHRASE)
  const { needless } = openLinterLoader().check(folder, true, neededTexts())
  const isShared = (line: string) => line.startsWith('dictionaries/')
  expect(needless.filter((line) => !isShared(line))).toEqual([
    expect.stringMatching(
      new RegExp(
        `^rules/common-deals\\.yaml:${line}:\\d+: no-direct-deal: no example needs this alternative$`,
        'u',
      ),
    ),
    expect.stringMatching(
      new RegExp(
        `^rules/common-tone\\.yaml:${pattern}:\\d+: no-review-begging: no example needs this alternative$`,
        'u',
      ),
    ),
  ])
  const shared = needless.filter(isShared)
  expect(shared).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^dictionaries/phrases/letter\\.yaml:${phrase}:\\d+: phrases\\.closing-line: no example needs this alternative$`,
        'u',
      ),
    ),
  )
  expect(shared.length - 1, shared.join('\n')).toBeLessThanOrEqual(MOST_UNPROVED)
})

test('there are no more patterns than there were', () => {
  const { patterns } = openLinterLoader().check('.')
  expect(Object.values(patterns).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_PATTERNS)
  expect(Object.values(patterns).every((one) => one > 0)).toBe(true)
})

test('rules check counts them', async () => {
  const patterns = { rules: 3, phrases: 2, templates: 1, contexts: 4 }
  const checkRules = async () => ({ faults: [], packs: [], dead: [], needless: [], patterns })
  const { code, stdout } = await runWith(['rules', 'check'], {}, { checkRules })
  expect(code).toBe(0)
  expect(stdout).toContain('10 patterns: rules 3, phrases 2, templates 1, contexts 4')
})

test('rules check --needless refuses it', async () => {
  const named = 'rules/common-tone.yaml:1:1: no-threat: no example needs this alternative'
  const checkRules = async () => ({ faults: [], packs: [], dead: [], needless: [named], patterns: undefined })
  const { code, stderr } = await runWith(['rules', 'check', '--needless'], {}, { checkRules })
  expect(code).toBe(2)
  expect(stderr).toContain(named)
})
