/** Findings and links that somebody has looked at hold nothing up, and are listed. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { runWith } from '../memory-io.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const TEXT = '詳しくはLINEで話しませんか'
const submission = (text: string) => JSON.stringify({ marketplace: 'coconala', text })
const accept = (entries: readonly object[]) => JSON.stringify({ accepted: entries })

const lint = (argv: readonly string[], files: Readonly<Record<string, string>>) =>
  runWith(['lint', '-f', 'jsonl', ...argv], files)

/** What the fake linter of the command line's tests finds in the text. */
const found = async (text: string) => {
  const { stdout } = await lint(['a.jsonl'], { 'a.jsonl': submission(text) })
  return JSON.parse(stdout) as { verdict: string; findings: { rule: string; excerpt: string }[] }
}

describe('--accept', () => {
  test('takes a finding out of the verdict and lists it with name and date', async () => {
    const { findings, verdict } = await found(TEXT)
    expect([findings.length > 0, verdict]).toEqual([true, 'block'])
    const { rule, excerpt } = findings[0]!
    const entries = findings.map((one) => ({
      text: sha256(TEXT),
      rule: one.rule,
      by: '佐藤',
      at: '2026-11-30',
      why: '見本の文',
    }))
    const { stdout, stderr, code } = await lint(['--accept', 'ok.json', 'a.jsonl'], {
      'a.jsonl': submission(TEXT),
      'ok.json': accept(entries),
    })
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'allow',
      findings: [],
      accepted: [{ rule, excerpt, by: '佐藤', at: '2026-11-30', why: '見本の文' }],
    })
    expect(stderr).toContain(`確認済み: 「${excerpt}」 ${rule} (佐藤、2026-11-30、見本の文)`)
    expect(code).toBe(0)
  })

  test.each([
    ['the text has changed', sha256(`${TEXT}。`), undefined],
    ['another rule was meant', sha256(TEXT), 'other/rule'],
  ])('does nothing where %s', async (_, text, other) => {
    const { findings } = await found(TEXT)
    const { stdout, code } = await lint(['--accept', 'ok.json', 'a.jsonl'], {
      'a.jsonl': submission(TEXT),
      'ok.json': accept([{ text, rule: other ?? findings[0]!.rule }]),
    })
    expect(JSON.parse(stdout)).not.toHaveProperty('accepted')
    expect(code).toBe(1)
  })

  test('lets a link that nobody could look behind stand, by its address', async () => {
    const account = JSON.stringify({
      marketplace: 'coconala',
      portfolio: [{ title: '動画', links: [{ url: 'https://youtu.be/dQw4w9WgXcQ' }] }],
    })
    const before = await lint(['a.json'], { 'a.json': account })
    expect(before.code).toBe(1)
    const link = sha256('https://youtu.be/dQw4w9WgXcQ')
    const after = await lint(['--accept', 'ok.json', 'a.json'], {
      'a.json': account,
      'ok.json': accept([{ link, by: '佐藤', at: '2026-11-30' }]),
    })
    expect(after.code).toBe(0)
    expect(after.stderr).toContain('確認済み: https://youtu.be/dQw4w9WgXcQ (佐藤、2026-11-30)')
    const audited = await runWith(['audit', '--accept', 'ok.json', 'a.json'], {
      'a.json': account,
      'ok.json': accept([{ link, by: '佐藤', at: '2026-11-30' }]),
    })
    expect(audited.stdout).toContain('確認済み: https://youtu.be/dQw4w9WgXcQ')
  })

  test.each([
    ['is not there', undefined, 'no such file'],
    ['is no JSON', '{', 'is no JSON'],
    ['has a text in place of a digest', accept([{ text: TEXT, rule: 'a/b' }]), 'accepted.0'],
  ])('a file that %s stops the run', async (_, content, says) => {
    const { stderr, code } = await lint(['--accept', 'ok.json', 'a.jsonl'], {
      'a.jsonl': submission(TEXT),
      ...(content === undefined ? {} : { 'ok.json': content }),
    })
    expect(stderr).toContain(says)
    expect(stderr).not.toContain(TEXT)
    expect(code).toBe(2)
  })
})

describe('--baseline', () => {
  test('what was there counts no more; what is new does, and what came twice counts once', async () => {
    const first = await lint(['--baseline', 'base.json', '--update-baseline', 'a.jsonl'], {
      'a.jsonl': submission(TEXT),
    })
    expect(first.code).toBe(1)
    const baseline = String(first.files['base.json'])
    expect(baseline).not.toContain('LINE')
    const later = (lines: readonly string[]) =>
      lint(['--baseline', 'base.json', 'a.jsonl'], { 'a.jsonl': lines.join('\n'), 'base.json': baseline })
    expect((await later([submission(`前書き。${TEXT}`)])).code).toBe(0)
    expect((await later([submission(TEXT), submission(TEXT)])).code).toBe(1)
    expect((await later([submission('今日は晴れです。')])).code).toBe(0)
  })

  test('belongs to its file', async () => {
    const first = await lint(['--baseline', 'base.json', '--update-baseline', 'a.jsonl'], {
      'a.jsonl': submission(TEXT),
    })
    const { code } = await lint(['--baseline', 'base.json', 'b.jsonl'], {
      'b.jsonl': submission(TEXT),
      'base.json': String(first.files['base.json']),
    })
    expect(code).toBe(1)
  })

  test.each([
    [['--update-baseline', 'a.jsonl'], '--update-baseline goes with --baseline'],
    [['--baseline', 'b.json', '-o', 'o', '--resume', 'a.jsonl'], '--baseline needs a whole run'],
  ])('%j is refused', async (argv, says) => {
    const { stderr, code } = await lint(argv, { 'a.jsonl': submission(TEXT) })
    expect(stderr).toContain(says)
    expect(code).toBe(2)
  })
})
