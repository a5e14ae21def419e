/** The service as a Hono app: the same on Node and on Workers, which only differ in the deps they give. */

import { Hono, type HonoRequest, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type * as z from 'zod'
import { authorize } from './access.ts'
import { openAllowance, UNLIMITED } from './allowance.ts'
import { clientOf } from './client-address.ts'
import type { AppDeps } from './deps.ts'
import { describeFault } from './describe-fault.ts'
import { fieldFaults } from './field-faults.ts'
import { readJson } from './json-body.ts'
import { Problem, problemResponse } from './problem.ts'
import { type HttpEnv, newFacts, type RequestFacts, type Route } from './route.ts'
import { routes } from './routes/index.ts'
import { metricsRoute } from './routes/metrics.ts'
import { referenceRoute } from './routes/reference.ts'
import { continueTrace, traceparent } from './trace-context.ts'

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
  if (deps.origins.length > 0) app.use('/v1/*', cors(corsOptions(deps.origins)))

  const served = deps.metrics.exposition === undefined ? routes : [...routes, metricsRoute]
  const { route: reference, described } = referenceRoute(served, deps.limits, deps.version)
  const all = [...served, reference]
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
  const web = deps.web?.(described)
  if (web !== undefined) {
    for (const { method, path } of web.routes) {
      app.on(method, path, (c, next) => {
        c.var.facts.route = path
        return next()
      })
    }
    app.route('/', web)
  }

  app.notFound((c) => {
    const problem = answerProblem(new Problem('not-found'), c.var.facts)
    // The page has words of its own for a person who is lost.
    return web !== undefined && asksForPage(c.req) ? web.fetch(c.req.raw) : problem
  })
  app.onError((error, c) => {
    const { facts } = c.var
    if (error instanceof Problem) return answerProblem(error, facts)
    deps.log({
      level: 'error',
      event: 'fault',
      ...identity(facts),
      route: facts.route,
      ...describeFault(error),
    })
    return answerProblem(new Problem('internal'), facts)
  })
  return app
}

/** Gives each request its id, and one log line and its numbers when it is answered. */
function observe(deps: AppDeps): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const start = deps.clock()
    const trace = continueTrace(c.req.header('traceparent'), deps.newSpanId)
    const facts = newFacts(deps.newId(), trace)
    c.set('facts', facts)
    await next()
    const { headers, status } = c.res
    if (facts.route === 'unmatched' && status < 400) facts.route = 'page'
    headers.set('x-request-id', facts.id)
    if (trace !== undefined) headers.set('traceresponse', traceparent(trace))
    for (const [name, value] of SECURE_HEADERS) if (!headers.has(name)) headers.set(name, value)
    const ms = deps.clock() - start
    record(deps, facts, c.req.method, status, ms)
  }
}

function record(deps: AppDeps, facts: RequestFacts, method: string, status: number, ms: number): void {
  const { route, key, problem, verdict, rules, texts } = facts
  const named = { ...(key === undefined ? {} : { key }), ...(problem === undefined ? {} : { problem }) }
  deps.metrics.answered({ route, method, status, seconds: ms / 1000, ...named })
  deps.log({
    level: status >= 500 ? 'error' : 'info',
    event: 'request',
    ...identity(facts),
    method,
    route,
    status,
    ms: Math.round(ms * 1000) / 1000,
    ...named,
    ...(verdict === undefined ? {} : { verdict, rules: [...rules], texts }),
  })
}

/** What joins the log lines of one request, with the names of OpenTelemetry's log model. */
const identity = ({ id, trace }: RequestFacts) =>
  trace === undefined
    ? { id }
    : { id, trace_id: trace.traceId, span_id: trace.spanId, parent_id: trace.parentId }

function handler(route: Route, deps: AppDeps): MiddlewareHandler<HttpEnv> {
  const linter = () => {
    const current = deps.linter()
    if (current === undefined) throw new Problem('not-ready', {}, { 'retry-after': '1' })
    return current
  }
  return async (c) => {
    const { facts } = c.var
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
    for (const [name, value] of Object.entries(allowance.headers())) answer.headers.set(name, value)
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

function answerProblem(problem: Problem, facts: RequestFacts): Response {
  facts.problem = problem.code
  return problemResponse(problem, facts.id)
}
