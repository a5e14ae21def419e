/** `/docs`: every paper in the frame, in both languages' navigation, and no link that leads nowhere. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { PROBLEMS } from '../../src/http/problem.ts'
import { nodeStaticFiles } from '../../src/runtime/node-static-files.ts'
import { createWeb } from '../../src/web/create-web.tsx'
import { REFERENCE, SHELVES } from '../../src/web/strings/papers.ts'
import { fakeDeps } from '../http/fake-deps.ts'
import { pageLinter } from './support/page-linter.ts'

const linter = () => pageLinter
const app = createApp(
  fakeDeps({
    linter,
    web: (described) => createWeb({ linter, textLimit: 20_000, files: nodeStaticFiles, described }),
  }),
)
const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8'
const ask = (path: string, accept = BROWSER) => app.request(path, { headers: { accept } })
const text = async (path: string) => (await ask(path)).text()

const papers = SHELVES.flatMap((shelf) => shelf.papers.map(({ name }) => name))
const addresses = ['/docs', ...[...papers, REFERENCE.name].map((name) => `/docs/${name}`)]

test('the navigation has every paper that the build made, and no other', () => {
  const built = JSON.parse(readFileSync('dist/docs/papers.json', 'utf8')) as string[]
  expect([...papers].sort()).toEqual(built.sort())
})

describe('every paper', () => {
  test.each(addresses)('%s stands in the frame, in either language', async (address) => {
    const page = await text(address)
    expect(page).toContain('aria-current="page"')
    expect(page).toContain('出品者の方へ')
    expect(await text(`${address}?lang=en`)).toContain('For sellers')
  })

  test.each(addresses)('%s: its links lead somewhere, to the place that they name', async (address) => {
    const page = await text(address)
    const main = page.slice(page.indexOf('<main'))
    const links = [...main.matchAll(/ (?:href|src)="((?:\/|#)[^"]*)"/g)].map(([, link]) => link!)
    expect(links.length).toBeGreaterThan(5)
    const lost: string[] = []
    for (const link of new Set(links)) {
      const [path = '', place] = link.split('#')
      const target = path === '' ? page : await text(path)
      if (path !== '' && (await ask(path)).status !== 200) lost.push(link)
      else if (place !== undefined && !target.includes(`id="${decodeURIComponent(place)}"`)) lost.push(link)
    }
    expect(lost).toEqual([])
  })

  test('in Markdown has none of its signs left, and its tables are tables', async () => {
    for (const name of papers) {
      const { html } = (await (await nodeStaticFiles(`docs/${name}.json`))!.json()) as { html: string }
      const prose = html.replace(/<pre[\s\S]*?<\/pre>|<code>.*?<\/code>/g, '')
      expect(prose).not.toMatch(/^\||\]\(|^#+ |^```|\*\*/m)
      // Where a line of Japanese ends in the source a reader sees no space.
      expect(prose).not.toMatch(/[ぁ-ん。、]\n[ぁ-んァ-ヶ一-龠「]/)
    }
    expect(await text('/docs/contributing/speed')).toMatch(/<table><thead><tr><td><\/td><th scope="col">/)
  })
})

test('a problem’s type leads to its code', async () => {
  const page = await text('/docs')
  expect(Object.keys(PROBLEMS).filter((code) => !page.includes(`<tr id="${code}">`))).toEqual([])
})

describe('what is not there', () => {
  test.each(['/docs/none', '/docs/pictures/none.webp', '/rules/no/such', '/none', '/assets/none.js'])(
    '%s is a page for a browser and a problem for everybody else',
    async (path) => {
      const page = await ask(path)
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
      expect(await page.text()).toContain('お探しのページはありません。')
      const problem = await ask(path, 'application/json')
      expect(problem.headers.get('content-type')).toBe('application/problem+json')
      expect(await problem.json()).toMatchObject({ code: 'not-found', status: 404 })
    },
  )

  test.each(['/docs/pictures/..%2f..%2fpackage.json', '/docs/..%2f..%2fpackage', '/docs/papers'])(
    '%s leads to no file that is no paper',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
})
