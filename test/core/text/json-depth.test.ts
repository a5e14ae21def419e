import { expect, test } from 'vitest'
import { nestsDeeperThan } from '../../../src/core/text/json-depth.ts'

const deep = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

test.each([
  ['lists up to the limit', deep(64), false],
  ['lists beyond it', deep(65), true],
  ['objects up to the limit', `${deep(64, '{"a":', '}').replace('}', '1}')}`, false],
  ['objects beyond it', deep(65, '{"a":', '}'), true],
  ['many beside one another', `[${'[],'.repeat(1000)}[]]`, false],
  ['brackets in a text', `["${'['.repeat(100)}"]`, false],
  ['brackets behind an escaped quote', `["\\"${'['.repeat(100)}"]`, false],
  ['brackets behind a text that ends in a backslash', `["\\\\",${deep(64)}]`, true],
  ['a text that never ends', `"${'['.repeat(100)}`, false],
  ['brackets that never close', '['.repeat(100_000), true],
  ['brackets that only close', `${']'.repeat(100)}${deep(65)}`, false],
  ['nothing', '', false],
])('%s', (_, text, expected) => {
  expect(nestsDeeperThan(text)).toBe(expected)
})

test('backslashes without end are read in one walk', () => {
  const text = `"${'\\'.repeat(200_000)}"${'\\"'.repeat(100_000)}`
  const start = performance.now()
  nestsDeeperThan(text)
  expect(performance.now() - start).toBeLessThan(2_000)
})
