import { gzipSync } from 'node:zlib'
import Encoding from 'encoding-japanese'
import { describe, expect, it } from 'vitest'
import { docx, pdf } from '../../support/office-files.ts'
import { runWith } from '../memory-io.ts'

const submission = (text: string, more: object = {}) =>
  JSON.stringify({ marketplace: 'coconala', text, ...more })
const jsonl = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const inEncoding = (text: string, to: 'SJIS' | 'EUCJP') =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }))

describe('sekisho lint --format jsonl', () => {
  it('writes one report a submission, in order, as the linter gives it', async () => {
    const { code, stdout, stderr } = await runWith(['lint', '--format', 'jsonl', 'x.jsonl'], {
      'x.jsonl': [submission('LINEで話しませんか', { id: 'a' }), '', submission('こんにちは'), ''].join(
        '\r\n',
      ),
    })
    expect(stdout).toBe(
      '{"id":"a","verdict":"block","findings":[{"category":"contact.messenger","action":"block","confidence":"certain","rule":"fake/no-contact-messenger","span":{"start":0,"end":11},"excerpt":"LINEで話しませんか","says":"contact.messengerです。","why":"理由です。","instead":"言い換えです。"}],"doubts":[],"incomplete":[],"pack":{"id":"fake","version":"1","digest":"00"}}\n' +
        '{"verdict":"allow","findings":[],"doubts":[],"incomplete":[],"pack":{"id":"fake","version":"1","digest":"00"}}\n',
    )
    expect(stderr).toBe('')
    expect(code).toBe(1)
  })

  it('names broken lines with their numbers and goes on', async () => {
    const lines = [
      '{"text":',
      submission('LINEで話しませんか', { id: 'ok' }),
      '[]',
      '7',
      JSON.stringify({ marketplace: 'nowhere', text: 'a' }),
      JSON.stringify({ text: 'a' }),
      submission('a', { channel: 'letter' }),
      JSON.stringify({ marketplace: 'coconala', text: 5 }),
    ]
    const { code, stdout, stderr } = await runWith(
      ['lint', '--format', 'jsonl', '-'],
      { '-': lines.join('\n') },
      {},
    )
    expect(jsonl(stdout).map(({ id }) => id)).toEqual(['ok'])
    expect(stderr.split('\n').map((line) => line.slice(0, 4))).toEqual([
      '-:1:',
      '-:3:',
      '-:4:',
      '-:5:',
      '-:6:',
      '-:7:',
      '-:8:',
      '',
    ])
    expect(stderr).toContain(
      '-:6: marketplace: marketplaceがありません。行に書くか、--marketplaceで指定してください。',
    )
    expect(code).toBe(2)
  })

  it('takes the options for what a line does not say, and ignores the labels of others', async () => {
    const contexts: unknown[] = []
    const linter = {
      marketplaces: ['coconala', 'lancers'],
      packs: [],
      partsOf: () => [],
      lint: ({ text: _, ...context }: object & { text: string }) => {
        contexts.push(context)
        return { verdict: 'allow' as const, findings: [], doubts: [], incomplete: [] }
      },
    }
    const argv = [
      'lint',
      '-m',
      'coconala',
      '-c',
      'talkroom',
      '--role',
      'buyer',
      '--recipient',
      '藤井',
      'x.jsonl',
    ]
    await runWith(
      argv,
      {
        'x.jsonl':
          '{"text":"a","src":"x","expect":{}}\n{"text":"b","marketplace":"lancers","channel":"message"}',
      },
      { loadEngine: async () => ({ linter, threadFacts: () => [] }) },
    )
    const common = { role: 'buyer', recipientName: '藤井', history: [], approvals: [] }
    expect(contexts).toEqual([
      { marketplace: 'coconala', channel: 'talkroom', ...common },
      { marketplace: 'lancers', channel: 'message', ...common },
    ])
  })

  it('writes one line a field with findings, the facts of a talkroom, and a summary', async () => {
    const { stdout, stderr, code } = await runWith(
      ['lint', '-m', 'coconala', '-f', 'jsonl', 'a.json', 't.json'],
      {
        'a.json': JSON.stringify({
          profile: { bio: 'こんにちは', skills: ['たぶん'] },
          services: [{ faq: [{ q: 'LINEは?', a: 'LINEで話しませんか' }] }],
          portfolio: [{ title: 'https://youtu.be/dQw4w9WgXcQ' }],
        }),
        't.json': JSON.stringify({
          messages: [{ id: 'm', role: 'seller', sentAt: '2026-06-01', text: '了解しました' }],
        }),
      },
    )
    expect(stderr).toBe('')
    expect(code).toBe(1)
    const lines = jsonl(stdout).map(({ findings, ...rest }) => ({
      ...rest,
      found:
        findings.length === undefined ? findings : findings.map((one: { excerpt: string }) => one.excerpt),
    }))
    expect(lines).toEqual([
      {
        file: 'a.json',
        path: 'profile.skills[0]',
        channel: 'profile',
        verdict: 'warn',
        found: ['たぶん'],
        doubts: [],
        incomplete: [],
      },
      {
        file: 'a.json',
        path: 'services[0].faq[0].a',
        channel: 'service',
        verdict: 'block',
        found: ['LINEで話しませんか'],
        doubts: [],
        incomplete: [],
      },
      {
        file: 'a.json',
        summary: true,
        verdict: 'block',
        fields: 5,
        found: { block: 1, review: 0, warn: 1, note: 0 },
        notLookedAt: [
          {
            path: 'portfolio[0].title',
            url: 'https://youtu.be/dQw4w9WgXcQ',
            code: 'no-metadata',
            says: '動画の情報がないため、タイトルと説明文を確かめていません。',
          },
        ],
      },
      {
        file: 't.json',
        path: 'messages[0].text',
        id: 'm',
        channel: 'talkroom',
        verdict: 'allow',
        found: ['了解しました'],
        doubts: [],
        incomplete: [],
      },
      { file: 't.json', path: 'thread', verdict: 'allow', found: [] },
      {
        file: 't.json',
        summary: true,
        verdict: 'allow',
        fields: 1,
        found: { block: 0, review: 0, warn: 0, note: 1 },
        notLookedAt: [
          {
            path: 'purchasedAt',
            code: 'no-time',
            says: '購入日時がないため、最初の連絡までの時間を確かめていません。',
          },
        ],
      },
    ])
  })
})

describe('sekisho lint of tables', () => {
  const TABLE =
    'タイトル,説明,備考\n"ロゴ\n一式",よろしく,\nチラシ,"一行目\n二行目 LINEで話しませんか",たぶん\n'
  const PLACES = [
    ['description', 2, '説明', 2, 5],
    ['備考', 2, '備考', 3, 5],
  ]
  it.each([
    ['UTF-8', TABLE],
    ['UTF-8 with a byte order mark', `\uFEFF${TABLE}`],
    ['Shift_JIS', inEncoding(TABLE, 'SJIS')],
    ['EUC-JP', inEncoding(TABLE, 'EUCJP')],
    ['CRLF', TABLE.replaceAll('\n', '\r\n')],
    ['gzip', gzipSync(TABLE)],
    ['UTF-16 of a spreadsheet', new Uint8Array(Buffer.from(`\uFEFF${TABLE}`, 'utf16le'))],
  ])('reads %s', async (_, content) => {
    const { stdout, stderr } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', 'x.csv'], {
      'x.csv': content,
    })
    expect(stderr).toBe('')
    const lines = jsonl(stdout)
    expect(
      lines
        .slice(0, -1)
        .map(({ path, row, column, columnIndex, findings }) => [
          path,
          row,
          column,
          columnIndex,
          findings[0].line,
        ]),
    ).toEqual(PLACES)
    expect(lines.at(-1)).toMatchObject({ summary: true, verdict: 'block', fields: 5 })
  })

  it('takes tabs, other people’s headers, and tables without any', async () => {
    const run = async (content: string, ...options: string[]) =>
      jsonl(
        (await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', ...options, 'x.tsv'], { 'x.tsv': content }))
          .stdout,
      )
    const mapped = await run('みだし\tせつめい\nあ\tたぶん\n', '--map', 'title=みだし,description=せつめい')
    expect(mapped[0]).toMatchObject({ path: 'description', row: 1, column: 'せつめい' })
    const headless = await run('あ\tたぶん\n')
    expect(headless[0]).toMatchObject({ path: '列2', row: 1, line: 1, column: '列2' })
  })

  it('names rows with too few or too many cells and quotes that never close, and reads on', async () => {
    const { code, stdout, stderr } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', 'x.csv'], {
      'x.csv': 'タイトル,説明\nあ\nい,う,たぶん\n"え,お\nか,LINEで話しませんか\n',
    })
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n')).toEqual([
      'x.csv:2: (1行目のデータ) 列が足りません(2列のはずが1列あります)。引用符と区切りを確かめてください。',
      'x.csv:3: (2行目のデータ) 列が多すぎます(2列のはずが3列あります)。引用符と区切りを確かめてください。',
      'x.csv:4: (3行目のデータ) 引用符(")が閉じていません。この行だけで読みました。閉じる引用符を足してください。',
      'x.csv:4: (3行目のデータ) 列が足りません(2列のはずが1列あります)。引用符と区切りを確かめてください。',
    ])
    expect(jsonl(stdout).map(({ row, path }) => [row, path])).toEqual([
      [2, '列3'],
      [4, 'description'],
      [undefined, undefined],
    ])
  })
})

describe('sekisho lint of broken input', () => {
  const broken = async (name: string, content: string | Uint8Array) => {
    const { code, stdout, stderr } = await runWith(
      ['lint', '-m', 'coconala', '-f', 'jsonl', name, 'good.txt'],
      {
        [name]: content,
        'good.txt': 'たぶん',
      },
    )
    expect(code).toBe(2)
    // The other files are still linted.
    expect(jsonl(stdout).at(-1)).toMatchObject({ id: 'good.txt', verdict: 'warn' })
    return { stderr, lines: jsonl(stdout).slice(0, -1) }
  }
  const MEGABYTES = 'あ'.repeat(1_700_000)

  it.each([
    ['an empty file', 'x.txt', '', 'x.txt: 空のファイルです。'],
    ['an empty table', 'x.csv', '\n', 'x.csv: 空のファイルです。'],
    ['an empty list of submissions', 'x.jsonl', '\n\n', 'x.jsonl: 空のファイルです。'],
    ['an empty account', 'x.json', ' ', 'x.json: 空のファイルです。'],
    [
      'a text of one line of megabytes',
      'x.txt',
      MEGABYTES.slice(0, 1_000_000),
      'x.txt:1: 1行が2.9 MiBあります',
    ],
    ['a file of megabytes', 'x.txt', MEGABYTES, 'x.txt: 4.0 MiBより大きい'],
    ['a line of megabytes', 'x.jsonl', `{"text":"${MEGABYTES}"}\n`, 'x.jsonl:1: 1行が4.9 MiBあります'],
    [
      'half of a gzip',
      'x.jsonl.gz',
      gzipSync(submission('a')).subarray(0, 30),
      'x.jsonl.gz: gzipとして読めません。',
    ],
    ['JSON of no known shape', 'x.json', '{"a":1}', 'x.json:1:1: 投稿、アカウント、'],
    ['a number', 'x.json', '7', 'x.json:1:1: 投稿、アカウント、'],
    [
      'an account of wrong types',
      'x.json',
      '{\n "profile": 7}',
      'x.json:2:13: profile: オブジェクト({ })ではありません。',
    ],
    [
      'a key twice',
      'x.json',
      '{"text":"LINEで話しませんか","text":"こんにちは"}',
      'x.json: 同じキーが二度ある',
    ],
    ['arrays in arrays in arrays', 'x.json', '['.repeat(100_000), 'x.json: 入れ子が深すぎて'],
  ])('%s', async (_, name, content, said) => {
    const { stderr } = await broken(name, content)
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('at ')
  })

  it('reads a truncated account up to where it breaks off', async () => {
    const whole = JSON.stringify(
      { profile: { bio: 'たぶん' }, services: [{ title: 'LINEで話しませんか' }] },
      null,
      1,
    )
    const { stderr, lines } = await broken('x.json', whole.slice(0, -20))
    expect(stderr).toMatch(/^x\.json:\d+:\d+: JSONが途中で切れています。/)
    expect(lines[0]).toMatchObject({ path: 'profile.bio', verdict: 'warn' })
    expect(lines.at(-1)).toMatchObject({ summary: true, faults: 1 })
  })

  it('names a file that the system refuses and reads the others', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'EACCES', syscall: 'open' })
    const argv = ['lint', '-m', 'coconala', '-f', 'jsonl', 'd', 'b.txt']
    const { code, stdout, stderr } = await runWith(argv, { 'd/a.txt': refused, 'b.txt': 'たぶん' })
    expect(stderr).toBe('d/a.txt: ファイルを開けません(EACCES)。権限と場所を確かめてください。\n')
    expect(jsonl(stdout).map(({ id }) => id)).toEqual(['b.txt'])
    expect(code).toBe(2)
  })

  it('names a folder that the system refuses and reads the others', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'EACCES', syscall: 'scandir' })
    const files = { 'd/closed/': refused, 'd/b.txt': 'たぶん' }
    const { code, stdout, stderr } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', 'd'], files)
    expect(stderr).toBe('d/closed/: ファイルを開けません(EACCES)。権限と場所を確かめてください。\n')
    expect(jsonl(stdout).map(({ id }) => id)).toEqual(['d/b.txt'])
    expect(code).toBe(2)
  })

  it('names an argument that stands for nothing and reads the others', async () => {
    const argv = ['lint', '-m', 'coconala', '-f', 'jsonl', 'none.txt', 'b.txt']
    const { code, stdout, stderr } = await runWith(argv, { 'b.txt': 'たぶん' })
    expect(stderr).toBe('none.txt: ファイルが見つかりません。名前と場所を確かめてください。\n')
    expect(jsonl(stdout).map(({ id }) => id)).toEqual(['b.txt'])
    expect(code).toBe(2)
  })

  it('never passes for clean', async () => {
    const { stdout } = await runWith(['lint', '-m', 'coconala', 'x.txt'], { 'x.txt': '' })
    expect(stdout).toBe('要審査: 1ファイル、0か所。読めなかったところ 1件。\n')
  })

  it('of pictures is told from text that hides behind NUL bytes', async () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe)
    const { code, stderr } = await runWith(['lint', '-m', 'coconala', 'x.png'], { 'x.png': picture })
    expect(stderr).toMatch(
      /^x\.png: 画像です。中の文章は、このままでは確かめられません。.*--attachments .*\n$/,
    )
    expect(code).toBe(2)
  })

  it.each([
    ['a PDF', 'x.pdf', pdf('LINE'), 'PDFです。'],
    ['a PDF by any name', 'x.txt', '%PDF-1.4\n%âãÏÓ\n1,0,obj\n2,0,obj\n', 'PDFです。'],
    ['of Word', 'x.docx', docx(['LINE']), 'WordなどのZIP形式のファイルです。'],
    ['a photograph', 'x.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x4a), '画像です。'],
  ])('%s is sent to where its words are read', async (_, name, content, says) => {
    const { code, stderr } = await runWith(['lint', '-m', 'coconala', name], { [name]: content })
    expect(stderr.startsWith(`${name}: ${says}`)).toBe(true)
    expect(stderr).toContain('sekisho audit')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })

  it('reads escaped NULs and lone surrogates as text; a NUL in the file itself is named too', async () => {
    const { code, stdout, stderr } = await runWith(
      ['lint', '-m', 'coconala', '-f', 'jsonl', 'x.jsonl', 'x.txt'],
      { 'x.jsonl': '{"text":"\\ud800\\u0000たぶん"}', 'x.txt': 'a\0たぶん' },
    )
    expect(code).toBe(2)
    expect(stderr).toBe('x.txt: 文字のファイルではないようです(画像など)。読めたところまで確かめました。\n')
    expect(jsonl(stdout).map(({ findings }) => findings[0].span)).toEqual([
      { start: 2, end: 5 },
      { start: 2, end: 5 },
    ])
  })

  it.each([
    ['a missing file', ['lint', 'none.txt'], 'sekisho: none.txt: no such file\n'],
    [
      'an unknown marketplace',
      ['lint', '-m', 'nowhere', 'x.txt'],
      "sekisho: unknown marketplace 'nowhere'; known: coconala, crowdworks, lancers\n",
    ],
    [
      'no marketplace',
      ['lint', 'x.txt'],
      'x.txt: どのマーケットの文章か分かりません。--marketplaceで指定してください。\n',
    ],
    [
      'an unknown format',
      ['lint', '-f', 'xml', 'x.txt'],
      "error: option '-f, --format <format>' argument 'xml' is invalid.",
    ],
    [
      'an unknown field to map',
      ['lint', '--map', 'x=y', 'x.txt'],
      "error: option '--map <field=header,…>' argument 'x=y' is invalid.",
    ],
  ])('%s is bad usage', async (_, argv, said) => {
    const { code, stderr } = await runWith(argv, { 'x.txt': 'a' })
    expect(code).toBe(2)
    expect(stderr.slice(0, said.length)).toBe(said)
  })
})

describe('sekisho lint', () => {
  it.each([
    ['warn', 'たぶん', 1],
    ['review', 'たぶん', 0],
    ['review', 'a@example.org', 1],
    ['block', 'a@example.org', 0],
    ['block', 'LINEで話しませんか', 1],
    ['warn', '了解しました', 0],
  ])('--fail-on %s of 「%s」 exits with %i', async (failOn, text, code) => {
    expect(
      (await runWith(['lint', '-m', 'coconala', '--fail-on', failOn, 'x.txt'], { 'x.txt': text })).code,
    ).toBe(code)
  })

  it('never writes its results over an input', async () => {
    const files = { 'd/a.txt': 'たぶん', 'd/out.jsonl': '' }
    const lintTo = (...inputs: string[]) =>
      runWith(['lint', '-m', 'coconala', '-f', 'jsonl', '-o', 'd/out.jsonl', ...inputs], files)
    const named = await lintTo('d/a.txt', 'd/out.jsonl')
    expect([named.code, named.files['d/out.jsonl']]).toEqual([2, ''])
    expect(named.stderr).toBe('sekisho: d/out.jsonl: the results would overwrite this input\n')
    const inFolder = await lintTo('d')
    expect(jsonl(inFolder.files['d/out.jsonl'] as string).map(({ id }) => id)).toEqual(['d/a.txt'])
  })

  it('reads folders file by file, known names only, in their order', async () => {
    const { stdout } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', 'd', 'd/a.txt'], {
      'd/b.md': 'a',
      'd/a.txt': 'a',
      'd/c.png': 'a',
    })
    expect(jsonl(stdout).map(({ id }) => id)).toEqual(['d/a.txt', 'd/b.md'])
  })

  it.each([
    ['text', 'たぶん', [{ verdict: 'warn' }]],
    ['JSONL', `${submission('たぶん')}\n${submission('a')}\n`, [{ verdict: 'warn' }, { verdict: 'allow' }]],
    [
      'JSON',
      JSON.stringify({ profile: { bio: 'たぶん' } }, null, 2),
      [{ path: 'profile.bio' }, { summary: true }],
    ],
    ['a JSON list', `[${submission('たぶん')}]`, [{ verdict: 'warn' }]],
  ])('knows %s on standard input', async (_, content, expected) => {
    const { stdout } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', '-'], { '-': content })
    expect(jsonl(stdout)).toMatchObject(expected)
  })

  it('shows the words underlined, with reason and better wording', async () => {
    const { stdout } = await runWith(['lint', '-m', 'coconala', 'x.txt', 'a.json'], {
      'x.txt': 'はじめまして。\n詳しくは😀ｶﾞ LINEで話しませんか。\u001b[31m\n',
      'a.json': JSON.stringify({ portfolio: [{ images: [{ alt: 'たぶん' }] }] }, null, 2),
    })
    expect(stdout).toMatchInlineSnapshot(`
      "x.txt:2:10 coconala message 不可
         2 | 詳しくは😀ｶﾞ LINEで話しませんか。␛[31m
           |             ~~~~~~~~~~~~~~~~~~
        ■ 不可 contact.messengerです。 contact.messenger fake/no-contact-messenger
          理由   理由です。
          代わりに 言い換えです。

      a.json:6 portfolio[0].images[0].alt coconala portfolio 注意
           | たぶん
           | ~~~~~~
        ▲ 注意 tone.unsureです。 tone.unsure fake/no-tone-unsure
          理由   理由です。
          代わりに 言い換えです。

      不可: 2ファイル、2か所。不可 1件、注意 1件。
      "
    `)
  })

  it('gives JSON as one document', async () => {
    const { stdout } = await runWith(['lint', '-m', 'coconala', '-f', 'json', 'x.jsonl'], {
      'x.jsonl': '{"text":"たぶん","id":"a"}\n{"text":"a"}\n{',
    })
    expect(JSON.parse(stdout)).toMatchObject({
      results: [
        { file: 'x.jsonl', line: 1, id: 'a', verdict: 'warn' },
        { file: 'x.jsonl', line: 2, verdict: 'allow' },
      ],
      faults: [{ file: 'x.jsonl', line: 3 }],
      summary: { verdict: 'review', fields: 2, faults: 1 },
    })
  })
})
