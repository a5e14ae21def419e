/** What the command line did not read does not pass: it is linted all the same, or named with exit code 2. */
import Encoding from 'encoding-japanese'
import { describe, expect, it } from 'vitest'
import { runWith } from './memory-io.ts'

const HIDDEN = '詳しくはLINEで話しませんか'

const lint = async (name: string, content: string | Uint8Array) => {
  const { code, stdout, stderr } = await runWith(['lint', '-m', 'coconala', '-f', 'jsonl', name], {
    [name]: content,
  })
  const lines = stdout === '' ? [] : stdout.trimEnd().split('\n')
  return { code, stderr, lines: lines.map((line) => JSON.parse(line)) }
}

describe('keys that nobody knows', () => {
  it('are named, and their texts linted in the channel of the page that was meant', async () => {
    const account = { profile: { bio: 'こんにちは' }, portofolio: [{ title: HIDDEN }] }
    const { code, stderr, lines } = await lint('a.json', JSON.stringify(account))
    expect(code).toBe(1)
    expect(stderr).toBe(
      'a.json: 知らない項目は、ページの文章として確かめました: portofolio(portfolioのことですか?)\n',
    )
    expect(lines[0]).toMatchObject({ path: 'portofolio[0].title', verdict: 'block', channel: 'portfolio' })
  })

  it('are enough to tell an account by', async () => {
    const { code, lines } = await lint('a.json', JSON.stringify({ portofolio: [{ title: HIDDEN }] }))
    expect([code, lines[0].path]).toEqual([1, 'portofolio[0].title'])
  })

  it('below __proto__ hide nothing', async () => {
    const { lines } = await lint('a.json', `{"profile":{"__proto__":{"x":"${HIDDEN}"}}}`)
    expect(lines[0]).toMatchObject({ path: 'profile.__proto__.x', verdict: 'block' })
  })

  it.each([
    [
      'a slip of the pen beside the text',
      '{"text":"あ","histori":[]}',
      'a.jsonl:1: 知らない項目があります(historyのことですか?)。確かめていません。\n',
    ],
    [
      'a text in place of the text',
      `{"text":" ","body":"${HIDDEN}"}`,
      'a.jsonl:1: textが空で、知らない項目に文章があります。textに入れてください。\n',
    ],
    ['a label', '{"text":"あ","expect":"allow"}', ''],
  ])('of a submission: %s', async (_, line, said) => {
    const { code, stderr } = await lint('a.jsonl', line)
    expect({ code, stderr }).toEqual({ code: said === '' ? 0 : 2, stderr: said })
  })
})

describe('nothing to read is not clean', () => {
  it.each([
    ['an empty list', 'a.json', '[]'],
    ['a list of an empty list', 'a.json', '[[]]'],
    ['a table with a header alone', 'a.csv', 'タイトル,説明\n'],
    ['a table with empty rows', 'a.tsv', 'タイトル\t説明\n\t\n'],
    ['an account without a text', 'a.json', '{"portfolio":[]}'],
    ['a talkroom without a message', 'a.json', '{"messages":[]}'],
    ['blank lines', 'a.jsonl', '\n\n'],
  ])('%s', async (_, name, content) => {
    const { code, stderr } = await lint(name, content)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^a\.\w+:[^\n]*(?:ひとつもありません|空のファイル)[^\n]*\n$/)
  })
})

describe('Japanese keys', () => {
  const item = { タイトル: 'あ', 説明: HIDDEN }
  it.each([
    ['JSONL', 'a.jsonl', `${JSON.stringify(item)}\n${JSON.stringify(item)}\n`, ['説明', '説明']],
    ['a JSON list', 'a.json', JSON.stringify([item]), ['[0].説明']],
    ['an account', 'a.json', JSON.stringify({ 作品: [item] }), ['作品[0].説明']],
    ['a talkroom', 'a.json', JSON.stringify({ メッセージ: [{ 本文: HIDDEN }] }), ['メッセージ[0].本文']],
  ])('are known in %s', async (_, name, content, paths) => {
    const { lines } = await lint(name, content)
    expect(lines.filter(({ verdict }) => verdict === 'block').map(({ path }) => path)).toEqual([
      ...paths,
      undefined,
    ])
  })
})

describe('a file without a text', () => {
  it.each([
    ['an account of numbers', '{"figures":{"rate":1}, "profile":{}}'],
    ['an item of blanks', '{"title":" "}'],
  ])('is not clean: %s', async (_, content) => {
    const { code, stderr, lines } = await lint('a.json', content)
    expect(code).toBe(2)
    expect(stderr).toContain('確かめる文章がひとつもありません。')
    expect(lines.at(-1)).toMatchObject({ summary: true, verdict: 'review', fields: 0 })
  })

  it('is told to the owner of the account', async () => {
    const { code, stdout } = await runWith(['audit', '-m', 'coconala', 'a.json'], {
      'a.json': '{"profile":{}}',
    })
    expect([code, stdout.split('\n')[1]]).toEqual([2, '確かめられた文章がひとつもありません。'])
  })
})

describe('line ends', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('%s separate rows, lines and messages', async (_, ending) => {
    const table = ['タイトル,説明', 'あ,"い', 'う"', `え,${HIDDEN}`, ''].join(ending)
    const { code, lines } = await lint('a.csv', table)
    expect(code).toBe(1)
    expect(lines[0]).toMatchObject({ row: 2, line: 4, path: 'description', verdict: 'block' })
    const records = await lint('a.jsonl', ['{"text":"あ"}', `{"text":"${HIDDEN}"}`].join(ending))
    expect(records.lines.map(({ verdict }) => verdict)).toEqual(['allow', 'block'])
  })

  it('of a text stay as they are, and its positions those of the file', async () => {
    const { lines } = await lint('a.txt', `あ\r\nい\r${HIDDEN}\n`)
    expect(lines[0].findings[0].span).toEqual({ start: 9, end: 20 })
  })
})

describe('encodings', () => {
  const text = `お世話になっております。\n${HIDDEN}\n`
  const units = (bytes: number, little: boolean) => (mark: boolean) => {
    const content = mark ? `\uFEFF${text}` : text
    const view = new DataView(new ArrayBuffer([...content].length * bytes))
    for (const [index, character] of [...content].entries()) {
      const code = character.codePointAt(0)!
      if (bytes === 2) view.setUint16(index * bytes, code, little)
      else view.setUint32(index * bytes, code, little)
    }
    return new Uint8Array(view.buffer)
  }
  const legacy = (name: 'SJIS' | 'EUCJP' | 'JIS') =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: name }))

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16LE', units(2, true)(true)],
    ['UTF-16BE', units(2, false)(true)],
    ['UTF-16LE without a mark', units(2, true)(false)],
    ['UTF-16BE without a mark', units(2, false)(false)],
    ['Shift_JIS', legacy('SJIS')],
    ['EUC-JP', legacy('EUCJP')],
    ['ISO-2022-JP', legacy('JIS')],
  ])('%s is read', async (_, bytes) => {
    for (const name of ['a.txt', 'a.csv']) {
      const { code, stderr, lines } = await lint(name, bytes)
      expect([name, code, stderr.replace(/.*見出しの行.*\n/, '')]).toEqual([name, 1, ''])
      expect(lines.find(({ verdict }) => verdict === 'block')?.findings[0].excerpt).toBe('LINEで話しませんか')
    }
  })

  // 「今日はLINEで話しませんか。这个」 as GB18030 has it; kana have the same bytes in EUC-JP, kanji others.
  it('GB18030 with kana is read', async () => {
    const bytes = Uint8Array.from([
      0xbd, 0xf1, 0xc8, 0xd5, 0xa4, 0xcf, 0x4c, 0x49, 0x4e, 0x45, 0xa4, 0xc7, 0xd4, 0x92, 0xa4, 0xb7, 0xa4,
      0xde, 0xa4, 0xbb, 0xa4, 0xf3, 0xa4, 0xab,
    ])
    const { code, lines } = await lint('a.txt', bytes)
    expect([code, lines[0].findings[0].excerpt]).toEqual([1, 'LINEで話しませんか'])
  })

  it.each([
    ['UTF-32LE', 'a.txt', units(4, true)(true), 'UTF-32は読めません。'],
    ['UTF-32BE', 'a.csv', units(4, false)(true), 'UTF-32は読めません。'],
    ['UTF-32LE without a mark', 'a.txt', units(4, true)(false), 'UTF-32は読めません。'],
    ['UTF-32BE without a mark', 'a.jsonl', units(4, false)(false), 'UTF-32は読めません。'],
    // 「请加我的微信，我们私下谈价格」 in GB18030.
    [
      'Chinese in GB18030',
      'a.txt',
      Uint8Array.from([
        0xc7, 0xeb, 0xbc, 0xd3, 0xce, 0xd2, 0xb5, 0xc4, 0xce, 0xa2, 0xd0, 0xc5, 0xce, 0xd2, 0xc3, 0xc7, 0xcb,
        0xbd, 0xcc, 0xb8, 0xbc, 0xdb, 0xb8, 0xf1,
      ]),
      '文字コードが分かりません。',
    ],
    [
      'bytes of anything',
      'a.txt',
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104729) % 256),
      '文字のファイルではないようです',
    ],
    ['NULs', 'a.txt', new Uint8Array(64), '文字のファイルではないようです'],
    ['NULs between', 'a.csv', new TextEncoder().encode(`タイトル\na\0${HIDDEN}`), '見えない文字(NUL)'],
    [
      'half a character',
      'a.json',
      Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xe3, 0x81, 0x22, 0x7d]),
      'UTF-8',
    ],
  ])('%s is named', async (_, name, bytes, says) => {
    const { code, stderr } = await lint(name, bytes)
    expect(code).toBe(2)
    expect(stderr).toContain(says)
  })
})

describe('JSON that nests too deeply', () => {
  it.each([65, 2_000, 50_000])('%i levels deep is named', async (depth) => {
    const deep = `${'{"profile":'.repeat(depth)}1${'}'.repeat(depth)}`
    const says = '入れ子が深すぎて読めません(上限64段)。'
    const whole = await lint('a.json', deep)
    expect([whole.code, whole.stderr.split('書き出し')[0]]).toEqual([2, `a.json: ${says}`])
    const { code, stderr, lines } = await lint('a.jsonl', `${deep}\n{"text":"${HIDDEN}"}`)
    expect([code, stderr.split('書き出し')[0]]).toEqual([2, `a.jsonl:1: ${says}`])
    expect(lines).toMatchObject([{ verdict: 'block' }])
  })
})
