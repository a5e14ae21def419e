/** `<sekisho-field>` in the example pages, in a real browser: a plain form and React. */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bundleReact } from '../../examples/field/bundle-react.mjs'
import { createApp } from '../../src/http/app.ts'
import { type Listening, listen } from '../../src/runtime/listen.ts'
import { fakeDeps } from '../http/fake-deps.ts'
import { accessibilityFaults, browse, type OpenPage } from './support/open-page.ts'
import { pageLinter } from './support/page-linter.ts'

let site: Listening
let open: OpenPage
/** What the proxy does before it passes a question on. */
let proxy: (() => Promise<Response | undefined>) | undefined

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}
/** As a strict marketplace would have it. */
const POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"

beforeAll(async () => {
  const react = await bundleReact()
  const app = createApp(fakeDeps({ linter: () => pageLinter }))
  site = await listen(
    async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/sekisho/')) {
        const refused = await proxy?.()
        if (refused !== undefined) return refused
        const { method, headers } = request
        return app.request(pathname.slice('/sekisho'.length), { method, headers, body: await request.text() })
      }
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
      const name = pathname.slice(1)
      const content =
        name === 'react.js'
          ? react
          : await readFile(name === 'field.js' ? 'dist/field.js' : `examples/field/${name}`, 'utf8').catch(
              () => undefined,
            )
      if (content === undefined) return new Response('not found', { status: 404 })
      const headers = {
        'content-type': TYPES[name.split('.').at(-1)!] ?? 'text/plain',
        'content-security-policy': POLICY,
      }
      return new Response(content, { headers })
    },
    { host: '127.0.0.1', port: 0 },
  )
})
afterAll(() => site.close(0))
afterEach(async () => {
  proxy = undefined
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const verdict = () => open.page.locator('sekisho-field .verdict').getAttribute('data-verdict')
const marks = () => open.page.locator('sekisho-field .line').allInnerTexts()
const VALID = `document.querySelector('sekisho-field').checkValidity()`
const send = () => open.page.getByRole('button', { name: '送信' }).click()

test('is small: at most 30 kB compressed', async () => {
  open = await browse(site.url, '/plain.html')
  expect(gzipSync(await readFile('dist/field.js')).length).toBeLessThanOrEqual(30_000)
})

describe('in a plain form', () => {
  test('underlines the words where they stand, with a card each', async () => {
    open = await browse(site.url, '/plain.html')
    await open.page.fill('#body', 'すいません、😀詳しくはLINEで。\n番号は後ほど。')
    await expect.poll(marks).toEqual(['すいません', 'LINE', '番号'])
    expect(await verdict()).toBe('block')
    expect(await open.page.locator('sekisho-field .card').count()).toBe(3)
    // The mirror lies on the words: the mark's box is inside of the text area, at the words' line.
    const [area, mark, next] = await Promise.all([
      open.page.locator('#body').boundingBox(),
      open.page.locator('sekisho-field .line').nth(1).boundingBox(),
      open.page.locator('sekisho-field .line').nth(2).boundingBox(),
    ])
    expect(mark!.x).toBeGreaterThan(area!.x)
    expect(mark!.y).toBeGreaterThan(area!.y)
    expect(next!.y).toBeGreaterThan(mark!.y + 10)
    expect(await accessibilityFaults(open.page)).toEqual([])
  })

  test('what is forbidden is not submitted, and what is mended is', async () => {
    open = await browse(site.url, '/plain.html')
    await open.page.evaluate(
      `addEventListener('sekisho-hold', (event) => { document.title = event.detail.state })`,
    )
    await open.page.fill('#body', '詳しくはLINEで')
    await expect.poll(verdict).toBe('block')
    await send()
    expect(new URL(open.page.url()).pathname).toBe('/plain.html')
    expect(await open.page.title()).toBe('block')
    await open.page.fill('#body', '詳しくはこちらで')
    await expect.poll(verdict).toBe('allow')
    await send()
    await open.page.waitForURL('**/sent.html?*')
    expect(Object.fromEntries(new URL(open.page.url()).searchParams)).toEqual({
      body: '詳しくはこちらで',
      how: 'now',
    })
  })

  test('whoever presses send before the answer is there has pressed it once', async () => {
    open = await browse(site.url, '/plain.html')
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    proxy = async () => {
      await answered
      return undefined
    }
    await open.page.fill('#body', 'こんにちは')
    await send()
    expect(await verdict()).toBe('checking')
    expect(new URL(open.page.url()).pathname).toBe('/plain.html')
    answer()
    await open.page.waitForURL('**/sent.html?*how=now*')
  })

  test('a fix is one step of undo, and review holds only where it is asked to', async () => {
    open = await browse(site.url, '/plain.html')
    const { page } = open
    await page.fill('#body', 'すいません、番号は後ほど')
    await expect.poll(verdict).toBe('review')
    await page.locator('sekisho-field [part=fix]').click()
    expect(await page.inputValue('#body')).toBe('すみません、番号は後ほど')
    await page.keyboard.press('Control+z')
    expect(await page.inputValue('#body')).toBe('すいません、番号は後ほど')
    await expect.poll(verdict).toBe('review')
    expect(await page.evaluate(VALID)).toBe(false)
    await page.evaluate(`document.querySelector('sekisho-field').setAttribute('hold', 'block')`)
    await expect.poll(verdict).toBe('review')
    expect(await page.evaluate(VALID)).toBe(true)
  })

  test('where nobody answers, it holds, and says so', async () => {
    open = await browse(site.url, '/plain.html')
    open.expectMessages(/status of 503/)
    proxy = async () => new Response(null, { status: 503 })
    await open.page.fill('#body', 'こんにちは')
    await expect.poll(verdict).toBe('unavailable')
    await send()
    expect(new URL(open.page.url()).pathname).toBe('/plain.html')
    proxy = undefined
    await open.page.waitForURL('**/sent.html?*', { timeout: 10_000 }).catch(() => {})
    await expect.poll(verdict).toBe('allow')
  })

  test('an answer that is no report holds as well', async () => {
    open = await browse(site.url, '/plain.html')
    proxy = async () => Response.json({ ok: true })
    await open.page.fill('#body', 'こんにちは')
    await expect.poll(verdict).toBe('unavailable')
  })

  test('an engine of the page is asked instead, with the context that the page gives', async () => {
    open = await browse(site.url, '/plain.html')
    await open.page.evaluate(`{
      const field = document.querySelector('sekisho-field')
      field.context = { history: [{ role: 'buyer', text: 'LINEは使えますか' }] }
      field.engine = { lint: async (submission) => {
        globalThis.asked = submission
        return { verdict: 'warn', findings: [], doubts: [], incomplete: [], pack: { id: 'coconala', version: '1', digest: 'a'.repeat(64) } }
      } }
    }`)
    await open.page.fill('#body', 'はい')
    await expect.poll(verdict).toBe('warn')
    expect(await open.page.evaluate('asked')).toEqual({
      marketplace: 'coconala',
      channel: 'message',
      history: [{ role: 'buyer', text: 'LINEは使えますか' }],
      text: 'はい',
    })
    expect(open.asked('/sekisho/v1/lint')).toEqual([])
  })

  test('while an input method converts, the words stay untouched', async () => {
    open = await browse(site.url, '/plain.html')
    const session = await open.page.context().newCDPSession(open.page)
    await open.page.focus('#body')
    await session.send('Input.imeSetComposition', { text: 'らいん', selectionStart: 3, selectionEnd: 3 })
    await session.send('Input.imeSetComposition', { text: 'LINE', selectionStart: 4, selectionEnd: 4 })
    expect(await open.page.inputValue('#body')).toBe('LINE')
    await session.send('Input.insertText', { text: 'LINE' })
    await expect.poll(marks).toEqual(['LINE'])
  })
})

describe('in React', () => {
  test('a controlled text area: marks, fixes, a held submit, and a value that React sets', async () => {
    open = await browse(site.url, '/react.html')
    const { page } = open
    await page.fill('#body', 'すいません、LINEで')
    await expect.poll(marks).toEqual(['すいません', 'LINE'])
    await expect.poll(() => page.locator('output').getAttribute('data-verdict')).toBe('block')
    await send()
    expect(await page.locator('output').innerText()).toBe('')
    await page.locator('sekisho-field [part=fix]').click()
    expect(await page.inputValue('#body')).toBe('すみません、LINEで')
    await page.fill('#body', 'すみません、こちらで')
    await expect.poll(verdict).toBe('allow')
    await send()
    expect(await page.locator('output').innerText()).toBe('送りました: すみません、こちらで')
    await page.getByRole('button', { name: '例文' }).click()
    await expect.poll(marks).toEqual(['LINE'])
  })
})
