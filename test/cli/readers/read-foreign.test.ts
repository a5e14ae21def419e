/** What people really have: Excel, Talkroom Saver's JSON, saved pages, and the files that those name. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Linter } from '../../../src/core/lint/linter.ts'
import { extract } from '../../../src/runtime/extract/extract.ts'
import { docx, qrPng, xlsx } from '../../support/office-files.ts'
import { runWith } from '../memory-io.ts'

/** The texts that were linted, in order, with their place. */
const read = async (
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | Error>>,
) => {
  const seen: string[] = []
  const linter = fake(seen)
  const ran = await runWith(['lint', '-f', 'jsonl', '--all', '-m', 'coconala', ...argv], files, {
    loadEngine: async () => ({ linter, threadFacts: () => [] }),
    extract: (file, bytes) => extract(file, new Uint8Array(bytes)),
  })
  return { ...ran, seen }
}

const fake = (seen: string[]): Linter => ({
  marketplaces: ['coconala', 'crowdworks', 'lancers'],
  packs: [],
  partsOf: () => [],
  lint({ text, channel, role, history }) {
    seen.push(`${channel} ${role} ${history.length}: ${text}`)
    return { verdict: 'allow', findings: [], doubts: [], incomplete: [] }
  },
})

describe('Excel', () => {
  test('each row is an item, under the headers of CSV; numbers are texts', async () => {
    const { seen, stdout, code } = await read(['作品.xlsx'], {
      '作品.xlsx': xlsx({
        作品: [
          ['タイトル', '説明', '制作年'],
          ['猫の時計', 'LINEで\n受付', 2025],
          [],
          ['犬の時計', '木製です', 2026],
        ],
      }),
    })
    expect(seen.map((line) => line.replace('portfolio seller 0: ', ''))).toEqual([
      '猫の時計',
      'LINEで\n受付',
      '2025',
      '犬の時計',
      '木製です',
      '2026',
    ])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[3]).toMatchObject({ file: '作品.xlsx', path: 'title', row: 2, line: 4, column: 'タイトル' })
    expect(code).toBe(0)
  })

  test('several sheets are several tables', async () => {
    const { stdout } = await read(['a.xlsx'], {
      'a.xlsx': xlsx({ 動画: [['タイトル'], ['PR']], 空: [], 絵: [['作品名'], ['猫']] }),
    })
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.slice(0, 2).map(({ column }) => column)).toEqual(['動画!タイトル', '絵!作品名'])
  })

  test.each([
    ['what is no Excel file', new TextEncoder().encode('PK nothing'), '読めない'],
    ['a workbook with nothing in it', xlsx({ 空: [] }), '空のファイル'],
  ])('%s is said', async (_, bytes, says) => {
    const { stderr, code } = await read(['a.xlsx'], { 'a.xlsx': bytes })
    expect(stderr).toContain(says)
    expect(code).toBe(2)
  })
})

describe('Talkroom Saver', () => {
  const saved = JSON.stringify(
    [
      {
        type: 'message',
        sender: 'ココナラ',
        label: '自動送信',
        postTime: '5月31日 10:00',
        content: '取引開始',
      },
      { type: 'message', sender: '山田', postTime: '5月31日 20:56', content: 'はじめまして' },
      {
        type: 'message',
        sender: '自分',
        postTime: '6月1日 9:00',
        content: 'こちらです',
        links: [{ text: 'こちら', url: 'https://lin.ee/abc' }],
      },
      { type: 'notice', sender: 'システム', content: '評価してください' },
      { type: 'message', sender: '自分', label: '正式な納品', postTime: '6月8日 9:00', content: '納品です' },
    ],
    null,
    1,
  )

  test('is a talkroom: the site’s own words are nobody’s, a link is where it leads', async () => {
    const { seen, code } = await read(['talk.json'], { 'talk.json': saved })
    expect(seen).toEqual([
      'talkroom buyer 0: はじめまして',
      'talkroom seller 1: こちらです\nhttps://lin.ee/abc',
      'delivery seller 2: 納品です',
    ])
    expect(code).toBe(0)
  })

  test('the reader may be the buyer, under a name of theirs', async () => {
    const renamed = saved.replaceAll('自分', '田中')
    const { seen, stderr } = await read(['--me', '田中', '--role', 'buyer', 'talk.json'], {
      'talk.json': renamed,
    })
    expect(seen.map((line) => line.split(' ')[1])).toEqual(['seller', 'buyer', 'buyer'])
    expect(stderr).toBe('')
  })

  test('nobody known to be the reader is said, and all are held to a seller’s rules', async () => {
    const { seen, stderr, code } = await read(['talk.json'], {
      'talk.json': saved.replaceAll('自分', '田中'),
    })
    expect(seen.every((line) => line.includes('seller'))).toBe(true)
    expect(stderr).toContain('--me')
    expect(code).toBe(2)
  })
})

describe('saved pages', () => {
  const page = (name: string) => readFileSync(`test/fixtures/pages/${name}.html`)

  test('a service page: one’s own words in their channel, the rest named', async () => {
    const { seen, stderr, code } = await read(['page.html'], { 'page.html': page('coconala-service') })
    expect(seen[0]).toBe('service seller 0: SNS用のショート動画を編集します')
    expect(seen.join('\n')).not.toContain('とても良かった')
    expect(stderr).toContain('確かめていないところ: ')
    expect(stderr).toContain('「評価・感想」の下')
    expect(code).toBe(0)
  })

  test('standard input is told by its first bytes', async () => {
    const { seen } = await read(['-'], { '-': page('coconala-talkroom') })
    expect(seen[0]).toBe(
      'talkroom buyer 0: はじめまして。よろしくお願いいたします。\n電話でお話しできますか?',
    )
  })

  test('a page that nobody knows is what --channel says', async () => {
    const html = '<!doctype html><body><h1>私</h1><p>絵を描きます</p></body>'
    const { seen, stderr } = await read(['-c', 'profile', 'me.htm'], { 'me.htm': html })
    expect(seen).toEqual(['profile seller 0: 私', 'profile seller 0: 絵を描きます'])
    expect(stderr).toContain('profile')
  })
})

describe('--attachments', () => {
  test('what is in the files is linted where they are shown, each with its name', async () => {
    const { seen, stdout, code } = await read(['--attachments', 'files', 'account.json'], {
      'account.json': JSON.stringify({
        portfolio: [{ title: 'チラシ', images: [{ file: 'img/Flyer.PNG' }, { file: 'gone.png' }] }],
      }),
      'files/flyer.png': await qrPng('https://lin.ee/abcdefg'),
    })
    expect(seen).toContain('portfolio seller 0: https://lin.ee/abcdefg')
    expect(stdout).toContain('"path":"portfolio[0].images[0].file.QRコード"')
    expect(stdout).toContain('no-attachment')
    expect(code).toBe(1)
  })

  test('a message’s file comes after its words', async () => {
    const { seen } = await read(['--attachments', 'files', 'talk.json'], {
      'talk.json': JSON.stringify({
        messages: [{ role: 'seller', text: '資料です', attachments: [{ name: '提案.docx' }] }],
      }),
      'files/提案.docx': docx(['LINEでご連絡ください']),
    })
    expect(seen).toEqual([
      'talkroom seller 0: 資料です',
      'talkroom seller 1: 提案.docx',
      'talkroom seller 1: LINEでご連絡ください',
    ])
  })

  test('one that may not be read is not looked at, and the others are', async () => {
    const refused = Object.assign(new Error('permission denied'), { code: 'EACCES' })
    const { seen, stdout } = await read(['--attachments', 'files', 'account.json'], {
      'account.json': JSON.stringify({
        portfolio: [{ title: 'チラシ', images: [{ file: 'a.docx' }, { file: 'b.docx' }] }],
      }),
      'files/a.docx': refused,
      'files/b.docx': docx(['LINEでご連絡ください']),
    })
    expect(seen).toContain('portfolio seller 0: LINEでご連絡ください')
    expect(stdout).toContain('ファイルを開けないため')
  })

  test('without the option files are nobody’s affair; with a wrong one it is said', async () => {
    const account = JSON.stringify({ portfolio: [{ title: 'チラシ', images: [{ file: 'a.png' }] }] })
    expect((await read(['account.json'], { 'account.json': account })).code).toBe(0)
    const wrong = await read(['--attachments', 'nowhere', 'account.json'], { 'account.json': account })
    expect(wrong.stderr).toContain('--attachments nowhere: no such folder')
  })
})
