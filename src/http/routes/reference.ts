/** `GET /openapi.json` and the reference page `GET /docs`, made from the routes themselves. */
import type { Limits } from '../limits.ts'
import { openapi } from '../openapi.ts'
import { referencePage } from '../reference-page.ts'
import { type Route, route } from '../route.ts'

export function referenceRoutes(routes: readonly Route[], limits: Limits, version: string): Route[] {
  let document: ReturnType<typeof openapi> | undefined
  let page: Promise<{ html: string; csp: string }> | undefined
  const described = (): ReturnType<typeof openapi> => {
    document ??= openapi(all, limits, version)
    return document
  }

  const documentRoute = route({
    method: 'GET',
    path: '/openapi.json',
    operation: 'openapi',
    tag: 'Service',
    summary: 'This document',
    needsKey: false,
    answers: { 200: { description: 'OpenAPI 3.1', contentType: 'application/json' } },
    problems: [],
    handle: ({ c }) => c.json(described(), 200, { 'cache-control': 'public, max-age=300' }),
  })
  const pageRoute = route({
    method: 'GET',
    path: '/docs',
    operation: 'docs',
    tag: 'Service',
    summary: 'The reference page',
    needsKey: false,
    answers: { 200: { description: 'HTML, complete in itself', contentType: 'text/html' } },
    problems: [],
    async handle({ c }) {
      page ??= referencePage(described())
      const { html, csp } = await page
      return c.html(html, 200, { 'content-security-policy': csp, 'cache-control': 'public, max-age=300' })
    },
  })
  const all = [...routes, documentRoute, pageRoute]
  return [documentRoute, pageRoute]
}
