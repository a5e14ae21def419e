/** What the command line did not read does not pass: it is linted all the same, or named with exit code 2. */
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
