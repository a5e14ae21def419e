import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testLoader } from '../../support/linter.ts'
import { runWith } from '../memory-io.ts'

const folder = mkdtempSync(join(tmpdir(), 'sekisho-new-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('rules new', () => {
  it('writes a pack whose examples pass, and says what comes next', async () => {
    const argv = ['rules', 'new', 'my/rules/common-fortune.yaml', '--category', 'contact.call']
    const { code, stdout, files } = await runWith(argv)
    expect(code).toBe(0)
    expect(stdout).toContain('rules check')
    const pack = files['my/rules/common-fortune.yaml'] as string
    expect(pack.split('\n')[0]).toBe('# yaml-language-server: $schema=../dist/schemas/pack.json')

    for (const part of ['rules', 'dictionaries']) cpSync(part, join(folder, part), { recursive: true })
    writeFileSync(join(folder, 'rules/common-fortune.yaml'), pack)
    const { packs } = testLoader().fromRules(folder).linter
    const { spec } = packs.find(({ spec }) => spec.id === 'common-fortune')!
    expect(spec.rules.map(({ id, category, stage }) => ({ id, category, stage }))).toEqual([
      { id: 'no-example', category: 'contact.call', stage: 'trial' },
    ])
  })

  it.each([
    ['a name that is no id', 'My Rules.yaml', 'kebab-case'],
    ['a file that is no YAML', 'rules/fortune.json', 'kebab-case'],
    ['a file that is there', 'rules/there.yaml', 'is there already'],
  ])('refuses %s, and writes nothing', async (_, file, says) => {
    const { code, stderr, files } = await runWith(['rules', 'new', file], { 'rules/there.yaml': 'mine' })
    expect(code).toBe(2)
    expect(stderr).toContain(says)
    expect(files).toEqual({ 'rules/there.yaml': 'mine' })
  })
})
