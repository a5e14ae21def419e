import { describe, expect, it } from 'vitest'
import type { LintReport } from '../../../src/core/contract/report.ts'
import { submissionSchema } from '../../../src/core/contract/submission.ts'
import { signReport } from '../../../src/core/lint/receipt.ts'
import { testLinter } from '../../support/linter.ts'
import { type FakeWord, fakeLinter, runWith } from '../memory-io.ts'

const WORDS: readonly FakeWord[] = [
  { words: 'LINEで話しませんか', category: 'contact.messenger', action: 'block' },
  { words: 'そちらで', category: 'contact.messenger', action: 'review', confidence: 'likely' },
  { words: 'いつもの', category: 'contact.exchange', action: 'block', doubt: true },
]
const linter = { ...fakeLinter(WORDS), packs: testLinter().packs }
const engine = { loadEngine: async () => ({ linter, threadFacts: () => [] }) }
const line = (text: string, more: object = {}) => JSON.stringify({ marketplace: 'coconala', text, ...more })

const TEXTS = [
  line('LINEで話しませんか。いつもの'),
  line('こんにちは'),
  line('いつもの方法でお願いします', { id: 'a' }),
  line('そちらでご確認ください', { id: 'b' }),
  line('いつもの方法でお願いします', { id: 'c' }),
].join('\n')

interface Asked {
  readonly id: string
  readonly question: string
  readonly system: string
  readonly user: string
}
const parse = <T>(text: string): T[] =>
  text
    .trimEnd()
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => JSON.parse(one))

const ask = async (texts = TEXTS) => {
  const run = await runWith(
    ['lint', '-f', 'jsonl', '--second-opinion', 'ask.jsonl', 'x.jsonl'],
    { 'x.jsonl': texts },
    engine,
  )
  return { ...run, asked: parse<Asked>(run.files['ask.jsonl'] as string) }
}
const answer = (asked: readonly Asked[], of: (text: string) => unknown, more: object = {}) =>
  asked
    .map(({ id, question, user }) =>
      JSON.stringify({ id, question, model: 'm', answer: of(JSON.parse(user).本文), ...more }),
    )
    .join('\n')

const HOLD = {
  verdict: 'hold',
  findings: [{ category: 'contact.exchange', words: 'いつもの方法で', reason: '外の方法です。' }],
}
const PASS = { verdict: 'pass', findings: [] }

describe('--second-opinion', () => {
  it('writes each question once, and none where the rules have decided', async () => {
    const { asked, stdout, stderr } = await ask()
    expect(asked.map(({ user }) => JSON.parse(user).本文)).toEqual([
      'いつもの方法でお願いします',
      'そちらでご確認ください',
    ])
    expect(asked[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      question: expect.stringMatching(/^[0-9a-f]{32}$/),
      system: expect.stringContaining('ココナラの決まり'),
      user: expect.any(String),
    })
    expect(stderr).toMatch(/^第二意見への質問を2件書き出しました\(平均\d+字、最長\d+字\)。\n$/)
    expect(parse<{ verdict: string }>(stdout).map(({ verdict }) => verdict)).toEqual([
      'block',
      'allow',
      'allow',
      'review',
      'allow',
    ])
  })

  it('does not go with --resume', async () => {
    const { code, stderr } = await runWith(
      ['lint', '-f', 'jsonl', '-o', 'o', '--resume', '--second-opinion', 'ask.jsonl', 'x.jsonl'],
      { 'x.jsonl': TEXTS },
      engine,
    )
    expect(code).toBe(2)
    expect(stderr).toContain('--resume does not go with --second-opinion')
  })
})

describe('--answers', () => {
  const lint = async (answers: string, more: string[] = []) =>
    runWith(
      ['lint', '-f', 'jsonl', ...more, '--answers', 'answers.jsonl', 'x.jsonl'],
      { 'x.jsonl': TEXTS, 'answers.jsonl': answers },
      engine,
    )

  it('gives the reports as if the reader had been asked', async () => {
    const { asked } = await ask()
    const { stdout, stderr } = await lint(
      answer(asked, (text) => (text.startsWith('いつもの') ? HOLD : JSON.stringify(PASS))),
    )
    expect(stderr).toBe('')
    const reports = parse<{ verdict: string; findings: { rule: string }[]; secondOpinion?: object }>(stdout)
    expect(reports.map(({ verdict }) => verdict)).toEqual(['block', 'allow', 'review', 'allow', 'review'])
    expect(reports[2]).toMatchObject({
      findings: [{ rule: 'second-opinion/reader', action: 'review' }],
      secondOpinion: { asked: true, model: 'm', outcome: 'answered', reason: '外の方法です。' },
    })
    expect(reports[3]).toMatchObject({ findings: [], secondOpinion: { changed: [{ change: 'lowered' }] } })
    expect(reports[0]!.secondOpinion).toBeUndefined()
  })

  it('leaves what has no answer as it was, says so, and writes down what is still to be asked', async () => {
    const { asked } = await ask()
    const { stdout, stderr, files } = await lint(
      answer(asked.slice(0, 1), () => 'はい'),
      ['--second-opinion', 'more.jsonl'],
    )
    expect(stderr).toContain('第二意見の答えがないもの: 1件。')
    expect(parse<Asked>(files['more.jsonl'] as string).map(({ id }) => id)).toEqual([asked[1]!.id])
    const reports = parse<{ verdict: string; secondOpinion?: { outcome: string } }>(stdout)
    expect(reports.map(({ verdict }) => verdict)).toEqual(['block', 'allow', 'allow', 'review', 'allow'])
    expect(reports[2]!.secondOpinion!.outcome).toBe('unusable')
  })

  it('takes an answer to an older question, and says so', async () => {
    const { asked } = await ask()
    const { stderr } = await lint(answer(asked, () => PASS, { question: 'older' }))
    expect(stderr).toContain('質問が変わる前の答え: 3件')
  })

  it('refuses a file that is none', async () => {
    const { code, stderr } = await lint('{"id":"x"}')
    expect(code).toBe(2)
    expect(stderr).toContain('answers.jsonl:1: idとanswerを持つ1行のJSONではありません。')
  })
})

describe('every format says that a reader was asked', () => {
  const report = async (format: string) => {
    const { asked } = await ask()
    const answers = answer(asked, (text) => (text.startsWith('いつもの') ? HOLD : PASS))
    const files = { 'x.jsonl': TEXTS, 'answers.jsonl': answers }
    return (await runWith(['lint', '-f', format, '--answers', 'answers.jsonl', 'x.jsonl'], files, engine))
      .stdout
  }
  const RAISED = '第二意見(m): 引き上げ 1か所。理由: 外の方法です。'
  const LOWERED = '第二意見(m): 取り下げ 1か所。'

  it.each(['pretty', 'csv', 'junit', 'github', 'html'])('%s', async (format) => {
    const text = await report(format)
    expect(text).toContain(RAISED)
    expect(text).toContain(LOWERED)
  })

  it('sarif, as a result that is no alarm', async () => {
    const { results } = JSON.parse(await report('sarif')).runs[0]
    const opinions = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'sekisho/second-opinion')
    expect(opinions.map(({ kind, level }: Record<string, string>) => [kind, level])).toEqual(
      Array(3).fill(['informational', 'none']),
    )
    expect(opinions[1].properties.secondOpinion).toMatchObject({ model: 'm', outcome: 'answered' })
  })

  it('json, as the report has it', async () => {
    const { results } = JSON.parse(await report('json'))
    expect(results[3].secondOpinion.changed).toEqual([
      {
        change: 'lowered',
        category: 'contact.messenger',
        rule: 'fake/no-contact-messenger',
        span: { start: 0, end: 4 },
        excerpt: 'そちらで',
        from: 'review',
        to: 'nothing',
      },
    ])
  })
})

describe('a receipt', () => {
  const SECRET = 'a secret'
  const verify = async (of: unknown, change: (report: LintReport) => LintReport = (report) => report) => {
    const { asked } = await ask(line('いつもの方法でお願いします'))
    const { stdout } = await runWith(
      ['lint', '-f', 'jsonl', '--answers', 'a.jsonl', 'x.jsonl'],
      { 'x.jsonl': line('いつもの方法でお願いします'), 'a.jsonl': answer(asked, () => of) },
      engine,
    )
    const submission = submissionSchema.parse({ marketplace: 'coconala', text: 'いつもの方法でお願いします' })
    const report = change(JSON.parse(stdout))
    const kept = { submission, report: { ...report, receipt: signReport(submission, report, SECRET) } }
    return runWith(
      ['verify', 'kept.jsonl'],
      { 'kept.jsonl': JSON.stringify(kept) },
      { ...engine, env: () => SECRET },
    )
  }

  it.each([
    ['an answer that held the message', HOLD],
    ['an answer that let it pass', PASS],
    ['no answer', 'はい'],
  ])('is verified with %s', async (_, of) => {
    expect((await verify(of)).stdout).toContain('正しい控えです。同じ結果が再現されました。')
  })

  it('is not verified where the answer cannot have made the report', async () => {
    const { code, stdout } = await verify(HOLD, (report) => ({ ...report, verdict: 'block' }))
    expect(code).toBe(1)
    expect(stdout).toContain('再現されません')
  })
})

describe('sekisho eval with a second opinion', () => {
  const labelled = (text: string, verdict: string, excerpt?: string) =>
    line(text, { expect: { verdict, findings: excerpt ? [{ category: 'contact.exchange', excerpt }] : [] } })
  const SET = [
    labelled('いつもの方法でお願いします', 'block', 'いつもの方法で'),
    labelled('いつもの色でお願いします', 'allow'),
    labelled('そちらでご確認ください', 'allow'),
    labelled('そちらで話しましょう', 'block', 'そちらで'),
    labelled('こんにちは', 'allow'),
    line('いつもの店'),
  ].join('\n')
  const run =
    (...argv: string[]) =>
    async (files: Record<string, string>) =>
      runWith(['eval', '--only', 'redirect', ...argv, 'x.jsonl'], { 'x.jsonl': SET, ...files }, engine)

  it('sets rules alone beside rules with answers, and counts what was changed rightly and wrongly', async () => {
    const asking = await run('--json', '--second-opinion', 'ask.jsonl')({})
    const asked = parse<Asked>(asking.files['ask.jsonl'] as string)
    expect(JSON.parse(asking.stdout).secondOpinion['x.jsonl'].asked).toMatchObject({ got: 5, of: 6 })
    expect(JSON.parse(asking.stdout).total).toMatchObject({
      held: { got: 1, of: 2 },
      wronglyHeld: { got: 1, of: 3 },
    })
    const answers = answer(asked, (text) => (text.includes('方法') ? HOLD : PASS))
    const { stdout } = await run('--json', '--answers', 'a.jsonl')({ 'a.jsonl': answers })
    const { total, secondOpinion } = JSON.parse(stdout)
    expect(secondOpinion['x.jsonl']).toMatchObject({
      alone: { held: { got: 1, of: 2 }, netted: { got: 2, of: 2 }, wronglyHeld: { got: 1, of: 3 } },
      changed: { heldRightly: 1, heldWrongly: 0, passedRightly: 1, passedWrongly: 1 },
      unusable: { got: 0, of: 5 },
    })
    expect(total).toMatchObject({ held: { got: 1, of: 2 }, wronglyHeld: { got: 0, of: 3 } })
    const table = (await run('--answers', 'a.jsonl')({ 'a.jsonl': answers })).stdout
    expect(table).toMatch(/second opinion +asked +held: alone +with answers/)
  })
})
