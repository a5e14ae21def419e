import { describe, expect, it } from 'vitest'
import { fakeLinter, runWith } from '../memory-io.ts'

const item = (text: string, verdict: string, findings: [string, string][], more: object = {}) =>
  JSON.stringify({
    id: text.slice(0, 8),
    marketplace: 'coconala',
    channel: 'message',
    role: 'seller',
    text,
    expect: { verdict, findings: findings.map(([category, excerpt]) => ({ category, excerpt })) },
    ...more,
  })

const figures = async (lines: string[], ...options: string[]) => {
  const { code, stdout, stderr } = await runWith(['eval', '--json', ...options, 'x.jsonl'], {
    'x.jsonl': lines.join('\n'),
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

const MESSENGER: [string, string] = ['contact.messenger', 'LINEで話しませんか']

describe('sekisho eval', () => {
  it('counts what is held over items that should be stopped, and what is wrongly held over the others', async () => {
    const { total } = await figures([
      item('LINEで話しませんか', 'block', [MESSENGER]),
      item('らいんで話そう', 'block', [['contact.messenger', 'らいんで話そう']]),
      item('「LINEで話しませんか」とは書けません', 'allow', []),
      item('たぶんできます', 'warn', [['tone.unsure', 'たぶん']]),
    ])
    expect(total.held).toMatchObject({ got: 1, of: 2 })
    expect(total.wronglyHeld).toMatchObject({ got: 1, of: 2 })
    expect(total.verdict).toMatchObject({ got: 2, of: 4 })
    expect(total.cleanFlagged).toMatchObject({ got: 1, of: 1 })
  })

  it('tells what is held from what is touched, in doubt, and missed', async () => {
    const words = [
      { words: 'LINEで', category: 'contact.messenger', action: 'review', confidence: 'likely' },
      { words: 'そちらで', category: 'contact.messenger', action: 'warn', confidence: 'possible' },
      { words: 'いつもの', category: 'contact.exchange', action: 'block', doubt: true },
    ] as const
    const expected = (text: string) => item(text, 'block', [['contact.messenger', text]])
    const { stdout } = await runWith(
      ['eval', '--json', '--leave-out', 'kept', 'x.jsonl', 'kept.jsonl'],
      {
        'x.jsonl': [
          expected('LINEで話そう'),
          expected('そちらで話そう'),
          item('いつものあれで', 'block', [['contact.exchange', 'いつものあれで']], { channel: 'profile' }),
          expected('緑で'),
          item('そちらでご確認ください', 'allow', [], { family: 'pointer' }),
          item('いつものロゴ', 'allow', []),
          item('こんにちは', 'allow', []),
        ].join('\n'),
        'kept.jsonl': expected('LINEで'),
      },
      { loadEngine: async () => ({ linter: fakeLinter(words), threadFacts: () => [] }) },
    )
    const { total, leftOut, by } = JSON.parse(stdout)
    expect(total).toMatchObject({
      items: 7,
      held: { got: 1, of: 4 },
      touched: { got: 2, of: 4 },
      netted: { got: 3, of: 4 },
      wronglyHeld: { got: 0, of: 3 },
      inDoubt: { got: 2, of: 3 },
      confidences: {
        certain: { right: { got: 0, of: 0 } },
        likely: { right: { got: 1, of: 1 }, category: { got: 1, of: 1 } },
        possible: { right: { got: 1, of: 2 }, category: { got: 1, of: 2 } },
      },
    })
    expect(leftOut['kept.jsonl']).toMatchObject({ items: 1, held: { got: 1, of: 1 } })
    expect(by.channel.profile).toMatchObject({ items: 1, held: { got: 0, of: 1 }, netted: { got: 1, of: 1 } })
    expect(by.length).toMatchObject({ 'up to 40': { items: 7 } })
    expect(by.family).toMatchObject({ pointer: { items: 1, inDoubt: { got: 1, of: 1 } } })
  })

  it('prints nothing of a set that is left out', async () => {
    const { stdout } = await runWith(['eval', '--misses', '--leave-out', 'x.jsonl', 'x.jsonl'], {
      'x.jsonl': item('らいんで話そう', 'block', [['contact.messenger', 'らいんで話そう']]),
    })
    expect(stdout).toContain('x.jsonl (left out)')
    expect(stdout).not.toContain('らいん')
  })

  it('takes the overlapping finding for category, and half of the words for the span', async () => {
    const { total } = await figures([
      item('では LINEで話しませんか', 'block', [['contact.exchange', 'LINEで話しませんか']]),
      item('では、今すぐにでも LINEで話しませんか', 'block', [
        ['contact.messenger', 'では、今すぐにでも LINEで話しませんか'],
      ]),
      item('よろしければLINEで話しませんか、とのことでした。', 'block', [
        ['contact.messenger', 'よろしければLINEで話しませんか、とのことでした。'],
      ]),
    ])
    expect(total.findings.redirect).toMatchObject({
      recall: { got: 2, of: 3 },
      precision: { got: 2, of: 3 },
      category: { got: 2, of: 3 },
      span: { got: 2, of: 3 },
    })
  })

  it('takes the same words marked twice for two places', async () => {
    const { total } = await figures([
      item('たぶん行けます。たぶんです。', 'warn', [
        ['tone.unsure', 'たぶん'],
        ['tone.unsure', 'たぶん'],
      ]),
    ])
    expect(total.findings.tone).toMatchObject({ recall: { got: 2, of: 2 }, precision: { got: 2, of: 2 } })
  })

  it('counts tone findings of the level of a note, and redirect findings only above it', async () => {
    const { total } = await figures([item('了解しました', 'allow', [])])
    expect(total.findings.tone.precision).toMatchObject({ got: 0, of: 1 })
    expect(total.cleanFlagged).toMatchObject({ got: 0, of: 1 })
  })

  it('reports innocent text per 1,000 lines', async () => {
    const innocent = (text: string) => JSON.stringify({ id: text, src: 'x', text, speaker: 'a' })
    const { innocentTotal } = await figures([
      innocent('LINEで話しませんか'),
      innocent('たぶんできます'),
      innocent('こんにちは'),
      innocent('了解しました'),
    ])
    expect(innocentTotal).toMatchObject({
      lines: 4,
      stoppedItems: 1,
      stoppedFindings: 1,
      findingsAboveNote: 2,
      per1000: { stoppedItems: 250, stoppedFindings: 250, findingsAboveNote: 500 },
    })
  })

  it('prints tables, and names misses and alarms with what fired', async () => {
    const lines = [
      item('らいんで話そう', 'block', [['contact.messenger', 'らいんで話そう']], { note: 'なぜ' }),
      item('LINEで話しませんか', 'allow', []),
      item('こんにちは', 'allow', []),
    ]
    const { stdout } = await runWith(['eval', '--misses', '--alarms', 'a/x.jsonl'], {
      'a/x.jsonl': lines.join('\n'),
    })
    expect(stdout).toMatchInlineSnapshot(`
      "x.jsonl:1 らいんで話そう · coconala message seller · expected block, got allow
        | らいんで話そう
        passed    should have been stopped
        missed    contact.messenger 「らいんで話そう」
        note      なぜ

      x.jsonl:2 LINEで話しま · coconala message seller · expected allow, got block
        | LINEで話しませんか
        stopped   should have passed
        alarm     contact.messenger (block) fake/no-contact-messenger 「LINEで話しませんか」
        fired     contact.messenger (block) fake/no-contact-messenger 「LINEで話しませんか」 0–11

      labelled  items         held      touched       netted  wrongly held     in doubt
      --------  -----  -----------  -----------  -----------  ------------  -----------
      x.jsonl       3  0.000 (0/1)  0.000 (0/1)  0.000 (0/1)   0.500 (1/2)  0.500 (1/2)

      verdicts  exact verdict  clean above note
      --------  -------------  ----------------
      x.jsonl     0.333 (1/3)       0.500 (1/2)

      redirects, precision      certain  likely  possible  certain, category  likely, category  possible, category
      --------------------  -----------  ------  --------  -----------------  ----------------  ------------------
      x.jsonl               0.000 (0/1)       -         -        0.000 (0/1)                 -                   -

      findings            precision       recall  category of found  span of found
      ----------------  -----------  -----------  -----------------  -------------
      x.jsonl redirect  0.000 (0/1)  0.000 (0/1)                  -              -

      category             precision       recall  category of found  span of found
      -----------------  -----------  -----------  -----------------  -------------
      contact.messenger  0.000 (0/1)  0.000 (0/1)                  -              -
      "
    `)
  })

  it('names broken lines and goes on', async () => {
    const { code, stderr, stdout } = await runWith(['eval', '--json', 'x.jsonl'], {
      'x.jsonl': ['{', item('こんにちは', 'allow', []), item('あ', 'allow', [MESSENGER])].join('\n'),
    })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'x.jsonl:1: not JSON\nx.jsonl:3: expect: an excerpt of contact.messenger is not in the text\n',
    )
    expect(JSON.parse(stdout).total.items).toBe(1)
  })

  it.each([
    ['a missing file', ['eval', 'none.jsonl'], 'sekisho: none.jsonl: no such file\n'],
    [
      'a file with no items',
      ['eval', 'empty.jsonl'],
      'sekisho: nothing to evaluate: no item could be read\n',
    ],
    ['no file', ['eval'], "error: missing required argument 'file'\n"],
    ['an unknown option', ['eval', '--bad', 'x'], "error: unknown option '--bad'\n"],
  ])('%s is bad usage', async (_, argv, said) => {
    const { code, stderr } = await runWith(argv, { 'empty.jsonl': '' })
    expect(code).toBe(2)
    expect(stderr).toBe(said)
  })
})
