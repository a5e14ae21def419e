import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../../src/core/contract/explanation.ts'
import { ruleSpecSchema } from '../../../src/core/rules/rule-spec.ts'
import { fakeLinter, runWith } from '../memory-io.ts'

const rule = ruleSpecSchema.parse({
  id: 'no-messenger',
  category: 'contact.messenger',
  says: '外部での連絡です。',
  detect: { kind: 'phrase' },
  examples: {
    flags: ['詳しくは[[LINEで話しませんか]]。'],
    allows: ['はい。LINEで話しませんか', 'スタンプです。'],
  },
})

/** Names LINE wherever it stands in capitals, and flags it only so. */
const explain = (text: string): Explanation => {
  const start = text.indexOf('LINE')
  const line = {
    service: 'line',
    name: 'LINE',
    capability: 'messenger',
    form: 'name',
    certainty: 'sure' as const,
    span: { start, end: start + 4 },
    steps: [],
  }
  return { views: [], tokens: [], sentences: [], statements: [], mentions: start < 0 ? [] : [line], data: [] }
}

const engine = {
  linter: {
    ...fakeLinter(),
    packs: [
      { digest: '', spec: { kind: 'common' as const, id: 'own', version: '1', title: 'own', rules: [rule] } },
    ],
    explain,
  },
  threadFacts: () => [],
}
const withEngine = { loadEngine: async () => engine }

describe('sekisho fuzz', () => {
  it('prints what gets past, family by family', async () => {
    const { code, stdout } = await runWith(['fuzz', '--family', 'E31', '--pairs', '0'], {}, withEngine)
    expect(code).toBe(0)
    expect(stdout).toContain('E31 dots between         0.000 (0/1)  詳しくはL.I.N.Eで話しませんか。')
  })

  it('tries a family alone with its variants, or a variant alone', async () => {
    const { stdout } = await runWith(['fuzz', '--family', 'E31b', '--pairs', '0', '--json'], {}, withEngine)
    expect(JSON.parse(stdout).families.map(({ id }: { id: string }) => id)).toEqual(['E31b'])
  })

  it('says the same for the same seed', async () => {
    const argv = ['fuzz', '--seed', '5', '--pairs', '40', '--json']
    const [one, two] = [await runWith(argv, {}, withEngine), await runWith(argv, {}, withEngine)]
    expect(one.stdout).toBe(two.stdout)
  })

  it.each([
    ['an unknown family', ['fuzz', '--family', 'E99'], "there is no family 'E99'"],
    ['a seed that is none', ['fuzz', '--seed', 'x'], 'must be a whole number'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, stderr } = await runWith(argv, {}, withEngine)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
