/** `/rules/try` in a real browser, with the real packs: a change, its texts, and what is judged otherwise. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Service, serve } from '../../src/runtime/serve.ts'
import { accessibilityFaults, browse, type OpenPage } from './support/open-page.ts'

let service: Service
let open: OpenPage

beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log: () => {} })
})
afterAll(() => service.close())
afterEach(async () => {
  const { expectSilence, close } = open
  await close()
  expectSilence()
})

const yaml = () => open.page.locator('#trial-yaml')
const start = async (path = '/rules/try', options = {}) => {
  open = await browse(service.url, path, options)
  await expect.poll(() => yaml().inputValue()).toContain('\nid: ')
}
/** Makes what the marketplace does with messengers a matter of caution. */
const soften = async () => {
  const text = await yaml().inputValue()
  await yaml().fill(text.replace(/^( +contact\.messenger:).*(?:\n {4,}.*)*/m, "$1 { '*': warn }"))
}
const own = async (...lines: string[]) => {
  await open.page.getByLabel('自分の文章', { exact: true }).check()
  await open.page.locator('#trial-own').fill(lines.join('\n'))
}
const compare = async () => {
  await open.page.getByRole('button', { name: '比べる' }).click()
  await open.page.locator('.trial-summary').waitFor({ timeout: 120_000 })
}

test('one’s own texts, line by line, and nothing is sent', async () => {
  await start()
  const { page } = open
  await soften()
  expect(await page.locator('#trial-changed').innerText()).toBe('変えたファイル: coconala.yaml')
  await own('よろしくお願いいたします。', '', '詳しくはLINEで話しませんか', 'お見積もりです。')
  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await compare()
  expect(await page.locator('.trial-summary').innerText()).toBe(
    '3の文章のうち、判定が変わるものは1、指摘だけが変わるものは0です。',
  )
  const row = page.locator('.trial-row')
  expect(await row.count()).toBe(1)
  expect(await row.innerText()).toContain('3行目')
  expect(await row.locator('.trial-change > p').innerText()).toMatch(/^ココナラ\s+不可\s+→\s+注意$/)
  expect(await row.locator('mark').innerText()).toBe('LINEで話しませんか')
  expect(requests.filter((one) => !/^GET \/engine-\w+\/[\w.-]+$/.test(one))).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '結果を保存 (CSV)' }).click()
  expect((await download).suggestedFilename()).toBe('sekisho-rules-try.csv')

  // What was found is of what was compared.
  await own('詳しくはLINEで話しませんか')
  expect(await page.locator('#trial-rows .notice').innerText()).toContain('もう一度比べてください')

  await page.reload()
  await expect.poll(() => yaml().inputValue()).toContain("contact.messenger: { '*': warn }")
  expect(await page.locator('#trial-own').inputValue()).toBe('詳しくはLINEで話しませんか')
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect.poll(() => page.locator('#trial-changed').innerText()).toBe('まだ何も変えていません。')
  expect(await yaml().inputValue()).not.toContain("contact.messenger: { '*': warn }")
})

test('a dropped pack with a typo shows its line, and leads to it', async () => {
  await start('/rules/try', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  const { page } = open
  const text = (await yaml().inputValue()).replace(/^version:/m, 'vershun:')
  await page
    .locator('#trial-choose')
    .setInputFiles({ name: 'coconala.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) })
  await expect.poll(() => page.locator('#trial-changed').innerText()).toContain('coconala.yaml')
  await page.getByRole('button', { name: '比べる' }).click()
  const fault = page.locator('#trial-faults li', { hasText: 'vershun' })
  await fault.waitFor({ timeout: 120_000 })
  const line = text.split('\n').findIndex((one) => one.startsWith('vershun:')) + 1
  expect(await fault.getByRole('button').innerText()).toBe(`coconala.yaml ${line}行目`)
  await fault.getByRole('button').click()
  expect(await page.evaluate('getSelection().toString()')).toMatch(/^vershun:/)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

test('a rule’s page leads to its place in the pack', async () => {
  await start('/rules/try#common-contact/no-messenger-proposal')
  await expect
    .poll(() => open.page.evaluate('getSelection().toString()'))
    .toBe('  - id: no-messenger-proposal')
  expect(await open.page.locator('#trial-file').inputValue()).toBe('rules/common-contact.yaml')
})
