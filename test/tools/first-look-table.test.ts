import { expect, test } from 'vitest'
import { withLooks } from '../../src/tools/first-look-table.ts'

const MICE = [1, 2, 3, 4, 5, 6, 7]
  .map(
    (at) =>
      `| 2026-11-29 | mice-${at}.jsonl | 98 | 76 | 4 | 0.500 (1 of 2) | 0.500 (1 of 2) | 1.000 (2 of 2) | 0.000 (0 of 2) | 0.500 (1 of 2) | 1.000 (1 of 1) |`,
  )
  .join('\n')
const LEDGER = `# First looks

| day | file | SHA-256 | rules | items | held | touched | netted | wrongly held | in doubt | certain right |
|---|---|---|---|---|---|---|---|---|---|---|
${MICE}
| 2026-11-30 | cats.jsonl | ab | cd | 4 | 0.500 (1 of 2) | 0.500 (1 of 2) | 1.000 (2 of 2) | 0.000 (0 of 2) | 0.500 (1 of 2) | 1.000 (1 of 1) |
| 2026-12-01 | dogs.jsonl | ef | cd | 2 | – | – | – | 0.000 (0 of 2) | 0.000 (0 of 2) | – |
| 2026-12-01 | tone-cats.jsonl | 12 | cd | 2 | – | – | – | 0.000 (0 of 2) | 0.000 (0 of 2) | – |
`
const README = '# A\n\n| what | figure |\n|---|---|\n| unread: old | 1 |\n| speed | 2 |\n'

test('each of the last eight looks has a row, where rows of looks stand; the rest stays', () => {
  expect(withLooks(README, LEDGER)).toBe(
    [
      '# A\n\n| what | figure |\n|---|---|',
      ...[2, 3, 4, 5, 6, 7].map(
        (at) =>
          `| unread: mice-${at} | held 1 of 2 (2 with doubts), wrongly held 0 of 2 (1 with doubts), certain right 1 of 1 | \`npm run first-look\` |`,
      ),
      '| unread: cats | held 1 of 2 (2 with doubts), wrongly held 0 of 2 (1 with doubts), certain right 1 of 1 | `npm run first-look` |',
      '| unread: dogs | held – (– with doubts), wrongly held 0 of 2 (0 with doubts), certain right – | `npm run first-look` |',
      '| speed | 2 |\n',
    ].join('\n'),
  )
})

test('done twice it is done once', () => {
  const once = withLooks(README, LEDGER)
  expect(withLooks(once, LEDGER)).toBe(once)
})

test('a README without a place for them is a fault', () => {
  expect(() => withLooks('# A\n', LEDGER)).toThrow('unread')
})
