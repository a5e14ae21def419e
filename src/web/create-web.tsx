/** The page as a Hono app: server-rendered HTML and the built files of the browser's part; no state. */
import { Hono } from 'hono'
import type { Linter } from '../core/lint/linter.ts'
import { assetType } from './assets.ts'
import { catalogueOf } from './catalogue/catalogue.ts'
import { sourcesOf } from './catalogue/sources.ts'
import { docsRoutes } from './docs/docs-routes.tsx'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { languageOf, notFoundPage, notReady, page } from './respond.tsx'
import { NO_FILES, type StaticFiles } from './static-files.ts'

export interface WebDeps {
  /** The linter in force; `undefined` while there is none. */
  readonly linter: () => Linter | undefined
  /** UTF-16 code units of a text that the API takes. */
  readonly textLimit: number
  /** What the build left beside the program: the browser's part, papers, pictures. By default there is none. */
  readonly files?: StaticFiles
  /** The service's OpenAPI document; missing where there is no service. */
  readonly described?: () => object
  /** The folder of the engine's files, where pages lint by themselves and there is no API (`npm run build:site`). */
  readonly engine?: string
}

/** Serves `/`, `/rules`, `/docs` with all below, and `/assets/…`. The page asks the API under `/v1` of the same origin. */
export function createWeb(deps: WebDeps): Hono {
  const web = new Hono()

  web.get('/', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    const marketplaces = linter.packs
      .filter(({ spec }) => spec.kind === 'marketplace')
      .map(({ spec }) => ({ id: spec.id, title: spec.title }))
    return page(
      c,
      <PlaygroundPage
        marketplaces={marketplaces}
        textLimit={deps.textLimit}
        sources={sourcesOf(linter.packs)}
        language={languageOf(c)}
        engine={deps.engine}
      />,
    )
  })

  web.get('/rules', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    const query = c.req.query('q') ?? ''
    return page(
      c,
      <RulesPage
        rules={catalogueOf(linter.packs)}
        packs={linter.packs}
        query={query}
        language={languageOf(c)}
        engine={deps.engine}
      />,
    )
  })

  web.get('/rules/:name{.+}', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    const rule = catalogueOf(linter.packs).find(({ name }) => name === c.req.param('name'))
    if (rule === undefined) return c.notFound()
    return page(c, <RulePage rule={rule} language={languageOf(c)} engine={deps.engine} />)
  })

  const { files = NO_FILES, described, engine } = deps
  web.get('/assets/:name', async (c) => {
    const name = c.req.param('name')
    const type = assetType(name)
    const file = type === undefined ? undefined : await files(`assets/${name}`)
    if (type === undefined || file === undefined) return c.notFound()
    return c.body(await file.arrayBuffer(), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  web.route('/docs', docsRoutes({ files, described, engine }))

  web.notFound(notFoundPage)
  return web
}
