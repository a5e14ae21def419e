/** One's own pages, in a real browser and with the real linter: pasted, dropped, kept, marked, and gone at a click. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Service, serve } from '../../src/runtime/serve.ts'
import { xlsx } from '../support/office-files.ts'
import { accessibilityFaults, browse, type OpenPage } from './support/open-page.ts'

let service: Service
let open: OpenPage

beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log: () => {} })
})
afterAll(() => service.close())
beforeEach(async () => {
  open = await browse(service.url)
  await openPages()
})
afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const openPages = async () => {
  await open.page.locator('#tab-pages').click()
  await open.page.locator('#pages-paste').waitFor()
}
const fixture = (name: string) => readFileSync(`test/fixtures/pages/${name}.html`, 'utf8')

/** As a browser pastes what was copied from a page: its markup and its plain text. */
const paste = (html: string | undefined, text: string) =>
  open.page.evaluate(`{
    const clipboardData = new DataTransfer()
    const html = ${JSON.stringify(html ?? null)}
    if (html !== null) clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.getElementById('pages-paste').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }`)
const notice = () => open.page.locator('#mode-pages > .notice').innerText()
const toDos = () => open.page.locator('.to-dos li').allInnerTexts()
const upload = (name: string, buffer: Buffer) =>
  open.page.locator('#pages-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

test('three pages make one list of what to do, by place, and each line leads to its words', async () => {
  const { page } = open
  for (const name of ['coconala-service', 'coconala-profile', 'coconala-portfolio']) {
    await paste(fixture(name), '')
  }
  await expect.poll(async () => await page.locator('.shelf-page').count()).toBe(3)
  await expect.poll(async () => (await toDos()).length).toBeGreaterThan(3)
  const list = (await toDos()).join('\n')
  expect(list).toContain('SNS用のショート動画を編集します › サービス 1 › 本文')
  expect(list).toContain('動画工房みずき › プロフィール › 自己紹介')
  expect(list).toContain('mizuki.video@gmail.com')
  expect(list).toContain('カフェのPR動画 › ポートフォリオ 1 › 画像 1 › 代替テキスト')
  // What others wrote is nobody's to change, and is said to have been left aside.
  expect(list).not.toContain('tanaka@example.com')
  expect(await page.locator('.shelf-page').first().innerText()).toContain('「評価・感想」の下')
  const link = page.locator('.to-dos a').first()
  const target = (await link.getAttribute('href'))!.slice(1)
  await link.click()
  expect(await page.locator(`[id="${target}"] mark`).count()).toBeGreaterThan(0)
  expect(await accessibilityFaults(page)).toEqual([])
})

test('pages and marks outlive the visit, and one button takes everything away', async () => {
  const { page } = open
  await paste(fixture('coconala-profile'), '')
  await expect.poll(async () => (await toDos()).length).toBeGreaterThan(0)
  const before = (await toDos()).length
  await page.locator('.marks').first().getByLabel('見た').check()
  await expect
    .poll(async () => page.locator('.audit').first().innerText())
    .toContain('見たもの・まちがいとしたもの: 1件')
  await page.reload()
  await openPages()
  await expect.poll(() => page.locator('.shelf-page').count()).toBe(1)
  expect(await page.locator('.marks').first().getByLabel('見た').isChecked()).toBe(true)
  expect((await toDos()).length).toBeLessThanOrEqual(before)
  // The same page pasted again takes its own place, and the same words keep their mark.
  await paste(fixture('coconala-profile'), '')
  await expect.poll(() => page.locator('#spoken').innerText()).toContain('加えました')
  expect(await page.locator('.shelf-page').count()).toBe(1)
  expect(await page.locator('.marks').first().getByLabel('見た').isChecked()).toBe(true)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '見た印を保存' }).click()
  const stream = await (await download).createReadStream()
  const saved = JSON.parse((await stream.toArray()).join(''))
  expect(saved.accepted).toEqual([
    {
      text: expect.stringMatching(/^[0-9a-f]{64}$/),
      rule: expect.any(String),
      why: 'seen',
      at: expect.any(String),
    },
  ])
  await page.getByRole('button', { name: 'すべて消す' }).click()
  await expect.poll(() => page.locator('.shelf-page').count()).toBe(0)
  await page.reload()
  await openPages()
  expect(await page.locator('.shelf-page').count()).toBe(0)
  expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBeLessThanOrEqual(1)
})

describe('whatever people have', () => {
  test('a talkroom in which nobody is known asks who is who', async () => {
    const { page } = open
    await page.selectOption('#pages-kind', 'talkroom')
    await paste(
      undefined,
      '田中\n11月20日 20:56\n詳しくはLINEで話しませんか\n山田\n11月21日 9:01\nありがとうございます。\n',
    )
    await page.getByRole('button', { name: '田中' }).click()
    await expect.poll(() => page.locator('.shelf-page .notice').count()).toBe(0)
    expect((await toDos()).join()).toContain('LINE')
  })

  test('Excel, Talkroom Saver, a saved page and a table drop in together', async () => {
    const saver = [{ sender: '自分', postTime: '5月31日 20:56', content: '詳しくはLINEで話しませんか' }]
    await upload(
      '作品.xlsx',
      Buffer.from(
        xlsx({
          作品: [
            ['タイトル', '説明'],
            ['猫', 'ご連絡はa@gmail.comまで'],
          ],
        }),
      ),
    )
    await expect.poll(() => open.page.locator('.shelf-page').count()).toBe(1)
    await upload('talk.json', Buffer.from(JSON.stringify(saver)))
    await expect.poll(() => open.page.locator('.shelf-page').count()).toBe(2)
    await upload('page.html', Buffer.from(fixture('coconala-service')))
    await expect.poll(() => open.page.locator('.shelf-page').count()).toBe(3)
    await upload('表.csv', Buffer.from('タイトル,説明\n犬,電話は090-1234-5678です\n'))
    await expect.poll(() => open.page.locator('.shelf-page').count()).toBe(4)
    const list = (await toDos()).join('\n')
    for (const words of ['a@gmail.com', 'LINEで話しませんか', '090-1234-5678']) expect(list).toContain(words)
  })

  test('what cannot be read, and what has no text, is said, and takes no place in the list', async () => {
    await upload('broken.xlsx', Buffer.from('no'))
    await expect.poll(notice).toContain('broken.xlsx')
    await upload('empty.json', Buffer.from(''))
    await expect.poll(notice).toContain('empty.json: JSON')
    await upload('nothing.json', Buffer.from('{}'))
    await expect.poll(notice).toContain('nothing.json: ')
    await open.page
      .locator('#pages-file')
      .setInputFiles(
        ['a.png', 'b.txt'].map((name) => ({ name, mimeType: '', buffer: Buffer.from([0, 0x89, 0xff]) })),
      )
    await expect.poll(notice).toMatch(/a\.png .*\nb\.txt /)
    expect(await open.page.locator('.shelf-page').count()).toBe(0)
    await paste('<p></p>', ' ')
    await expect.poll(notice).toContain('文章がありません')
  })

  test.each(['ポートフォリオ.xlsx', 'ポートフォリオ.csv', 'アカウント.json'])(
    'the template %s can be had, and drops in again',
    async (name) => {
      const download = open.page.waitForEvent('download')
      await open.page.getByRole('button', { name }).click()
      expect((await download).suggestedFilename()).toBe(name)
      const bytes = await (await (await download).createReadStream()).toArray()
      await upload(name, Buffer.concat(bytes))
      await expect.poll(() => open.page.locator('.shelf-page').count()).toBe(1)
    },
  )
})
