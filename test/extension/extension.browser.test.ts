/**
 * The extension's content script and panel on fixture pages at the sites' own addresses, in the npm Chromium, with the real
 * linter. Nothing may be asked of any network: whatever is, fails the test.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createLocalApp } from '../../src/http/local-app.ts'
import { takeHtmlApart } from '../../src/sites/take-apart.ts'
import { testLinter, testLoader } from '../support/linter.ts'
import { connectChromium } from '../web/support/connect-chromium.ts'

const FOLDER = 'build/extension-in-page'
const BUILT = `${FOLDER}/chrome`
const TALKROOM = 'https://coconala.com/talkrooms/7654321'

let browser: Browser
let page: Page
/** Requests for anything but the page itself, and whatever the console says. */
let noise: string[] = []
/** What was asked of the engine. */
let asked: { path: string; body: Record<string, unknown> }[] = []

const loader = testLoader()
const linter = testLinter()
const app = createLocalApp({
  linter: () => linter,
  threadFacts: loader.threadFacts,
  fault: (line) => noise.push(line),
})

async function answer({ path, body }: { path: string; body: Record<string, unknown> }) {
  asked.push({ path, body })
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

/** The extension's own API, as far as it is used, with the background in this process. */
const API = `globalThis.chrome = {
  runtime: {
    sendMessage: (message) => sekishoAnswer(message),
    getURL: (path) => path,
    onMessage: { addListener: (listener) => { globalThis.sekishoListener = listener } },
  },
}`

beforeAll(async () => {
  execFileSync(process.execPath, ['src/tools/run.mjs', 'src/tools/build-extension.ts', FOLDER])
  browser = await connectChromium()
})
afterAll(() => browser.close())
afterEach(async () => {
  await page.context().close()
  expect(noise).toEqual([])
})

async function openPage(files: Readonly<Record<string, string>>, address: string, api = API): Promise<void> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  noise = []
  asked = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    const file = files[url]
    if (file === undefined) {
      if (!url.endsWith('/favicon.ico')) noise.push(`request: ${url}`)
      return route.abort()
    }
    const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'text/html'
    return route.fulfill({ body: file, contentType: `${type}; charset=utf-8` })
  })
  page = await context.newPage()
  page.on('pageerror', (error) => noise.push(error.message))
  await page.exposeFunction('sekishoAnswer', answer)
  await page.addInitScript(api)
  await page.goto(address)
}

const fixture = (name: string) => readFileSync(`test/fixtures/pages/${name}.html`, 'utf8')

/** As the browser puts it into a page that the manifest names. */
async function openWithContent(name: string, address: string): Promise<void> {
  await openPage({ [address]: fixture(name) }, address)
  await page.addStyleTag({ content: readFileSync(`${BUILT}/content.css`, 'utf8') })
  await page.addScriptTag({ content: readFileSync(`${BUILT}/content.js`, 'utf8') })
}

const badge = () => page.locator('sekisho-marks .badge')
const verdict = () => badge().getAttribute('data-verdict')
const marks = () => page.locator('sekisho-marks .line').allInnerTexts()

describe('in the box of a talkroom', () => {
  const BOX = 'textarea[placeholder="メッセージを入力"]'

  test('marks the words as one writes, with the messages above as history', async () => {
    await openWithContent('coconala-talkroom', TALKROOM)
    await page.locator(BOX).click()
    await page.keyboard.type('😀ら〇んで話しませんか')
    await expect.poll(verdict).toBe('block')
    expect(await marks()).toEqual(['ら〇んで話しませんか'])
    expect(await page.locator('sekisho-marks .card').textContent()).toContain('ら〇ん → ライン → LINE')
    const { body } = asked.at(-1)!
    expect(body).toMatchObject({ marketplace: 'coconala', channel: 'talkroom' })
    expect((body.history as { role: string }[]).map(({ role }) => role)).toEqual([
      'buyer',
      'seller',
      'seller',
    ])
    // The mark lies on its words, inside of the box.
    const [area, mark] = await Promise.all([
      page.locator(BOX).boundingBox(),
      page.locator('sekisho-marks .line').first().boundingBox(),
    ])
    expect(mark!.x).toBeGreaterThan(area!.x)
    expect(mark!.y + mark!.height).toBeLessThanOrEqual(area!.y + area!.height + 2)
  })

  test('a small verdict opens cards; a fix is one step of undo', async () => {
    await openWithContent('coconala-talkroom', TALKROOM)
    await page.locator(BOX).fill('了解しました。')
    await page.locator(BOX).click()
    await expect.poll(() => badge().innerText()).toMatch(/\d/)
    expect(await page.locator('sekisho-marks .cards').isHidden()).toBe(true)
    await badge().click()
    await page
      .locator('sekisho-marks')
      .getByRole('button', { name: /に直す/ })
      .first()
      .click()
    const fixed = await page.locator(BOX).inputValue()
    expect(fixed).not.toBe('了解しました。')
    await page.keyboard.press('Control+z')
    expect(await page.locator(BOX).inputValue()).toBe('了解しました。')
  })

  test('an input method is left alone until it is done', async () => {
    await openWithContent('coconala-talkroom', TALKROOM)
    await page.locator(BOX).click()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'らいんで', selectionStart: 4, selectionEnd: 4 })
    await session.send('Input.imeSetComposition', { text: 'LINEで話', selectionStart: 6, selectionEnd: 6 })
    expect(await page.locator(BOX).inputValue()).toBe('LINEで話')
    expect(asked.filter(({ path }) => path === '/v1/lint')).toEqual([])
    await session.send('Input.insertText', { text: 'LINEで話しませんか' })
    await expect.poll(marks).toEqual(['LINEで話しませんか'])
  })

  test('a long text is marked at its end as well', async () => {
    await openWithContent('coconala-talkroom', TALKROOM)
    await page.locator(BOX).click()
    await page.locator(BOX).fill(`${'本日は晴れです。'.repeat(1800)}\n詳しくはLINEで話しませんか`)
    await expect.poll(verdict).toBe('block')
    expect((await marks()).at(-1)).toContain('LINEで話しませんか')
  })

  test('a box that the page takes away takes its marks with it', async () => {
    await openWithContent('coconala-talkroom', TALKROOM)
    await page.locator(BOX).click()
    await page.evaluate(
      `document.querySelector('.d-messageForm').outerHTML = '<textarea id="next"></textarea>'`,
    )
    await page.locator('#next').click()
    await expect.poll(() => badge().count()).toBe(1)
  })
})

describe('elsewhere', () => {
  test('a proposal on CrowdWorks is a proposal', async () => {
    await openWithContent('crowdworks-proposal', 'https://crowdworks.jp/proposals/new?job_offer_id=1')
    await page.locator('textarea').click()
    await page.keyboard.type('詳しくはLINEで話しませんか')
    await expect.poll(verdict).toBe('review')
    expect(asked.at(-1)!.body).toMatchObject({ marketplace: 'crowdworks', channel: 'proposal', history: [] })
  })

  test('who asks for offers writes as a buyer, in a request', async () => {
    const address = 'https://crowdworks.jp/job_offers/new'
    await openPage({ [address]: '<main><textarea></textarea></main>' }, address)
    await page.addScriptTag({ content: readFileSync(`${BUILT}/content.js`, 'utf8') })
    await page.locator('textarea').click()
    await page.keyboard.type('詳しくはLINEで話しませんか')
    await expect
      .poll(() => asked.at(-1)?.body)
      .toMatchObject({ marketplace: 'crowdworks', channel: 'request', role: 'buyer' })
  })

  test('an editable element on Lancers is painted, its markup untouched', async () => {
    await openWithContent('lancers-proposal', 'https://www.lancers.jp/work/propose_start/1')
    const box = page.locator('[contenteditable]')
    await box.click()
    await page.keyboard.type('はじめまして。')
    await page.keyboard.press('Enter')
    await page.keyboard.type('詳しくはLINEで話しませんか')
    await expect.poll(verdict).toBe('block')
    const before = await box.innerHTML()
    const painted = `[...(CSS.highlights.get('sekisho-block') ?? [])].map((range) => range.toString())`
    expect(await page.evaluate(painted)).toEqual(['LINEで話しませんか'])
    expect(before).not.toContain('sekisho')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect.poll(() => page.evaluate(painted)).toEqual([])
  })

  test('a page of nobody’s, and a line for a search, are left alone', async () => {
    const address = 'https://example.com/talkrooms/1'
    await openPage({ [address]: '<textarea></textarea><input type="text">' }, address)
    await page.addScriptTag({ content: readFileSync(`${BUILT}/content.js`, 'utf8') })
    await page.locator('textarea').click()
    await page.locator('input').click()
    expect(await page.locator('sekisho-marks').count()).toBe(0)
  })

  test('where the engine does not answer, nothing looks clean', async () => {
    await openWithContent('coconala-direct-message', 'https://coconala.com/mypage/direct_message/1')
    await page.evaluate(`chrome.runtime.sendMessage = async () => undefined`)
    await page.locator('#DirectMessageBody').click()
    await page.keyboard.type('こんにちは')
    await expect.poll(verdict).toBe('unavailable')
  })
})

describe('the panel', () => {
  const PANEL = 'https://panel.invalid/panel.html'
  const WATCH = 'https://www.youtube.com/watch?v=Lm4nBvC8xZq&hl=ja'
  const VIDEO = `<script>var ytInitialPlayerResponse = {"videoDetails":{"videoId":"Lm4nBvC8xZq","title":"カフェPR","shortDescription":"ご依頼はLINEでご連絡ください\\nhttps:\\/\\/lin.ee\\/abc","author":"x"}}</script>`

  const openPanel = (name: string, address: string) => {
    const taken = takeHtmlApart(fixture(name), { address, now: Date.parse('2026-11-30T00:00:00Z') })
    const files = Object.fromEntries(
      ['panel.html', 'panel.js', 'panel.css'].map((file) => [
        `https://panel.invalid/${file}`,
        readFileSync(`${BUILT}/${file}`, 'utf8'),
      ]),
    )
    const api = `globalThis.kept = {}; globalThis.chrome = {
      runtime: { sendMessage: (message) => sekishoAnswer(message) },
      storage: { local: {
        get: async () => kept,
        set: async (values) => { Object.assign(kept, JSON.parse(JSON.stringify(values))) },
        remove: async (keys) => { for (const key of keys) delete kept[key] },
      } },
      tabs: { query: async () => [{ id: 1 }], sendMessage: async () => (${JSON.stringify(taken)}) },
      permissions: { request: async (wanted) => { globalThis.wanted = wanted; return globalThis.allowed !== false } },
    }`
    return openPage({ ...files, [WATCH]: VIDEO }, PANEL, api)
  }

  test('checks the page that is open, and collects it once', async () => {
    await openPanel('coconala-service', 'https://coconala.com/services/1234567')
    await page.getByRole('button', { name: 'このページを確かめる' }).click()
    await expect.poll(() => page.locator('#says').innerText()).toMatch(/^(?:不可|要審査|要審査)/)
    expect(await page.locator('#findings').innerText()).toContain('services[0].body')
    for (let twice = 0; twice < 2; twice++)
      await page.getByRole('button', { name: '審査のために集める' }).click()
    await expect.poll(() => page.locator('#count').innerText()).toBe('1')
    await page.getByRole('button', { name: 'まとめて確かめる' }).click()
    await expect.poll(() => page.locator('#says').innerText()).toMatch(/^(?:不可|要審査|要審査)/)
    await page.getByRole('button', { name: 'すべて消す' }).click()
    await expect.poll(() => page.locator('#count').innerText()).toBe('0')
    expect(await page.evaluate('Object.keys(kept)')).toEqual([])
  })

  test('reads a linked video’s description once that one host is allowed', async () => {
    await openPanel('coconala-portfolio', 'https://coconala.com/users/7654/portfolios/99')
    await page.getByRole('button', { name: 'このページを確かめる' }).click()
    await expect.poll(() => page.locator('#findings').innerText()).toContain('youtu.be/Lm4nBvC8xZq')
    expect(await page.locator('#findings').innerText()).not.toContain('links[0].description')
    await page.getByRole('button', { name: 'リンク先の動画の説明も読む' }).click()
    await expect.poll(() => page.locator('#findings').innerText()).toContain('links[0].description')
    expect(await page.evaluate('wanted')).toEqual({ origins: ['https://www.youtube.com/*'] })
  })

  test('reads nothing where it is not allowed', async () => {
    await openPanel('coconala-portfolio', 'https://coconala.com/users/7654/portfolios/99')
    await page.evaluate('globalThis.allowed = false')
    await page.getByRole('button', { name: 'リンク先の動画の説明も読む' }).click()
    await expect.poll(() => page.locator('#says').innerText()).toContain('許可がない')
  })
})

test('asks for three sites, two more at a click, and for nothing else', () => {
  for (const target of ['chrome', 'firefox']) {
    const manifest = JSON.parse(readFileSync(`${FOLDER}/${target}/manifest.json`, 'utf8'))
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage'])
    expect(manifest.host_permissions).toBeUndefined()
    expect(manifest.optional_host_permissions).toEqual(['https://www.youtube.com/*', 'https://vimeo.com/*'])
    const hosts = manifest.content_scripts[0].matches.map((match: string) => match.split('/')[2])
    expect(
      hosts.every((host: string) => /(?:^|\.)(?:coconala\.com|crowdworks\.jp|lancers\.jp)$/.test(host)),
    ).toBe(true)
  }
})
