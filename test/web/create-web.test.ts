/** What the server sends: policy, weight, languages, what is not found. The browser's part has tests of its own. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { nodeStaticFiles } from '../../src/runtime/node-static-files.ts'
import { createWeb } from '../../src/web/create-web.tsx'
import { LANGUAGES } from '../../src/web/strings/languages.ts'
import { STRINGS } from '../../src/web/strings/strings.ts'
import { fakeDeps } from '../http/fake-deps.ts'
import { pageLinter } from './support/page-linter.ts'

const linter = () => pageLinter
const app = createApp(
  fakeDeps({
    linter,
    web: (described) => createWeb({ linter, textLimit: 20_000, files: nodeStaticFiles, described }),
  }),
)

const text = async (path: string) => (await app.request(path)).text()

/** The files that a page loads, by the addresses in it. */
const loaded = (page: string) => [
  ...new Set([...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!)),
]

/** Files, and the parts that they load at once. */
const withParts = async (addresses: readonly string[]): Promise<string[]> => {
  const known = new Map<string, string>()
  for (const open = [...addresses]; open.length > 0; ) {
    const address = open.pop()!
    if (known.has(address)) continue
    const file = await text(address)
    known.set(address, file)
    const parts = file.matchAll(/(?:^|[;}])import\s*(?:\{[^}]*\}\s*from\s*)?"\.\/([\w-]+\.js)"/g)
    open.push(...[...parts].map(([, part]) => `/assets/${part}`))
  }
  return [...known.values()]
}

describe('pages', () => {
  test.each(['/', '/rules', '/rules/common/line'])(
    '%s with all that it loads weighs at most 100 kB',
    async (path) => {
      const page = await text(path)
      const files = await withParts(loaded(page))
      expect(files.length).toBeGreaterThan(3)
      const bytes = [page, ...files].reduce((sum, file) => sum + gzipSync(file).length, 0)
      expect(bytes).toBeLessThanOrEqual(100_000)
    },
  )

  test.each([
    '/',
    '/rules',
    '/rules/common/line',
    '/rules/no/such',
    '/docs',
    '/docs/policy/tone',
    '/docs/reference',
  ])('%s runs nothing but its own files', async (path) => {
    const response = await app.request(path, { headers: { accept: 'text/html' } })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ])
    const page = await response.text()
    expect(page).not.toMatch(/ style="| on\w+="|<style|<script>(?!\s*<)/)
    expect([...page.matchAll(/(?:src|href)="(https?:)/g)].length).toBe(path === '/rules/common/line' ? 2 : 0)
  })

  test('files are kept for ever, pages are asked for again', async () => {
    const [file] = loaded(await text('/'))
    expect((await app.request(file!)).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await app.request('/')).headers.get('cache-control')).toBe('no-cache')
  })

  test.each([
    ['/rules/no/such', 404],
    ['/assets/none.js', 404],
    ['/rules/common/line', 200],
  ])('%s is answered with %i', async (path, status) => {
    expect((await app.request(path)).status).toBe(status)
  })

  test('before the linter is loaded the page says so', async () => {
    const starting = createApp(
      fakeDeps({ linter: () => undefined, web: () => createWeb({ linter: () => undefined, textLimit: 1 }) }),
    )
    for (const path of ['/', '/rules', '/rules/common/line']) {
      expect((await starting.request(path)).status).toBe(503)
    }
  })

  test('what a pack says is text, never markup', async () => {
    const evil = structuredClone(pageLinter.packs.map(({ spec, digest }) => ({ spec, digest })))
    const says = '</script><script>alert(1)</script><b>&'
    evil[0]!.spec.rules[0]!.says = says
    evil[0]!.spec.rules[0]!.source = { url: 'https://example.com/', read: '2026-11-20', says }
    const dangerous = () => ({ ...pageLinter, packs: evil })
    const web = createWeb({ linter: dangerous, textLimit: 1 })
    for (const path of ['/', '/rules', '/rules/common/line']) {
      expect(await (await web.request(path)).text()).not.toContain('<script>alert')
    }
  })
})

describe('strings', () => {
  test('every one is there in both languages, with the same values', () => {
    const values = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
    const wrong = Object.entries(STRINGS).filter(
      ([, words]) =>
        words.length !== LANGUAGES.length ||
        words.some((word) => word.trim().length === 0) ||
        String(values(words[0])) !== String(values(words[1])),
    )
    expect(wrong).toEqual([])
  })
})
