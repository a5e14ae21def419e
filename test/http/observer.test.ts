/** Every request has its id, the headers of every answer and one log line, whoever answers it and whatever stands before. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import type { AppDeps } from '../../src/http/deps.ts'
import { fakeDeps } from './fake-deps.ts'
import { fakeLinter } from './fake-linter.ts'

const ORIGIN = 'https://marketplace.example'
const web = () =>
  new Hono()
    .get('/', (c) => {
      c.header('cache-control', 'no-cache')
      return c.html('<p>page</p>')
    })
    .get('/lost/:name', (c) => c.notFound())
    .get('/broken', () => {
      throw new Error('a fault of the page')
    })
    .notFound((c) => c.html('<p>nowhere</p>', 404))
const broken = {
  ...fakeLinter,
  lint: () => {
    throw new Error('a fault of the linter')
  },
}
const JSON_TYPE = { 'content-type': 'application/json' }
const POST = { method: 'POST', headers: JSON_TYPE, body: '{"marketplace":"coconala","text":"LINE"}' }

type Case = [
  says: string,
  path: string,
  init: RequestInit,
  status: number,
  route: string,
  changes?: Partial<AppDeps>,
]
const CASES: Case[] = [
  ['a text that is linted', '/v1/lint', POST, 200, '/v1/lint'],
  ['a text that is no JSON', '/v1/lint', { ...POST, body: '{' }, 400, '/v1/lint'],
  ['a fault of our own', '/v1/lint', POST, 500, '/v1/lint', { linter: () => broken }],
  ['a pattern of a path', '/v1/packs/nowhere', {}, 404, '/v1/packs/:id'],
  ['a method that there is not', '/v1/lint', { method: 'PUT' }, 405, '/v1/lint'],
  ['a method that a pattern has not', '/v1/packs/nowhere', { method: 'DELETE' }, 405, '/v1/packs/:id'],
  ['who asks for the methods', '/v1/lint', { method: 'OPTIONS' }, 204, '/v1/lint'],
  ['who asks for the head alone', '/healthz', { method: 'HEAD' }, 200, '/healthz'],
  ['an address that nobody has', '/nowhere', {}, 404, 'unmatched'],
  ['a page', '/', {}, 200, '/'],
  ['a page that is not there', '/lost/one', {}, 404, '/lost/:name'],
  ['a fault of a page', '/broken', {}, 500, '/broken'],
  ['a person who is lost', '/nowhere', { headers: { accept: 'text/html' } }, 404, 'unmatched'],
]

describe.each([
  ['alone', []],
  ['for pages of other origins', [ORIGIN]],
])('%s', (_, origins) => {
  test.each(CASES)('%s', async (_says, path, init, status, route, changes = {}) => {
    const deps = fakeDeps({ web, origins, ...changes })
    const asked = { ...init, headers: { ...init.headers, origin: ORIGIN } }
    const response = await createApp(deps).request(path, asked)
    const isPreflight = origins.length > 0 && init.method === 'OPTIONS'
    expect({
      status: response.status,
      id: response.headers.get('x-request-id'),
      sniff: response.headers.get('x-content-type-options'),
      cache: response.headers.get('cache-control'),
      allowed: response.headers.get('access-control-allow-origin'),
    }).toEqual({
      status,
      id: 'request-1',
      sniff: 'nosniff',
      cache: path === '/' ? 'no-cache' : 'no-store',
      allowed: origins.length > 0 && path.startsWith('/v1/') ? ORIGIN : null,
    })
    const requests = deps.entries.filter(({ event }) => event === 'request')
    expect(requests).toEqual([expect.objectContaining({ id: 'request-1', status })])
    // A browser's question is answered before there is a route.
    if (!isPreflight) expect(requests[0]).toMatchObject({ route })
    const faults = deps.entries.filter(({ event }) => event === 'fault')
    expect(faults.map(({ route: at }) => at)).toEqual(status === 500 ? [route] : [])
  })
})
