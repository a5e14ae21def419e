/** The static site in a real browser, in a folder of some host: it lints alone, and nothing leaves it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Request } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Listening } from '../../src/runtime/listen.ts'
import { accessibilityFaults, browse, type OpenPage, underlined } from './support/open-page.ts'
import { serveFolder } from './support/static-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'sekisho-site-'))
let host: Listening
let open: OpenPage
const requests: Request[] = []

beforeAll(async () => {
  execFileSync(process.execPath, ['src/tools/run.mjs', 'src/tools/build-site.ts'])
  symlinkSync(resolve('build/site'), join(folder, 'shop'))
  host = await serveFolder(folder)
  open = await browse(host.url, '/shop/')
  open.page.context().on('request', (request) => requests.push(request))
  await open.page.locator('#verdict[data-verdict=block]').waitFor()
})

afterAll(async () => {
  const { expectSilence, close } = open
  await close()
  await host.close(0)
  rmSync(folder, { recursive: true })
  expectSilence()
})

beforeEach(async () => {
  await open.page.context().setOffline(false)
  requests.length = 0
})

test('without a network it checks a text, its passport and its words, and asks for nothing', async () => {
  const { page } = open
  await page.context().setOffline(true)
  await page.fill('#text', '😀ら〇んで話しませんか')
  await expect.poll(() => underlined(page)).toEqual([['block', 'ら〇んで話しませんか']])
  await page.locator('#passport .cell').first().waitFor()
  await page.locator('#reading summary').click()
  await page.locator('#reading tbody tr').first().waitFor()
  await page.fill('#text', 'LINEスタンプを制作しています')
  await page.locator('#verdict[data-verdict=allow]').waitFor()
  await page.locator('#tab-talk').click()
  await page.locator('#mode-talk .card').first().waitFor()
  await page.locator('#tab-account').click()
  await page.getByRole('button', { name: '見本で試す' }).click()
  await page.locator('.audit .card').first().waitFor()
  await page.locator('#tab-pages').click()
  await page.fill('#pages-paste', '自己紹介\nご依頼は mizuki.video@gmail.com まで。')
  await page.getByRole('button', { name: 'この文章を加える' }).click()
  await expect.poll(() => page.locator('.to-dos').innerText()).toContain('mizuki.video@gmail.com')
  expect(requests.map((request) => request.url())).toEqual([])
})

test('a finding leads to its rule and back, below the folder', async () => {
  const { page } = open
  await page.locator('#tab-text').click()
  await page.fill('#text', '詳しくはLINEで話しませんか')
  await page.locator('#findings').getByRole('link', { name: 'common-contact/no-messenger-proposal' }).click()
  await page.waitForURL('**/no-messenger-proposal/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/shop/rules/common-contact/no-messenger-proposal/')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: 'ルール一覧' }).first().click()
  await page.waitForURL('**/shop/rules/')
  await page.fill('#query', 'LINE')
  await page.locator('a.brand').click()
  await page.waitForURL('**/shop/')
  await page.locator('#verdict[data-verdict=block]').waitFor()
})

test('whatever it asks for is a file of its own, and carries nothing', async () => {
  await open.page.goto(`${host.url}/shop/#text=${encodeURIComponent('LINEで話しませんか')}`)
  await open.page.reload()
  await open.page.locator('#verdict[data-verdict=block]').waitFor()
  expect(requests.length).toBeGreaterThan(4)
  const carrying = requests.filter(
    (request) =>
      request.method() !== 'GET' ||
      request.postData() !== null ||
      !/^\/shop\/(?:|assets\/[\w.-]+|engine-\w+\/[\w.]+)$/.test(new URL(request.url()).pathname) ||
      new URL(request.url()).search !== '',
  )
  expect(carrying.map((request) => request.url())).toEqual([])
})
