/** Every alternative of a tone rule has an example that fails without it; one that has none is named, and refused. */
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

// One linter with every rule once for each of its alternatives.
test('the one alternative that no example needs is named with its place, and it alone', {
  timeout: 600_000,
}, () => {
  const file = join(folder, 'rules', 'common-tone.yaml')
  const source = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    source.replace(AFTER, (line) => line + NEEDLESS),
  )
  const line = source.slice(0, source.search(AFTER)).split('\n').length + 1
  expect(openLinterLoader().needlessIn(folder, 'common-tone')).toEqual([
    expect.stringMatching(
      new RegExp(
        `^rules/common-tone\\.yaml:${line}:\\d+: no-review-begging: no example needs this alternative$`,
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
