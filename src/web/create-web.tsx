/** The page as a Hono app: server-rendered HTML and the built files of the browser's part; no state. */
import { type Context, Hono } from 'hono'
import type { Linter } from '../core/lint/linter.ts'
import { assetAt } from './assets.ts'
import { catalogueOf } from './catalogue/catalogue.ts'
import { sourcesOf } from './catalogue/sources.ts'
import { MessagePage } from './pages/message-page.tsx'
import { PlaygroundPage } from './pages/playground-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { LANGUAGES, type Language } from './strings/languages.ts'

export interface WebDeps {
  /** The linter in force; `undefined` while there is none. */
  readonly linter: () => Linter | undefined
  /** UTF-16 code units of a text that the API takes. */
  readonly textLimit: number
  /** The folder of the engine's files, where pages lint by themselves and there is no API (`npm run build:site`). */
  readonly engine?: string
}

/** Nothing from elsewhere, nothing inline. */
const POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"

/** Serves `/`, `/rules`, `/rules/…` and `/assets/…`. The page asks the API under `/v1` of the same origin. */
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
    if (rule === undefined) return page(c, <MessagePage k="error.not-found" language={languageOf(c)} />, 404)
    return page(c, <RulePage rule={rule} language={languageOf(c)} engine={deps.engine} />)
  })

  web.get('/assets/:name', (c, next) => {
    const asset = assetAt(c.req.path)
    if (asset === undefined) return next()
    return c.body(asset.text, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  web.notFound((c) => page(c, <MessagePage k="error.not-found" language={languageOf(c)} />, 404))
  return web
}

function page(c: Context, content: Parameters<Context['html']>[0], status: 200 | 404 | 503 = 200) {
  c.header('content-security-policy', POLICY)
  c.header('cache-control', 'no-cache')
  return c.html(content, status)
}

const notReady = (c: Context) => page(c, <MessagePage k="error.not-ready" language={languageOf(c)} />, 503)

function languageOf(c: Context): Language {
  const asked = c.req.query('lang')
  return LANGUAGES.find((language) => language === asked) ?? 'ja'
}
