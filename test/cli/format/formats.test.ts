import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { parse as parseJunit } from 'junit2json'
import { describe, expect, it } from 'vitest'
import { uriOf } from '../../../src/cli/format/sarif.ts'
import { FAKE_WORDS, fakeLinter, runWith } from '../memory-io.ts'

const FILES = {
  'messages.jsonl': [
    JSON.stringify({ id: 'm<1>', marketplace: 'coconala', text: 'LINEで話しませんか\u0007\ud800' }),
    JSON.stringify({ id: 'm2', marketplace: 'coconala', text: 'こんにちは' }),
    '{',
  ].join('\n'),
  '作品/a b.txt': 'あ😀\nたぶん、a@example.org',
  'account.json': JSON.stringify(
    {
      marketplace: 'coconala',
      portfolio: [{ title: 'たぶん', links: [{ url: 'https://youtu.be/dQw4w9WgXcQ' }] }],
    },
    null,
    2,
  ),
  'table.csv': 'タイトル,説明\nあ,"一\n=たぶん"\n',
  'talk.json': JSON.stringify({
    marketplace: 'coconala',
    purchasedAt: '2026-06-01',
    messages: [{ id: 'x', role: 'seller', sentAt: '2026-06-01', text: '了解しました' }],
  }),
}
const FACT = {
  category: 'thread.late_first_contact',
  action: 'warn',
  rule: 'thread/late-first-contact',
  messages: ['x'],
  says: '遅いです。',
  why: '理由です。',
  instead: '早く。',
} as const

const run = (format: string, ...more: string[]) =>
  runWith(['lint', '-m', 'coconala', '-f', format, ...more, ...Object.keys(FILES)], FILES, {
    loadEngine: async () => ({ linter: fakeLinter(FAKE_WORDS), threadFacts: () => [FACT] }),
  })

describe('--format sarif', () => {
  const sarif = async () => JSON.parse((await run('sarif')).stdout)

  it('is valid by the schema of SARIF 2.1.0', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync('test/fixtures/schemas/sarif-2.1.0.json', 'utf8')))
    validate(await sarif())
    expect(validate.errors).toBeNull()
    validate(
      JSON.parse(
        (await runWith(['lint', '-m', 'coconala', '-f', 'sarif', 'x.txt'], { 'x.txt': 'a' })).stdout,
      ),
    )
    expect(validate.errors).toBeNull()
  })

  it('has the words’ place in UTF-16 columns, and rules that the results lead to', async () => {
    const [{ results, tool, invocations, columnKind }] = (await sarif()).runs
    expect(columnKind).toBe('utf16CodeUnits')
    const mail = results.find(
      (one: { properties: { excerpt: string } }) => one.properties.excerpt === 'a@example.org',
    )
    expect(mail.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E4%BD%9C%E5%93%81/a%20b.txt' },
      region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 18, snippet: { text: 'a@example.org' } },
    })
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'warning',
      'error',
      'warning',
      'warning',
      'warning',
      'note',
      'warning',
    ])
    expect(invocations[0].executionSuccessful).toBe(false)
    expect(invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation.region.startLine).toBe(
      3,
    )
  })

  it.each([
    ['a/b.json', 'a/b.json'],
    ['/a/あ.json', 'file:///a/%E3%81%82.json'],
    ['C:\\a b.json', 'file:///C:/a%20b.json'],
    ['-', 'stdin'],
  ])('writes the file %s as %s', (file, uri) => {
    expect(uriOf(file)).toBe(uri)
  })
})

describe('--format junit', () => {
  it('is read by a parser of JUnit as it was meant', async () => {
    const read = await parseJunit((await run('junit')).stdout)
    const suites = 'testsuite' in read! ? (read.testsuite ?? []) : []
    expect(
      suites.map(({ name, tests, failures, errors, skipped, testcase }) => ({
        name,
        counts: [tests, failures, errors, skipped],
        cases: (testcase ?? []).map((one) => one.name),
      })),
    ).toEqual([
      { name: 'messages.jsonl', counts: [3, 1, 1, 0], cases: ['m<1> (1行目)', '3行目'] },
      { name: '作品/a b.txt', counts: [1, 1, 0, 0], cases: ['作品/a b.txt'] },
      {
        name: 'account.json',
        counts: [3, 0, 0, 1],
        cases: ['portfolio[0].title', 'portfolio[0].links[0].url'],
      },
      { name: 'table.csv', counts: [2, 0, 0, 0], cases: ['description (2行目)'] },
      { name: 'talk.json', counts: [2, 0, 0, 0], cases: ['messages[0].text', 'thread'] },
    ])
  })

  it('fails from the verdict on that fails the run', async () => {
    const count = (xml: string) => xml.split('<failure').length - 1
    expect(count((await run('junit', '--fail-on', 'warn')).stdout)).toBe(5)
    expect(count((await run('junit', '--fail-on', 'block')).stdout)).toBe(1)
  })

  it('has no character that XML cannot have', async () => {
    expect((await run('junit')).stdout).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])/,
    )
  })
})

describe('--format github', () => {
  it('is one command a finding, with file, line and column', async () => {
    const { stdout } = await run('github')
    expect(stdout.trimEnd().split('\n')).toEqual([
      '::error file=messages.jsonl,line=1,endLine=1,title=fake/no-contact-messenger::「LINEで話しませんか」 contact.messengerです。 代わりに: 言い換えです。',
      '::error file=messages.jsonl,line=3,title=sekisho::JSONとして読めません。1行に1件のJSONにしてください。',
      '::warning file=作品/a b.txt,line=2,endLine=2,col=1,endColumn=4,title=fake/no-tone-unsure::「たぶん」 tone.unsureです。 代わりに: 言い換えです。',
      '::error file=作品/a b.txt,line=2,endLine=2,col=5,endColumn=18,title=fake/no-contact-email::「a@example.org」 contact.emailです。 代わりに: 言い換えです。',
      '::warning file=account.json,line=5,endLine=5,title=fake/no-tone-unsure::portfolio[0].title: 「たぶん」 tone.unsureです。 代わりに: 言い換えです。',
      '::warning file=account.json,title=sekisho/not-looked-at::portfolio[0].links[0].url: 動画の情報がないため、タイトルと説明文を確かめていません。 https://youtu.be/dQw4w9WgXcQ',
      '::warning file=table.csv,line=3,endLine=3,title=fake/no-tone-unsure::description: 「たぶん」 tone.unsureです。 代わりに: 言い換えです。',
      '::notice file=talk.json,line=1,endLine=1,title=fake/no-tone-business-misuse::messages[0].text: 「了解しました」 tone.business_misuseです。 代わりに: 言い換えです。',
      '::warning file=talk.json,title=thread/late-first-contact::遅いです。 x',
    ])
  })

  it('cannot be ended early by what a message says', async () => {
    const { stdout } = await runWith(
      ['lint', '-m', 'coconala', '-f', 'github', 'x.txt'],
      { 'x.txt': 'a\nb' },
      {
        loadEngine: async () => ({
          linter: fakeLinter([{ words: 'a\nb', category: 'tone.casual', action: 'warn' }]),
          threadFacts: () => [],
        }),
      },
    )
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stdout).toContain('「a%0Ab」')
  })
})

describe('--format csv', () => {
  it('has a byte order mark, CRLF, and one row a finding', async () => {
    const { stdout } = await run('csv')
    expect(stdout.startsWith('\uFEFFファイル,場所,')).toBe(true)
    expect(stdout.split('\r\n').at(-1)).toBe('')
    const rows = parse(stdout, { bom: true, columns: true }) as Record<string, string>[]
    expect(
      rows.map((row) => [row.ファイル, row.場所, row.行番号, row.データの行, row.列, row.判定, row.該当箇所]),
    ).toEqual([
      ['messages.jsonl', 'text', '1', '', '', '不可', 'LINEで話しませんか'],
      ['作品/a b.txt', 'text', '2', '', '', '注意', 'たぶん'],
      ['作品/a b.txt', 'text', '2', '', '', '要審査', 'a@example.org'],
      ['account.json', 'portfolio[0].title', '5', '', '', '注意', 'たぶん'],
      ['account.json', 'portfolio[0].links[0].url', '', '', '', '未確認', 'https://youtu.be/dQw4w9WgXcQ'],
      ['table.csv', 'description', '3', '1', '説明', '注意', 'たぶん'],
      ['talk.json', 'messages[0].text', '1', '', '', '参考', '了解しました'],
      ['talk.json', 'thread', '', '', '', '注意', ''],
    ])
  })

  it('never lets a message calculate in a spreadsheet', async () => {
    const words = [{ words: '=1+1', category: 'tone.casual', action: 'warn' as const }]
    const { stdout } = await runWith(
      ['lint', '-m', 'coconala', '-f', 'csv', 'x.txt'],
      { 'x.txt': '=1+1' },
      {
        loadEngine: async () => ({ linter: fakeLinter(words), threadFacts: () => [] }),
      },
    )
    expect(stdout).toContain(",'=1+1,")
  })
})

describe('--format html', () => {
  it('is one page that asks nobody for anything and shows text as text', async () => {
    const evil = '<img src=x onerror=alert(1)>たぶん</script>'
    const { stdout } = await runWith(['lint', '-m', 'coconala', '-f', 'html', 'x.txt'], { 'x.txt': evil })
    expect(stdout).toContain('&lt;img src=x onerror=alert(1)&gt;<mark>たぶん</mark>&lt;/script&gt;')
    expect(stdout).not.toMatch(/<script|<img|<link|<[^>]+src=|@import|url\(/)
  })
})

describe('what is not certain', () => {
  const WORDS = [
    { words: 'LINEで', category: 'contact.messenger', action: 'review', confidence: 'likely' },
    { words: 'そちらで', category: 'contact.exchange', action: 'warn', confidence: 'possible' },
    { words: 'いつもの', category: 'contact.exchange', action: 'block', doubt: true },
  ] as const
  const TEXT = 'LINEで\nそちらで\nいつもの'
  const over = async (command: string, ...more: string[]) => {
    const { stdout } = await runWith(
      [command, '-m', 'coconala', ...more, 'x.txt'],
      { 'x.txt': TEXT },
      {
        loadEngine: async () => ({ linter: fakeLinter(WORDS), threadFacts: () => [] }),
      },
    )
    return stdout
  }

  it('stands in JSON as the report has it', async () => {
    const { results, summary } = JSON.parse(await over('lint', '-f', 'json'))
    expect(results[0].findings.map(({ confidence }: { confidence: string }) => confidence)).toEqual([
      'likely',
      'possible',
    ])
    expect(results[0].doubts).toEqual([
      {
        category: 'contact.exchange',
        span: { start: 11, end: 15 },
        excerpt: 'いつもの',
        reason: '読めません。',
      },
    ])
    expect(summary.doubts).toBe(1)
  })

  it('is a property of a SARIF result, and a doubt one that is open', async () => {
    const sarif = JSON.parse(await over('lint', '-f', 'sarif'))
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync('test/fixtures/schemas/sarif-2.1.0.json', 'utf8')))
    validate(sarif)
    expect(validate.errors).toBeNull()
    const [{ results, tool }] = sarif.runs
    expect(
      results.map(({ ruleId, kind, level, properties }: Record<string, { confidence?: string }>) => [
        ruleId,
        kind,
        level,
        properties?.confidence,
      ]),
    ).toEqual([
      ['fake/no-contact-messenger', undefined, 'error', 'likely'],
      ['fake/no-contact-exchange', undefined, 'warning', 'possible'],
      ['sekisho/doubt', 'open', 'none', undefined],
    ])
    expect(results[2].locations[0].physicalLocation.region).toMatchObject({ startLine: 3, startColumn: 1 })
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('is a column of CSV, and a doubt a row', async () => {
    const rows = parse(await over('lint', '-f', 'csv'), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(rows.map((row) => [row.判定, row.確度, row.該当箇所, row.行番号])).toEqual([
      ['要審査', 'おそらく', 'LINEで', '1'],
      ['注意', 'もしかすると', 'そちらで', '2'],
      ['判断保留', '', 'いつもの', '3'],
    ])
  })

  it('is said in JUnit', async () => {
    const xml = await over('lint', '-f', 'junit')
    expect(xml).toContain('要審査(おそらく) 「LINEで」')
    expect(xml).toContain('判断保留 「いつもの」 contact.exchange 読めません。')
  })

  it('annotates with its confidence, and a doubt for who debugs only', async () => {
    expect((await over('lint', '-f', 'github')).trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^::error .*::「LINEで」 \(おそらく\)contact\.messengerです。/),
      expect.stringMatching(/^::warning .*::「そちらで」 \(もしかすると\)contact\.exchangeです。/),
      '::debug::x.txt: text: 「いつもの」 contact.exchange 読めません。',
    ])
  })

  it('is said on a terminal; doubts only with --all', async () => {
    const quiet = await over('lint', '-f', 'pretty')
    expect(quiet).toContain('要審査(おそらく) contact.messengerです。')
    expect(quiet).not.toContain('いつもの')
    const all = await over('lint', '-f', 'pretty', '--all')
    expect(all).toContain('? 判断保留 読めません。 contact.exchange')
    expect(all).toContain('判断保留 1件')
  })

  it('asks an account’s owner kindly, and says nothing of doubts', async () => {
    const page = await over('audit')
    expect(page).toContain('もしかして、contact.exchangeでしょうか。違っていれば、このままで大丈夫です。')
    expect(page).not.toContain('いつもの')
  })

  it('shows doubts on the page for who decides on rules', async () => {
    const page = await over('lint', '-f', 'html')
    expect(page).toContain('<span class="sure">おそらく</span>')
    expect(page).toContain('規則では判断できなかったところ(1件)')
    expect(page).toContain('<mark>いつもの</mark>')
  })
})

describe('every format', () => {
  it.each(['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'csv', 'html'])(
    '%s goes to a file with --output',
    async (format) => {
      const { stdout, files } = await run(format, '--output', 'out')
      expect(stdout).toBe('')
      expect(files.out).toBe((await run(format)).stdout)
    },
  )
})
