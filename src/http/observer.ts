/**
 * What every request gets, whoever answers it: an id, a place in its caller's trace, the headers that every answer has,
 * one log line and its numbers when it is answered.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { AppDeps } from './deps.ts'
import { describeFault } from './describe-fault.ts'
import { Problem, problemResponse } from './problem.ts'
import { type Answered, type HttpEnv, JsonText, newFacts, type RequestFacts } from './route.ts'
import { continueTrace, traceparent } from './trace-context.ts'

/** For every answer that does not bring its own. */
const SECURE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const
const SECURE_LIST = Object.entries(SECURE_HEADERS)

type HttpContext = Context<HttpEnv>
export type Work = (c: HttpContext, facts: RequestFacts) => Answered | Promise<Answered>

export interface Observer {
  /** Around whatever comes behind it. */
  readonly middleware: MiddlewareHandler<HttpEnv>
  /** Around one piece of work, with nothing else between it and the router; behind the middleware it is the work alone. */
  readonly around: (work: Work) => (c: HttpContext) => Response | Promise<Response>
  /** The answer for what was thrown; our own faults are logged. */
  readonly failed: (error: unknown, facts: RequestFacts) => Response
}

export function createObserver(deps: AppDeps): Observer {
  const begin = (c: HttpContext): RequestFacts =>
    newFacts(deps.newId(), continueTrace(c.req.header('traceparent'), deps.newSpanId))
  const failed = (error: unknown, facts: RequestFacts): Response => {
    const problem = error instanceof Problem ? error : new Problem('internal')
    if (error !== problem) {
      deps.log({
        level: 'error',
        event: 'fault',
        ...identity(facts),
        route: facts.route,
        ...describeFault(error),
      })
    }
    facts.problem = problem.code
    return problemResponse(problem, facts.id)
  }
  const end = (c: HttpContext, facts: RequestFacts, status: number, start: number): void => {
    if (facts.route === 'unmatched' && status < 400) facts.route = 'page'
    record(deps, facts, c.req.method, status, deps.clock() - start)
  }
  const finished = (c: HttpContext, facts: RequestFacts, answer: Answered, start: number): Response => {
    const response = answer instanceof JsonText ? jsonResponse(answer, facts) : answer
    if (!(answer instanceof JsonText)) complete(response.headers, facts)
    end(c, facts, response.status, start)
    return response
  }
  return {
    failed,
    async middleware(c, next) {
      const start = deps.clock()
      const facts = begin(c)
      c.set('facts', facts)
      await next()
      complete(c.res.headers, facts)
      end(c, facts, c.res.status, start)
    },
    around: (work) => async (c) => {
      const outer = c.var.facts
      if (outer !== undefined) {
        const answer = await work(c, outer)
        return answer instanceof JsonText ? jsonResponse(answer, outer) : answer
      }
      const start = deps.clock()
      const facts = begin(c)
      try {
        return finished(c, facts, await work(c, facts), start)
      } catch (error) {
        return finished(c, facts, failed(error, facts), start)
      }
    },
  }
}

/** With all its headers at once: to write them into a Headers object, and out of it, takes longer than the rest of it. */
const jsonResponse = ({ text, headers }: JsonText, { id, trace }: RequestFacts): Response =>
  new Response(text, {
    status: 200,
    headers: {
      'content-type': 'application/json',
      ...headers,
      'x-request-id': id,
      ...(trace === undefined ? {} : { traceresponse: traceparent(trace) }),
      ...SECURE_HEADERS,
    },
  })

function complete(headers: Headers, { id, trace }: RequestFacts): void {
  headers.set('x-request-id', id)
  if (trace !== undefined) headers.set('traceresponse', traceparent(trace))
  for (const [name, value] of SECURE_LIST) if (!headers.has(name)) headers.set(name, value)
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
