/** The service as `npm start` runs it, with the real linter: the founding stories at a click. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, serve } from '../../src/runtime/serve.ts'
import { browse, type OpenPage, underlined } from './support/open-page.ts'

let service: Service
let open: OpenPage

beforeAll(async () => {
  service = await serve({ environment: {}, port: 0, log: () => {} })
  open = await browse(service.url)
})

afterAll(async () => {
  const { expectSilence, close } = open
  await close()
  await service.close()
  expectSilence()
})

const stories: [string, string, string, readonly string[]][] = [
  ['a disguised invitation', '「ら〇ん」の誘い', 'block', ['ら〇んで話しませんか']],
  ['the bare name', '「LINE」だけ', 'allow', []],
  ['a refusal', '断りの文', 'allow', []],
  ['a Drive link on CrowdWorks', 'ドライブのリンク', 'warn', ['https://drive.google.com/']],
]

test.each(stories)('%s', async (_, name, verdict, words) => {
  await open.page.getByRole('button', { name: '消す' }).click()
  await open.page.locator('#verdict[data-verdict=none]').waitFor()
  await open.page.getByRole('button', { name }).click()
  await open.page.locator(`#verdict[data-verdict=${verdict}]`).waitFor()
  const hard = (await underlined(open.page)).filter(([action]) => action !== 'note')
  expect(hard.length > 0).toBe(words.length > 0)
  for (const [index, word] of words.entries()) expect(hard[index]![1]).toContain(word)
})

test('the disguise is undone step by step', async () => {
  await open.page.getByRole('button', { name: '「ら〇ん」の誘い' }).click()
  const steps = open.page.locator('#findings .trail').first().locator('li')
  await expect.poll(async () => (await steps.allInnerTexts()).at(-1)).toBe('LINE')
  expect((await steps.allInnerTexts())[0]).toContain('ら〇ん')
})

test('the same Drive link is another matter on coconala', async () => {
  await open.page.getByRole('button', { name: 'ドライブのリンク' }).click()
  await open.page.locator('#verdict[data-verdict=warn]').waitFor()
  await open.page.getByRole('radio', { name: 'ココナラ' }).check()
  await open.page.locator('#verdict[data-verdict=block]').waitFor()
})

test('a safe fix leaves nothing to fix in its words', async () => {
  const { page } = open
  await page.getByRole('button', { name: '言葉づかい' }).click()
  await page.locator('#findings .fix').first().waitFor()
  const before = await page.inputValue('#text')
  const count = await page.locator('#findings .fix').count()
  await page.locator('#findings .fix').first().click()
  expect(await page.inputValue('#text')).not.toBe(before)
  await expect.poll(() => page.locator('#findings .fix').count()).toBe(count - 1)
})

test('the sample account has findings in its profile, its services, its pictures and behind its links', async () => {
  await open.page.getByRole('tab', { name: 'アカウント' }).click()
  await open.page.getByRole('button', { name: '見本で試す' }).click()
  const places = open.page.locator('.audit-field > p > code')
  await expect
    .poll(() => places.allInnerTexts())
    .toEqual(expect.arrayContaining(['profile.bio', 'services[1].body', 'portfolio[0].images[0].caption']))
  expect(await open.page.locator('.audit-list').innerText()).toContain('aB3dE5fG7hI')
})
