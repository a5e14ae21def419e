/** `GET /openapi.json`, made from the routes themselves. */
import type { Limits } from '../limits.ts'
import { openapi } from '../openapi.ts'
import { type Route, route } from '../route.ts'

type Described = ReturnType<typeof openapi>

/** The route, and the document that it gives: made once, and only when somebody asks. */
export function referenceRoute(
  routes: readonly Route[],
  limits: Limits,
  version: string,
): { readonly route: Route; readonly described: () => Described } {
  let document: Described | undefined
  const described = (): Described => {
    document ??= openapi([...routes, itself], limits, version)
    return document
  }
  const itself = route({
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
  return { route: itself, described }
}
