/** The page as a Hono app: server-rendered HTML and the built files of the browser's part; no state. */
import { type Context, Hono } from 'hono'
import type { Linter } from '../core/lint/linter.ts'
import { assetType } from './assets.ts'
import { catalogueOf } from './catalogue/catalogue.ts'
import { sourcesOf } from './catalogue/sources.ts'
import { docsRoutes } from './docs/docs-routes.tsx'
import { ENGINE_FOLDER, engineFile } from './engine.ts'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { languageOf, notFoundPage, notReady, page } from './respond.tsx'
import { NO_FILES, type StaticFiles } from './static-files.ts'
import { TrialPage } from './trial/trial-page.tsx'

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

/** A Worker has the policy that it was served with. */
const ENGINE_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

/** Serves `/`, `/rules`, `/docs` with all below, and `/assets/…`. The page asks the API under `/v1` of the same origin. */
export function createWeb(deps: WebDeps): Hono {
  const web = new Hono()
  const { files = NO_FILES, described, engine } = deps

  web.get('/', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    return page(
      c,
      <PlaygroundPage
        marketplaces={marketplacesOf(linter)}
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

  web.get('/rules/try', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    return page(
      c,
      <TrialPage marketplaces={marketplacesOf(linter)} language={languageOf(c)} engine={deps.engine} />,
    )
  })

  web.get(`/${ENGINE_FOLDER}/:name{.+}`, async (c) => {
    const known = engineFile(c.req.param('name'))
    if (known === undefined) return c.notFound()
    c.header('content-security-policy', ENGINE_POLICY)
    return kept(c, known.type, await files(known.path))
  })

  web.get('/rules/:name{.+}', (c) => {
    const linter = deps.linter()
    if (linter === undefined) return notReady(c)
    const rule = catalogueOf(linter.packs).find(({ name }) => name === c.req.param('name'))
    if (rule === undefined) return c.notFound()
    return page(c, <RulePage rule={rule} language={languageOf(c)} engine={deps.engine} />)
  })

  web.get('/assets/:name', async (c) => {
    const name = c.req.param('name')
    const type = assetType(name)
    return type === undefined ? c.notFound() : kept(c, type, await files(`assets/${name}`))
  })

  web.route('/docs', docsRoutes({ files, described, engine }))

  web.notFound(notFoundPage)
  return web
}

/** A file whose address changes with its content. */
async function kept(c: Context, type: string, file: Response | undefined) {
  if (file === undefined) return c.notFound()
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
  return c.body(await file.arrayBuffer(), 200, headers)
}

const marketplacesOf = ({ packs }: Linter) =>
  packs
    .filter(({ spec }) => spec.kind === 'marketplace')
    .map(({ spec }) => ({ id: spec.id, title: spec.title }))
