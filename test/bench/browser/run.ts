/**
 * What the engine costs in Chromium: bytes of its files, milliseconds from having them until it can lint, and a lint of
 * 120 characters. `npm run bench:browser`.
 */
import { statSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { launchChromium } from '../../web/support/chromium.ts'
import { serveFolder } from '../../web/support/static-site.ts'

const TRIES = 10
const LINTS = 200

const server = await launchChromium()
const site = await serveFolder('dist/browser', { '/': '<!doctype html><title>bench</title>' })
try {
  const browser = await chromium.connect(server.wsEndpoint())
  const page = await browser.newPage()
  await page.goto(site.url)
  const ready: number[] = []
  for (let attempt = 0; attempt < TRIES; attempt++) {
    ready.push(
      (await page.evaluate(
        `import('/index.js').then(({ openSekisho }) => openSekisho()).then((it) => (it.close(), it.readyMs))`,
      )) as number,
    )
  }
  const lint = (await page.evaluate(`import('/index.js').then(async ({ openSekisho }) => {
    const sekisho = await openSekisho()
    const text = (n) => ('はじめまして。ロゴ制作の件でご連絡いたしました。納期は来週の金曜日を予定しております。'.repeat(3) + n).slice(0, 120)
    for (let n = 0; n < 50; n++) await sekisho.lint({ marketplace: 'coconala', text: text(n) })
    const start = performance.now()
    for (let n = 0; n < ${LINTS}; n++) await sekisho.lint({ marketplace: 'coconala', text: text(1000 + n) })
    return (performance.now() - start) / ${LINTS}
  })`)) as number
  const bytes = ['dictionary.bin', 'packs.bin'].map((name) => statSync(`dist/browser/${name}`).size)
  ready.sort((a, b) => a - b)
  console.log(`dictionary and packs: ${((bytes[0]! + bytes[1]!) / 1e6).toFixed(2)} MB`)
  console.log(
    `ready after: ${ready[0]!.toFixed(0)} ms (best), ${ready[TRIES / 2]!.toFixed(0)} ms (middle of ${TRIES})`,
  )
  console.log(`one lint of 120 characters, there and back: ${lint.toFixed(1)} ms`)
} finally {
  await site.close(0)
  await server.close()
}
