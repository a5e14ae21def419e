/** The static site in a real browser, in a folder of some host: it lints alone, and nothing leaves it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Listening } from '../../src/runtime/listen.ts'
import { connectChromium } from './support/connect-chromium.ts'
import { accessibilityFaults, browse, type OpenPage, underlined } from './support/open-page.ts'
import { openRecordingProxy, type RecordingProxy } from './support/recording-proxy.ts'
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
  await expect.poll(() => page.locator('#mode-pages .to-dos').innerText()).toContain('mizuki.video@gmail.com')
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
  await page.getByRole('link', { name: 'ルール', exact: true }).first().click()
  await page.waitForURL('**/shop/rules/')
  await page.fill('#query', 'LINE')
  await page.locator('a.brand').click()
  await page.waitForURL('**/shop/')
  await page.locator('#verdict[data-verdict=block]').waitFor()
})

test('papers and their pictures are there, and lead to each other', async () => {
  const { page } = open
  await page.goto(`${host.url}/shop/docs/sellers/`)
  await page.getByRole('article').getByRole('link', { name: '自分のページ' }).click()
  await page.waitForURL('**/shop/docs/sellers/pages/')
  const picture = page.getByRole('article').getByRole('img')
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => page.evaluate(`document.querySelector('.paper img').naturalWidth`))
    .toBeGreaterThan(0)
  await page.getByRole('link', { name: '説明書', exact: true }).click()
  await page.waitForURL('**/shop/docs/')
  // No service, no reference of it.
  expect(await page.getByRole('link', { name: 'HTTPリファレンス' }).count()).toBe(0)
})

test('a changed pack is compared there too', async () => {
  const { page } = open
  await page.goto(`${host.url}/shop/rules/try/`)
  const pack = page.locator('#trial-yaml')
  await expect.poll(() => pack.inputValue()).toContain('id: coconala')
  const text = await pack.inputValue()
  await pack.fill(text.replace(/^( +contact\.messenger:).*(?:\n {4,}.*)*/m, "$1 { '*': warn }"))
  await page.getByLabel('自分の文章', { exact: true }).check()
  await page.fill('#trial-own', '詳しくはLINEで話しませんか')
  await page.getByRole('button', { name: '比べる' }).click()
  await page.locator('.trial-row').waitFor({ timeout: 120_000 })
  expect(await page.locator('.trial-row').count()).toBe(1)
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
      !/^\/shop\/(?:|assets\/[\w.-]+|engine-\w+\/[\w.-]+)$/.test(new URL(request.url()).pathname) ||
      new URL(request.url()).search !== '',
  )
  expect(carrying.map((request) => request.url())).toEqual([])
})

describe('through a proxy with no way out', () => {
  /** Nobody listens there: the proxy answers for it. A browser trusts it as it does one over TLS. */
  const SITE = 'http://localhost:8'
  const HIDDEN = 'himitsu-kurage'
  let proxy: RecordingProxy
  let context: BrowserContext
  beforeEach(async () => {
    proxy = await openRecordingProxy(folder, SITE)
    const browser = await connectChromium()
    context = await browser.newContext({
      locale: 'ja-JP',
      proxy: { server: proxy.url, bypass: '<-loopback>' },
    })
  })
  afterEach(async () => {
    await context.close()
    await proxy.close()
  })

  test('nothing goes out but requests for files of its own, whatever is written, pasted and dropped', async () => {
    const page = await context.newPage()
    await page.goto(`${SITE}/shop/`)
    await page.locator('#verdict[data-verdict=block]').waitFor()
    await page.fill('#text', `ら〇んで話しませんか ${HIDDEN}@gmail.com https://${HIDDEN}.example.com/a`)
    await expect.poll(() => underlined(page)).toContainEqual(['review', 'ら〇んで話しませんか'])
    await page.locator('#tab-talk').click()
    await page.locator('#mode-talk .card').first().waitFor()
    await page.locator('#tab-account').click()
    await page.getByRole('button', { name: '見本で試す' }).click()
    await page.locator('.audit .card').first().waitFor()
    await page.locator('#tab-pages').click()
    const linked = { portfolio: [{ title: HIDDEN, links: [{ url: `https://youtu.be/${HIDDEN}` }] }] }
    const files = {
      'account.json': JSON.stringify(linked),
      'page.html': `<h1>${HIDDEN}</h1><img src="https://${HIDDEN}.example.com/a.png"><link rel="stylesheet" href="https://${HIDDEN}.example.com/a.css">`,
      'table.csv': `タイトル,URL\n${HIDDEN},https://${HIDDEN}.example.com/\n`,
    }
    for (const [index, [name, text]] of Object.entries(files).entries()) {
      await page.locator('#pages-file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
      await expect.poll(() => page.locator('.shelf-page').count()).toBe(index + 1)
    }
    await page.getByRole('button', { name: 'すべて消す' }).click()
    await expect.poll(() => page.locator('.shelf-page').count()).toBe(0)
    const foreign = proxy.recorded.filter(
      ({ method, address, bytes, headers }) =>
        method !== 'GET' ||
        bytes > 0 ||
        !/^http:\/\/localhost:8\/shop\/(?:|assets\/[\w.-]+|engine-\w+\/[\w.-]+)$/.test(address) ||
        headers.includes(HIDDEN) ||
        /^cookie$/im.test(headers),
    )
    expect(foreign).toEqual([])
    expect(proxy.recorded.length).toBeGreaterThan(4)
  })

  test('and what does try to leave is seen', async () => {
    writeFileSync(join(folder, 'leaks.html'), '<!doctype html><title>leaks</title>')
    const page = await context.newPage()
    await page.goto(`${SITE}/leaks.html`)
    await page.evaluate(`(async () => {
      navigator.sendBeacon('/beacon', 'one')
      new Worker(URL.createObjectURL(new Blob(["fetch('https://two.example/').catch(() => postMessage(0))"])))
      await fetch('http://three.example/').catch(() => {})
      await new Promise((done) => { new WebSocket('ws://four.example/').onerror = done })
    })()`)
    const seen = () => proxy.recorded.map(({ method, address }) => `${method} ${address}`)
    await expect
      .poll(seen)
      .toEqual(
        expect.arrayContaining([
          `POST ${SITE}/beacon`,
          'CONNECT two.example:443',
          'GET http://three.example/',
          'CONNECT four.example:80',
        ]),
      )
  })
})
