/** The service as a Hono app: the same on Node and on Workers, which only differ in the deps they give. */

import { type Context, Hono, type HonoRequest } from 'hono'
import { cors } from 'hono/cors'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import type * as z from 'zod'
import { authorize } from './access.ts'
import { openAllowance, UNLIMITED } from './allowance.ts'
import { clientOf } from './client-address.ts'
import type { AppDeps } from './deps.ts'
import { fieldFaults } from './field-faults.ts'
import { readJson } from './json-body.ts'
import { createObserver, type Work } from './observer.ts'
import { Problem } from './problem.ts'
import { type HttpEnv, JsonText, type Route } from './route.ts'
import { routes } from './routes/index.ts'
import { metricsRoute } from './routes/metrics.ts'
import { referenceRoute } from './routes/reference.ts'

/** Builds the app. It keeps no state between requests. */
export function createApp(deps: AppDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const observer = createObserver(deps)
  if (deps.origins.length > 0) {
    app.use('/v1/*', observer.middleware)
    app.use('/v1/*', cors(corsOptions(deps.origins)))
  }

  const served = deps.metrics.exposition === undefined ? routes : [...routes, metricsRoute]
  const { route: reference, described } = referenceRoute(served, deps.limits, deps.version)
  const methods = new Map<string, string[]>()
  // Nothing but its handler stands behind a path: one that passes requests on costs each of them a chain of promises.
  for (const route of [...served, reference]) {
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
    app.on(route.method, route.path, observer.around(handler(route, deps)))
  }
  const known = new RegExpRouter<string>()
  for (const path of methods.keys()) known.add('ALL', path, path)
  const web = deps.web?.(described)
  if (web !== undefined) {
    for (const { method, path } of web.routes) {
      app.on(method, path, observer.middleware, (c, next) => {
        c.var.facts.route = path
        return next()
      })
    }
    app.route('/', web)
  }

  const lost = observer.around((c, facts) => {
    const path = known.match('ALL', c.req.path)[0][0]?.[0]
    if (path !== undefined) {
      facts.route = path
      return otherMethod(c, methods.get(path)!)
    }
    const problem = observer.failed(new Problem('not-found'), facts)
    // The page has words of its own for a person who is lost.
    return web !== undefined && asksForPage(c.req) ? web.fetch(c.req.raw) : problem
  })
  app.notFound(lost)
  app.onError((error, c) => observer.failed(error, c.var.facts))
  return app
}

/** @throws {Problem} `method-not-allowed`, but for who asks which methods there are. */
function otherMethod(c: Context, known: readonly string[]): Response {
  const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
  throw new Problem('method-not-allowed', { detail: `Allowed: ${allow}.` }, { allow })
}

function handler(route: Route, deps: AppDeps): Work {
  const linter = () => {
    const current = deps.linter()
    if (current === undefined) throw new Problem('not-ready', {}, { 'retry-after': '1' })
    return current
  }
  return async (c, facts) => {
    facts.route = route.path
    const key = route.needsKey ? authorize(deps.access, c.req.header('authorization')) : undefined
    let allowance = UNLIMITED
    if (key !== undefined) {
      facts.key = key.name
      const address = deps.addressOf?.(c.req.raw, c.env)
      allowance = await openAllowance(deps, key, address === undefined ? undefined : clientOf(address))
    }
    const sent = route.body === undefined ? undefined : await readJson(c.req.raw, deps.limits)
    const body = route.body === undefined ? undefined : validate(route.body.schema, sent)
    const answer = await route.handle({ c, deps, facts, key, body, sent, linter, allowance })
    const standing = allowance.headers()
    if (answer instanceof JsonText) return new JsonText(answer.text, standing)
    for (const [name, value] of Object.entries(standing)) answer.headers.set(name, value)
    return answer
  }
}

const corsOptions = (origins: readonly string[]) => ({
  origin: [...origins],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['authorization', 'content-type', 'traceparent'],
  exposeHeaders: ['x-request-id', 'ratelimit', 'ratelimit-policy', 'retry-after', 'traceresponse'],
  maxAge: 3600,
})

const asksForPage = (request: HonoRequest): boolean =>
  request.method === 'GET' &&
  !request.path.startsWith('/v1/') &&
  (request.header('accept') ?? '').includes('text/html')

function validate(schema: z.ZodType, body: unknown): unknown {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', { errors: fieldFaults(parsed.error, body) })
}
