/**
 * `npm run test:extension`: the packed extension in a Chromium of the system's, which loads unpacked extensions (the one
 * from npm does not). Says so where there is none.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing']
const executablePath =
  process.env.CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file))
if (executablePath === undefined) {
  console.log(
    'NOT TESTED: there is no Chromium in PATH that loads extensions (Debian: apt install chromium; or CHROMIUM=…)',
  )
  process.exit(0)
}

execFileSync(process.execPath, ['src/tools/run.mjs', 'src/tools/build-extension.ts'], { stdio: 'inherit' })
const folder = resolve('build/extension/chrome')
const profile = mkdtempSync(join(tmpdir(), 'sekisho-extension-'))
const address = 'https://coconala.com/talkrooms/7654321'
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: false,
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
  ],
})
const leaks = []
try {
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (url === address) {
      const body = readFileSync('test/fixtures/pages/coconala-talkroom.html', 'utf8')
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
    }
    if (!/^(?:chrome-extension:|https:\/\/coconala\.com\/favicon)/.test(url)) leaks.push(url)
    return route.continue()
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('textarea').click()
  const start = performance.now()
  await page.keyboard.type('詳しくはLINEで話しませんか')
  await page.locator('sekisho-marks .badge[data-verdict=block]').waitFor({ timeout: 30_000 })
  const words = await page.locator('sekisho-marks .line').allInnerTexts()
  if (words.join() !== 'LINEで話しませんか') throw new Error(`marked: ${words.join()}`)
  await page.locator('sekisho-marks .badge').click()
  await page.locator('sekisho-marks .card').first().waitFor()
  await page.screenshot({ path: 'build/extension/screenshot.png' })
  if (leaks.length > 0) throw new Error(`asked for ${leaks.join(', ')}`)
  console.log(
    `marked after ${Math.round(performance.now() - start)} ms, in ${executablePath}; nothing was asked of any network`,
  )
} finally {
  await context.close()
  rmSync(profile, { recursive: true, force: true })
}
