import { describe, expect, it } from 'vitest'
import type { Engine, Io } from '../../../src/cli/io.ts'
import { fakeLinter, runWith } from '../memory-io.ts'

const LINES = Array.from({ length: 3000 }, (_, index) =>
  index % 500 === 499
    ? '{'
    : JSON.stringify({
        id: `m${index}`,
        marketplace: 'coconala',
        text: index % 10 === 0 ? 'たぶん' : 'こんにちは',
      }),
)
const EXPORT = `${LINES.join('\n')}\n`

/** Presses Ctrl-C at the given message, and lets the clock run so that checkpoints are due. */
const interruptedAt = (id: string): Partial<Io> => {
  const interruption = new AbortController()
  const linter = fakeLinter()
  let now = 0
  const engine: Engine = {
    threadFacts: () => [],
    linter: {
      ...linter,
      lint(submission) {
        if (submission.id === id) interruption.abort()
        return linter.lint(submission)
      },
    },
  }
  return {
    loadEngine: async () => engine,
    interrupted: interruption.signal,
    now: () => (now += 100),
  }
}

const ARGV = ['lint', '-f', 'jsonl', '-o', 'out.jsonl', 'big.jsonl']

describe('an interrupted run', () => {
  it('says how far it came, and --resume goes on without losing or repeating a line', async () => {
    const whole = await runWith(ARGV, { 'big.jsonl': EXPORT })
    let files: Readonly<Record<string, string | Uint8Array>> = { 'big.jsonl': EXPORT }
    const said: string[] = []
    for (const id of ['m700', 'm1900', 'm2800']) {
      const ran = await runWith([...ARGV, '--resume'], files, interruptedAt(id))
      expect(ran.code).toBe(130)
      expect(ran.stderr).toMatch(
        /中断しました。[\d,]+か所、big\.jsonlの\d+行目まで確かめました。同じ指定に--resumeを付けると、続きから再開できます。\n$/,
      )
      said.push(ran.stderr)
      expect(Object.keys(ran.files)).toContain('out.jsonl.checkpoint')
      files = ran.files
    }
    const last = await runWith([...ARGV, '--resume'], files)
    expect(last.files['out.jsonl']).toBe(whole.files['out.jsonl'])
    expect(last.code).toBe(whole.code)
    expect(Object.keys(last.files)).not.toContain('out.jsonl.checkpoint')
    // Each broken line was named exactly once over all the runs.
    const faults = [...said, last.stderr].join('').match(/big\.jsonl:\d+: JSON/g)
    expect(faults).toEqual([500, 1000, 1500, 2000, 2500, 3000].map((line) => `big.jsonl:${line}: JSON`))
  })

  it('goes on after a run that was killed between a checkpoint and its next one', async () => {
    const whole = await runWith(ARGV, { 'big.jsonl': EXPORT })
    const { files } = await runWith(ARGV, { 'big.jsonl': EXPORT }, interruptedAt('m1900'))
    // What was written behind the checkpoint is written again.
    const killed = { ...files, 'out.jsonl': `${files['out.jsonl']}{"id":"half` }
    expect((await runWith([...ARGV, '--resume'], killed)).files['out.jsonl']).toBe(whole.files['out.jsonl'])
  })

  it('begins at the beginning where there is no checkpoint', async () => {
    const { files, code } = await runWith([...ARGV, '--resume'], { 'big.jsonl': EXPORT })
    expect(String(files['out.jsonl']).split('\n')).toHaveLength(2995)
    expect(code).toBe(2)
  })

  it.each<[string, (files: Record<string, string | Uint8Array>) => void, string]>([
    [
      'other inputs',
      (files) => (files['big.jsonl'] += '{}\n'),
      '入力、オプション、規則のどれかが前回と違います。',
    ],
    [
      'an input that was edited and is as long as before',
      (files) => (files['big.jsonl'] = EXPORT.replace('こんにちは', 'さようなら')),
      '入力、オプション、規則のどれかが前回と違います。',
    ],
    [
      'an output that lost lines',
      (files) => (files['out.jsonl'] = ''),
      '前回の出力が見つからないか、短くなっています。',
    ],
    ['a broken checkpoint', (files) => (files['out.jsonl.checkpoint'] = '{'), '再開の記録が壊れています。'],
  ])('is not resumed with %s', async (_, change, said) => {
    const { files } = await runWith(ARGV, { 'big.jsonl': EXPORT }, interruptedAt('m700'))
    const changed = { ...files }
    change(changed)
    const { code, stderr } = await runWith([...ARGV, '--resume'], changed)
    expect(code).toBe(2)
    expect(stderr).toContain(said)
  })

  it.each([
    ['no output', ['lint', '--resume', 'big.jsonl'], '--resume goes with --output'],
    [
      'a format that is one document',
      ['lint', '--resume', '-f', 'json', '-o', 'x', 'big.jsonl'],
      '--resume works for JSONL',
    ],
  ])('cannot be resumed with %s', async (_, argv, said) => {
    const { code, stderr } = await runWith(argv, { 'big.jsonl': EXPORT })
    expect(code).toBe(2)
    expect(stderr).toContain(said)
  })

  it('closes the document of other formats', async () => {
    const { stdout, code } = await runWith(
      ['lint', '-f', 'json', 'big.jsonl'],
      { 'big.jsonl': EXPORT },
      interruptedAt('m700'),
    )
    expect(code).toBe(130)
    const { results } = JSON.parse(stdout)
    expect(results.length).toBeGreaterThan(600)
    expect(results.length).toBeLessThan(2900)
  })
})
