/** Help and faults in the reader's language. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { faultInJapanese } from '../../src/cli/words/faults-in-japanese.ts'
import { speaksJapanese } from '../../src/cli/words/speak-japanese.ts'
import { runWith } from './memory-io.ts'

const japanese = { env: (name: string) => (name === 'LANG' ? 'ja_JP.UTF-8' : undefined) }
const COMMANDS = [
  [],
  ['lint'],
  ['audit'],
  ['diff'],
  ['rules'],
  ['rules', 'check'],
  ['rules', 'list'],
  ['rules', 'new'],
  ['rules', 'try'],
  ['explain'],
  ['eval'],
  ['ask'],
  ['fuzz'],
  ['serve'],
  ['keys'],
  ['keys', 'new'],
  ['mcp'],
  ['verify'],
]

describe('the language is the system’s', () => {
  test.each([
    ['Japanese by LANG', { LANG: 'ja_JP.UTF-8' }, 'en', true],
    ['LC_ALL before LANG', { LC_ALL: 'en_GB.UTF-8', LANG: 'ja_JP.UTF-8' }, 'ja-JP', false],
    ['the program’s own variable before all', { SEKISHO_LANG: 'ja', LC_ALL: 'C' }, 'en', true],
    ['no words for a plain machine', { LANG: 'C' }, 'ja-JP', false],
    ['the locale where nothing is said', {}, 'ja-JP', true],
    ['not Javanese', { LANG: 'jav' }, 'en', false],
  ])('%s', (_, variables: Record<string, string>, locale, expected) => {
    expect(speaksJapanese({ env: (name) => variables[name], locale })).toBe(expected)
  })
})

describe('help', () => {
  test.each(COMMANDS.map((command) => [command.join(' ') || 'sekisho', command]))(
    'of %s has no English left',
    async (_, command) => {
      const { code, stdout } = await runWith([...command, '--help'], {}, japanese)
      expect(code).toBe(0)
      expect(stdout).toContain('使い方:')
      // Names of options, values and formats stay; two English words beside each other are a sentence.
      const prose = stdout
        .split('\n')
        .filter((line) => !line.startsWith('使い方:'))
        .map((line) =>
          line
            .replace(/^ {2}\S.*? {2,}/, '')
            .replace(/`[^`]*`|https?:\S+|\{.*\}|YouTube Data API v3|Model Context Protocol/g, ''),
        )
      expect(prose.filter((line) => /[a-z]{2,} [a-z]{2,}/.test(line))).toEqual([])
    },
  )

  test('is English elsewhere', async () => {
    const { stdout } = await runWith(['lint', '--help'])
    expect(stdout).toContain('Usage:')
    expect(stdout).toContain('who writes')
  })
})

describe('faults', () => {
  test.each([
    ['an option that is none', ['lint', '--nothing', 'a.txt'], "'--nothing'というオプションはありません。"],
    ['a slip in an option', ['lint', '--chanel', 'message', 'a.txt'], '(--channelでしょうか)'],
    ['a value that is none', ['lint', '-c', 'letter', 'a.txt'], "に'letter'は使えません。使えるのは message"],
    ['a number that is none', ['lint', '-j', '0', 'a.txt'], '1から256までの整数を書いてください。'],
    ['no input', ['lint'], "引数'input'がありません。"],
    ['a command that is none', ['lnt'], "'lnt'というコマンドはありません。"],
    [
      'an unknown marketplace',
      ['lint', '-m', 'nowhere', 'a.txt'],
      "sekisho: 'nowhere'というマーケットはありません。使えるのは coconala",
    ],
    ['options that go together', ['lint', '--dry-run', 'a.txt'], 'sekisho: --dry-runは--fixと共に使います。'],
    ['a file that is there', ['rules', 'new', 'a.yaml'], 'sekisho: a.yaml: すでにあります。'],
  ])('%s', async (_, argv, says) => {
    const { code, stderr } = await runWith(argv, { 'a.txt': 'a', 'a.yaml': '' }, japanese)
    expect(code).toBe(2)
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/error:|[a-z]{2,} [a-z]{2,}/)
  })

  test('every fault that the code can say has Japanese words', () => {
    const sources = globSync('src/cli/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const said = sources.flatMap((source) =>
      [...source.matchAll(/new (?:UsageError|InvalidArgumentError)\(\s*(['`])(.*?)\1,?\s*\)/g)].map(
        ([, , text]) => text!.replace(/\$\{[^}]*\}/g, '7'),
      ),
    )
    expect(said.length).toBeGreaterThan(25)
    expect(
      said.filter((text) =>
        /[a-z]{2,} [a-z]{2,}/.test(faultInJapanese(text.replaceAll('\\n', ' ').replace(/\\`[^`]*`/g, ''))),
      ),
    ).toEqual([])
  })
})
