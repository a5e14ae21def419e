/** The service as a Hono app: the same on Node and on Workers, which only differ in the deps they give. */
import { Hono, type MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { AppDeps } from './deps.ts'
import { fieldFaults } from './field-faults.ts'
import { readJson } from './json-body.ts'
import { Problem, problemResponse } from './problem.ts'
import type { HttpEnv, RequestFacts, Route } from './route.ts'
import { routes } from './routes/index.ts'
import { referenceRoutes } from './routes/reference.ts'

/** For every answer that does not bring its own. */
const SECURE_HEADERS = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
] as const

/** Builds the app. It keeps no state between requests. */
export function createApp(deps: AppDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  app.use(observe(deps))

  const all = [...routes, ...referenceRoutes(routes, deps.limits, deps.version)]
  const methods = new Map<string, string[]>()
  for (const route of all) {
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method])
    app.on(route.method, route.path, handler(route, deps))
  }
  for (const [path, known] of methods) {
    const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    app.all(path, (c) => {
      c.var.facts.route = path
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
      throw new Problem('method-not-allowed', { detail: `Allowed: ${allow}.` }, { allow })
    })
  }
  if (deps.web !== undefined) app.route('/', deps.web)

  app.notFound((c) => answerProblem(new Problem('not-found'), c.var.facts))
  app.onError((error, c) => {
    const { facts } = c.var
    if (error instanceof Problem) return answerProblem(error, facts)
    deps.log({ level: 'error', event: 'fault', id: facts.id, route: facts.route, ...describeFault(error) })
    return answerProblem(new Problem('internal'), facts)
  })
  return app
}

/** Gives each request its id, and one log line when it is answered. */
function observe(deps: AppDeps): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const start = deps.clock()
    const facts: RequestFacts = { id: deps.newId(), route: 'unmatched' }
    c.set('facts', facts)
    await next()
    const { headers } = c.res
    headers.set('x-request-id', facts.id)
    for (const [name, value] of SECURE_HEADERS) if (!headers.has(name)) headers.set(name, value)
    deps.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      ...facts,
      method: c.req.method,
      status: c.res.status,
      ms: Math.round((deps.clock() - start) * 1000) / 1000,
    })
  }
}

function handler(route: Route, deps: AppDeps): MiddlewareHandler<HttpEnv> {
  const linter = () => {
    const current = deps.linter()
    if (current === undefined) throw new Problem('not-ready', {}, { 'retry-after': '1' })
    return current
  }
  return async (c) => {
    const { facts } = c.var
    facts.route = route.path
    const body =
      route.body === undefined
        ? undefined
        : validate(route.body.schema, await readJson(c.req.raw, deps.limits))
    return route.handle({ c, deps, facts, body, linter })
  }
}

function validate(schema: z.ZodType, body: unknown): unknown {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Problem('invalid-request', { errors: fieldFaults(parsed.error, body) })
}

function answerProblem(problem: Problem, facts: RequestFacts): Response {
  facts.problem = problem.code
  return problemResponse(problem, facts.id)
}

/** What an internal fault may say in a log: kinds and places in our code; messages may hold what a caller wrote. */
export function describeFault(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const below = error.cause instanceof Error ? describeFault(error.cause).at : []
  return { kind: error.name, at: [...frames.map((line) => line.trim()), ...below].slice(0, 20) }
}
