import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type FirstLook, type LookOutcome, scoreOnce } from '../../src/tools/score-once.ts'
import { FAKE_WORDS, fakeLinter, ioOver } from '../cli/memory-io.ts'

const line = (text: string, verdict: string, findings: object[] = []) =>
  JSON.stringify({ marketplace: 'coconala', text, expect: { verdict, findings } })
const LABELLED = [
  line('LINEで話しませんか', 'block', [{ category: 'contact.messenger', excerpt: 'LINEで話しませんか' }]),
  line('いつもの方法で', 'block', [{ category: 'contact.exchange', excerpt: 'いつもの方法で' }]),
  line('こんにちは', 'allow'),
  '',
].join('\n')
const DIGEST = createHash('sha256').update(LABELLED).digest('hex')
const WORDS = [
  ...FAKE_WORDS,
  { words: 'いつもの', category: 'contact.exchange', action: 'block', doubt: true },
] as const

const look = async (
  given: Record<string, string>,
  more: Partial<FirstLook> = {},
): Promise<{ outcome: LookOutcome; ledger: string | undefined }> => {
  const { io, files } = ioOver(given, {
    loadEngine: async () => ({ linter: fakeLinter(WORDS), threadFacts: () => [] }),
  })
  const asked = { file: 'sets/fresh.jsonl', ledger: 'looks.md', day: '2026-11-30', rules: 'abc', ...more }
  return { outcome: await scoreOnce(asked, io), ledger: files['looks.md'] as string | undefined }
}

describe('a first look', () => {
  it('writes the figures down beside the digest, and no text', async () => {
    const { outcome, ledger } = await look({ 'sets/fresh.jsonl': LABELLED })
    const row = `| 2026-11-30 | fresh.jsonl | ${DIGEST} | abc | 3 | 0.500 (1 of 2) | 0.500 (1 of 2) | 1.000 (2 of 2) | 0.000 (0 of 1) | 0.000 (0 of 1) | 1.000 (1 of 1) | – | – |\n`
    expect(outcome).toEqual({ row })
    expect(ledger?.startsWith('# First looks\n')).toBe(true)
    expect(ledger?.endsWith(row)).toBe(true)
    expect(ledger).not.toMatch(/話し|いつもの/)
  })

  it('adds its row to those that stand there', async () => {
    const { ledger } = await look({ 'sets/fresh.jsonl': LABELLED, 'looks.md': '# First looks\n| old |\n' })
    expect(ledger).toMatch(/^# First looks\n\| old \|\n\| 2026-11-30 \|.*\|\n$/)
  })

  it.each([
    [
      'that was looked at before',
      { 'sets/fresh.jsonl': LABELLED, 'looks.md': `| ${DIGEST} |\n` },
      'looked at before',
    ],
    ['with a broken line', { 'sets/fresh.jsonl': `${LABELLED}{`, 'looks.md': '' }, 'cannot be scored'],
    ['without labels', { 'sets/fresh.jsonl': '{"text":"あ"}', 'looks.md': '' }, 'has no labels'],
    ['that is not there', { 'looks.md': '' }, 'no such file'],
  ])('refuses a file %s, and writes nothing', async (_, given: Record<string, string>, says) => {
    const { outcome, ledger } = await look(given)
    expect(outcome).toEqual({ refused: expect.stringContaining(says) })
    expect(ledger).toBe(given['looks.md'])
  })
})
