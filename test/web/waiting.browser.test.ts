/** The verdict always belongs to the text beside it: while it is asked for, and where it cannot be had. */
import type { Route } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenPage, openPage } from './support/open-page.ts'

let open: OpenPage
const verdict = () => open.page.locator('#verdict').getAttribute('data-verdict')
const fault = () => open.page.locator('#fault')

beforeEach(async () => {
  open = await openPage()
  await open.page.locator('#verdict[data-verdict=block]').waitFor()
})
afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const answering =
  (status: number, body: object | string, headers: Record<string, string> = {}) =>
  (route: Route) =>
    route.fulfill({
      status,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

describe('one text', () => {
  test('has no verdict while a request hangs, and the right one once it is answered', async () => {
    let answer = () => {}
    await open.page.route('**/v1/lint', (route) => {
      answer = () => void route.continue()
    })
    await open.page.fill('#text', 'こんにちは')
    await expect.poll(verdict).toBe('busy')
    await open.page.locator('#mode-text[aria-busy=true]').waitFor()
    await expect.poll(() => open.asked('/v1/lint').length).toBeGreaterThan(1)
    expect(await verdict()).toBe('busy')
    answer()
    await expect.poll(verdict).toBe('allow')
    expect(await open.page.locator('#mode-text[aria-busy=true]').count()).toBe(0)
  })

  test.each([
    ['a fault of the server', 500, { code: 'internal' }, {}, 'internal'],
    ['a page in place of an answer', 200, '<html>', {}, 'http-200'],
    ['a text that is too long', 422, { code: 'text-too-long', limit: 20_000 }, {}, '長すぎます'],
    ['too many requests', 429, { code: 'rate-limited' }, { 'retry-after': '600' }, '600秒後'],
  ] as const)('after %s is not judged, and says why', async (_, status, body, headers, says) => {
    open.expectMessages(/Failed to load resource/)
    await open.page.route('**/v1/lint', answering(status, body, headers))
    await open.page.fill('#text', 'こんにちは')
    await expect.poll(verdict).toBe('unknown')
    expect(await open.page.locator('#verdict').innerText()).toContain('未判定')
    expect(await fault().innerText()).toContain(says)
    expect(await open.page.locator('#findings li').count()).toBe(0)
    expect(await open.page.locator('#passport').isVisible()).toBe(false)
  })

  test('is judged once the server is there again, by itself or by a click', async () => {
    open.expectMessages(/Failed to load resource/)
    await open.page.route('**/v1/lint', (route) => route.abort())
    await open.page.fill('#text', 'こんにちは')
    await expect.poll(verdict).toBe('unknown')
    expect(await fault().innerText()).toContain('つながりません')
    await open.page.unroute('**/v1/lint')
    await fault().getByRole('button', { name: 'もう一度確かめる' }).click()
    await expect.poll(verdict).toBe('allow')
    expect(await fault().isVisible()).toBe(false)
  })
})

test('a conversation has no verdict while it is asked for, and none where it cannot be had', async () => {
  open.expectMessages(/Failed to load resource/)
  await open.page.locator('[role=tab]').nth(1).click()
  const shown = () => open.page.locator('#mode-talk .verdict').getAttribute('data-verdict')
  await expect.poll(shown).not.toMatch(/busy|none/)
  let answer = (_: Parameters<typeof answering>) => {}
  await open.page.route('**/v1/lint/thread', (route) => {
    answer = (given) => void answering(...given)(route)
  })
  await open.page.locator('#mode-talk textarea').first().fill('こんにちは')
  await expect.poll(shown).toBe('busy')
  await expect.poll(() => open.asked('/v1/lint/thread').length).toBeGreaterThan(1)
  answer([500, { code: 'internal' }])
  await expect.poll(shown).toBe('unknown')
})
