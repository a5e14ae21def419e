/** `/docs`: the papers in the page's frame, and the HTTP reference made from the service's own description. */
import { Hono } from 'hono'
import { languageOf, page } from '../respond.tsx'
import type { StaticFiles } from '../static-files.ts'
import { paperName } from '../strings/papers.ts'
import { DocsPage } from './docs-page.tsx'
import type { OpenApi } from './openapi.ts'
import { type Paper, PaperPage } from './paper-page.tsx'
import { ReferencePage } from './reference-page.tsx'

export interface DocsDeps {
  readonly files: StaticFiles
  /** The service's description; missing where there is no service. */
  readonly described?: (() => object) | undefined
  readonly engine?: string | undefined
}

export function docsRoutes({ files, described, engine }: DocsDeps): Hono {
  const docs = new Hono()
  // Made by the routes themselves; only who serves them knows its type.
  const api = () => described?.() as OpenApi | undefined

  docs.get('/', (c) => page(c, <DocsPage api={api()} language={languageOf(c)} engine={engine} />))

  docs.get('/reference', (c) => {
    const document = api()
    if (document === undefined) return c.notFound()
    return page(c, <ReferencePage api={document} language={languageOf(c)} />)
  })

  docs.get('/pictures/:name', async (c) => {
    const picture = await files(`docs/pictures/${c.req.param('name')}`)
    if (picture === undefined) return c.notFound()
    return c.body(await picture.arrayBuffer(), 200, {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=3600',
    })
  })

  docs.get('/:name{.+}', async (c) => {
    const name = c.req.param('name')
    // Only what the navigation has is asked for: an address chooses no file.
    const file = paperName(name) === undefined ? undefined : await files(`docs/${name}.json`)
    if (file === undefined) return c.notFound()
    const paper = (await file.json()) as Paper
    const hasReference = described !== undefined
    return page(
      c,
      <PaperPage
        name={name}
        paper={paper}
        hasReference={hasReference}
        language={languageOf(c)}
        engine={engine}
      />,
    )
  })
  return docs
}
