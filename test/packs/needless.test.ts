/** Every alternative of every rule has an example that needs it; one that has none is named, and refused. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

/** Where the text begins in which `added` is planted behind what `after` matches, from 1. */
function plant(pack: string, after: RegExp, added: string): number {
  const file = join(folder, 'rules', `${pack}.yaml`)
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
  const line = plant('common-deals', LINE_AFTER, LINE)
  const pattern = plant('common-tone', AFTER, NEEDLESS)
  expect(openLinterLoader().check(folder, true).needless).toEqual([
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
})

test('rules check --needless refuses it', async () => {
  const named = 'rules/common-tone.yaml:1:1: no-threat: no example needs this alternative'
  const checkRules = async () => ({ faults: [], packs: [], dead: [], needless: [named] })
  const { code, stderr } = await runWith(['rules', 'check', '--needless'], {}, { checkRules })
  expect(code).toBe(2)
  expect(stderr).toContain(named)
})
