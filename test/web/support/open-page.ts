/**
 * A page of the real app in a real browser. Whatever the console says, whatever the policy refuses, and every request
 * that leaves the origin is kept: a test is over only once `expectSilence` has found nothing.
 */
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { createApp } from '../../../src/http/app.ts'
import type { AppDeps } from '../../../src/http/deps.ts'
import { listen } from '../../../src/runtime/listen.ts'
import { nodeStaticFiles } from '../../../src/runtime/node-static-files.ts'
import { createWeb } from '../../../src/web/create-web.tsx'
import { fakeDeps } from '../../http/fake-deps.ts'
import { connectChromium } from './connect-chromium.ts'
import { pageLinter } from './page-linter.ts'

export interface OpenPage {
  readonly page: Page
  /** `http://…`, without a path. */
  readonly origin: string
  /** The bodies of the API's requests so far, by path. */
  readonly asked: (path: string) => readonly unknown[]
  /** Faults that the test means to cause, for example a refused request. */
  readonly expectMessages: (pattern: RegExp) => void
  readonly expectSilence: () => void
  readonly close: () => Promise<void>
}

let browser: Promise<Browser> | undefined

/** A page of an app with a linter simple enough to foresee. */
export async function openPage(
  path = '/',
  { deps = {}, ...options }: BrowserContextOptions & { deps?: Partial<AppDeps> } = {},
): Promise<OpenPage> {
  const linter = () => pageLinter
  const web: AppDeps['web'] = (described) =>
    createWeb({ linter, textLimit: 20_000, files: nodeStaticFiles, described })
  const app = createApp(fakeDeps({ linter, web, ...deps }))
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  const open = await browse(server.url, path, options)
  return {
    ...open,
    async close() {
      await open.close()
      await server.close(0)
    },
  }
}

/** A page of a service that runs already. */
export async function browse(
  origin: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  browser ??= connectChromium()
  const context = await (await browser).newContext({ locale: 'ja-JP', ...options })
  const page = await context.newPage()
  const noise: string[] = []
  let meant: RegExp | undefined
  const asked: { path: string; body: unknown }[] = []
  page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const address = new URL(request.url())
    if (!/^(?:blob|data):$/.test(address.protocol) && address.origin !== origin) {
      noise.push(`request: ${address.origin}`)
    }
    if (address.pathname.startsWith('/v1/')) {
      asked.push({ path: address.pathname, body: request.postDataJSON() })
    }
  })
  await page.exposeFunction('sekishoRefused', (what: string) => noise.push(`policy: ${what}`))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    sekishoRefused(event.violatedDirective + ' ' + event.blockedURI))`)
  await page.goto(origin + path)
  return {
    page,
    origin,
    asked: (wanted) => asked.filter((one) => one.path === wanted).map(({ body }) => body),
    expectMessages(pattern) {
      meant = pattern
    },
    expectSilence: () => expect(noise.filter((line) => meant?.test(line) !== true)).toEqual([]),
    close: () => context.close(),
  }
}

/** The underlined words, each with its action, in the order of the text. */
export const underlined = (page: Page): Promise<[action: string, words: string][]> =>
  page
    .locator('#mode-text .mirror .line')
    .evaluateAll((lines) => lines.map((line) => [line.getAttribute('data-action')!, line.textContent ?? '']))

/** Faults that axe finds, by rule and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`typeof axe === 'object'`))) await page.evaluate(axe.source)
  const violations = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations)`,
  )) as axe.Result[]
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id} ${target.join(' ')} ${failureSummary}`),
  )
}
