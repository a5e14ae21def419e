import { describe, expect, it } from 'vitest'
import { FAKE_WORDS, type FakeWord, fakeLinter, runWith } from '../memory-io.ts'

const run = (head: readonly FakeWord[], ...options: string[]) =>
  runWith(
    ['diff', '--head', 'head', '-m', 'coconala', ...options, 'x.jsonl'],
    {
      'x.jsonl': ['たぶん', 'たぶんLINEで話しませんか', 'こんにちは', 'ではまた', 'ではまた来週']
        .map((text, index) => JSON.stringify({ id: `m${index}`, text }))
        .join('\n'),
    },
    {
      loadEngine: async (rules) => ({
        linter: fakeLinter(rules === 'head' ? head : FAKE_WORDS),
        threadFacts: () => [],
      }),
    },
  )

describe('sekisho diff', () => {
  it('shows only changed verdicts, by the rules that change them', async () => {
    const head: FakeWord[] = [
      ...FAKE_WORDS.filter(({ words }) => words !== 'たぶん'),
      { words: 'では', category: 'tone.casual', action: 'review' },
    ]
    const { code, stdout } = await run(head)
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "5か所のうち、判定が変わるもの 3件

      fake/no-tone-casual 新たに指摘: 問題なし → 要審査 2件
        x.jsonl:4 (m3) 「では」
        x.jsonl:5 (m4) 「では」

      fake/no-tone-unsure 指摘しなくなる: 注意 → 問題なし 1件
        x.jsonl:1 (m0) 「たぶん」
      "
    `)
  })

  it('tells a rule that acts otherwise from one that finds otherwise', async () => {
    const head = FAKE_WORDS.map((word) =>
      word.words === 'たぶん' ? { ...word, action: 'review' as const } : word,
    )
    const { stdout } = await run(head, '--json')
    expect(JSON.parse(stdout)).toEqual({
      compared: 5,
      changed: 1,
      changes: [
        {
          rule: 'fake/no-tone-unsure',
          kind: 'other',
          before: 'warn',
          after: 'review',
          count: 1,
          examples: [{ place: 'x.jsonl:1 (m0)', excerpt: 'たぶん' }],
        },
      ],
    })
  })

  it('has nothing to show for the same rules', async () => {
    expect((await run(FAKE_WORDS)).stdout).toBe('5か所のうち、判定が変わるもの 0件\n')
  })

  it('shows as many examples as it is told', async () => {
    const head: FakeWord[] = [...FAKE_WORDS, { words: 'では', category: 'tone.casual', action: 'review' }]
    expect((await run(head, '--examples', '1')).stdout).not.toContain('m4')
  })
})
