import { expect } from 'vitest'
import { CHANNELS } from '../../src/core/contract/submission.ts'
import { KEYS, ORIGIN } from './test-keys.ts'

/**
 * What every place that serves the API has to answer: run against the Node server and inside workerd.
 *
 * The first field is a sentence. `body` of a request is sent as JSON unless it is a string or bytes.
 */
export interface HttpCase {
  readonly says: string
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly status: number
  /** The API key to send; by default one that may do everything. `null` sends none. */
  readonly key?: string | null
  /** The answer's JSON has at least this; `null`: there is no body. */
  readonly answer?: object | null
  /** Each the value, or a matcher of vitest. */
  readonly answerHeaders?: Readonly<Record<string, unknown>>
}

const submission = (fields: object = {}) => ({
  marketplace: 'coconala',
  channel: 'message',
  text: 'お世話になっております。',
  ...fields,
})

const lint = (says: string, body: unknown, status: number, answer: object): HttpCase => ({
  says,
  method: 'POST',
  path: '/v1/lint',
  body,
  status,
  answer,
})

const fault = (code: string, pointer: string) => ({ code: 'invalid-request', errors: [{ code, pointer }] })

export const lintCases: readonly HttpCase[] = [
  lint(
    'a proposal to move to LINE is blocked, with the exact words',
    submission({ text: '詳しくはLINEで話しませんか' }),
    200,
    {
      verdict: 'block',
      findings: [
        { category: 'contact.messenger', span: { start: 4, end: 15 }, excerpt: 'LINEで話しませんか' },
      ],
      incomplete: [],
    },
  ),
  ...[
    'LINEスタンプを制作しています',
    'LINEでのやり取りは規約で禁止されています',
    'オンラインで完結します',
  ].map((text) =>
    lint(`「${text}」 is allowed`, submission({ text }), 200, { verdict: 'allow', incomplete: [] }),
  ),
]

const documentCase = (says: string, document: unknown, answer: object): HttpCase => ({
  says,
  method: 'POST',
  path: '/v1/lint/document',
  body: `{"marketplace":"coconala","document":${typeof document === 'string' ? document : JSON.stringify(document)}}`,
  status: 200,
  answer,
})

export const documentCases: readonly HttpCase[] = [
  documentCase(
    'text under an unknown key is linted, and the key named',
    { services: [{ bodyText: '詳しくはLINEで話しませんか' }] },
    {
      verdict: 'block',
      fields: 1,
      findings: [{ path: 'services[0].bodyText', excerpt: 'LINEで話しませんか' }],
      unknown: [{ path: 'services[0].bodyText', meant: 'body' }],
    },
  ),
  documentCase(
    'text below __proto__ is linted too',
    '{"profile":{"bio":"絵を描きます。"},"__proto__":{"x":"詳しくはLINEで話しませんか"}}',
    { verdict: 'block', fields: 2, unknown: [{ path: '__proto__' }] },
  ),
  documentCase(
    'Japanese keys are known',
    { 自己紹介: '絵を描きます。' },
    {
      verdict: 'allow',
      fields: 1,
      unknown: [],
    },
  ),
  documentCase(
    'a document without a text is not clean',
    { rating: 5 },
    {
      verdict: 'review',
      fields: 0,
      incomplete: [{ path: '', code: 'nothing-to-read' }],
    },
  ),
  {
    says: 'a document that is a list',
    method: 'POST',
    path: '/v1/lint/document',
    body: { marketplace: 'coconala', document: [] },
    status: 422,
    answer: fault('invalid', '#/document'),
  },
]

export const faultCases: readonly HttpCase[] = [
  lint('no body', '', 400, { code: 'no-body', status: 400, type: '/docs#no-body' }),
  lint('white space as a body', ' \n', 400, { code: 'no-body' }),
  lint('half a JSON: the place is named', '{"marketplace":\n"coconala",}', 400, {
    code: 'not-json',
    position: { offset: 27, line: 2, column: 12 },
  }),
  lint('a text under the same key twice', '{"marketplace":"coconala","text":"LINEで","text":"ok"}', 422, {
    code: 'repeated-key',
  }),
  ...[65, 2_000, 5_000, 100_000].flatMap((depth) => [
    lint(`lists ${depth} deep that never close`, '['.repeat(depth), 422, { code: 'too-deep', limit: 64 }),
    lint(`lists ${depth} deep`, `${'['.repeat(depth)}${']'.repeat(depth)}`, 422, { code: 'too-deep' }),
    {
      ...documentCase(`a document ${depth} deep`, `${'{"a":'.repeat(depth)}"b"${'}'.repeat(depth)}`, {
        code: 'too-deep',
        unit: 'levels',
      }),
      status: 422,
    },
  ]),
  documentCase(
    'a document as deep as it may be',
    `${'{"a":'.repeat(63)}"詳しくはLINEで話しませんか"${'}'.repeat(63)}`,
    {
      verdict: 'block',
      fields: 1,
    },
  ),
  lint('bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, {
    code: 'not-utf-8',
  }),
  lint('a body of 2 MB', `"${'a'.repeat(2_000_000)}"`, 413, {
    code: 'body-too-large',
    limit: 1_048_576,
    unit: 'bytes',
  }),
  {
    ...lint('another content type', 'x', 415, { code: 'unsupported-media-type' }),
    headers: { 'content-type': 'text/plain' },
  },
  {
    ...lint('JSON in another charset', '{}', 415, { code: 'unsupported-media-type' }),
    headers: { 'content-type': 'application/json; charset=shift_jis' },
  },
  {
    ...lint('JSON that names its charset', submission(), 200, { verdict: 'allow' }),
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  },
  {
    ...lint('a compressed body', submission(), 415, { code: 'unsupported-media-type' }),
    headers: { 'content-encoding': 'gzip' },
  },
  {
    says: 'a batch that is no NDJSON',
    method: 'POST',
    path: '/v1/lint/batch',
    body: '{}',
    status: 415,
    answer: { code: 'unsupported-media-type' },
  },
  {
    says: 'a passport of more combinations than its text allows',
    method: 'POST',
    path: '/v1/passport',
    body: { text: 'あ'.repeat(19_999), channels: CHANNELS, marketplaces: ['coconala'] },
    status: 422,
    answer: { code: 'too-many', limit: 10, unit: 'items' },
  },
  lint('a list', [], 422, fault('wrong-type', '#')),
  lint('null', null, 422, fault('wrong-type', '#')),
  lint('a missing marketplace', { text: 'a' }, 422, fault('missing', '#/marketplace')),
  lint('a text that is a number', submission({ text: 1 }), 422, fault('wrong-type', '#/text')),
  lint('an unknown channel', submission({ channel: 'fax' }), 422, fault('unknown-value', '#/channel')),
  lint('an unknown field', submission({ txt: 'a' }), 422, fault('unknown-field', '#/txt')),
  lint(
    'an unknown field whose name needs escapes',
    submission({ 'a/b~c d': 1 }),
    422,
    fault('unknown-field', '#/a~1b~0c%20d'),
  ),
  lint(
    '__proto__ is an unknown field like any other',
    `{"marketplace":"coconala","text":"a","__proto__":{"x":1}}`,
    422,
    {
      code: 'invalid-request',
    },
  ),
  lint(
    'faults deep inside, all at once',
    submission({
      history: [
        { role: 'seller', text: 'a' },
        { role: 'robot', text: 1, extra: true },
      ],
    }),
    422,
    {
      code: 'invalid-request',
      errors: [
        { pointer: '#/history/1/role', code: 'unknown-value' },
        { pointer: '#/history/1/text', code: 'wrong-type' },
        { pointer: '#/history/1/extra', code: 'unknown-field' },
      ],
    },
  ),
  lint('an unknown marketplace', submission({ marketplace: 'mercari' }), 422, {
    code: 'unknown-marketplace',
    errors: [{ pointer: '#/marketplace', code: 'unknown-value' }],
  }),
  lint('a marketplace named like a method of every object', submission({ marketplace: 'constructor' }), 422, {
    code: 'unknown-marketplace',
  }),
  lint('100,000 characters without punctuation', submission({ text: 'あ'.repeat(100_000) }), 422, {
    code: 'text-too-long',
    limit: 20_000,
    unit: 'utf-16 code units',
    errors: [{ pointer: '#/text', code: 'too-long' }],
  }),
  lint(
    'a message of the history that is too long',
    submission({ history: [{ role: 'buyer', text: 'あ'.repeat(20_001) }] }),
    422,
    {
      code: 'text-too-long',
      errors: [{ pointer: '#/history/0/text', code: 'too-long' }],
    },
  ),
  lint(
    '101 messages of history',
    submission({ history: Array.from({ length: 101 }, () => ({ role: 'buyer', text: 'a' })) }),
    422,
    {
      code: 'too-many',
      limit: 100,
      errors: [{ pointer: '#/history', code: 'too-many' }],
    },
  ),
  lint('a lone surrogate and NUL', `{"marketplace":"coconala","text":"\\ud83d\\u0000あ\\udc00"}`, 200, {
    verdict: 'allow',
  }),
  lint('an empty text', submission({ text: '' }), 200, { verdict: 'allow', findings: [] }),
  {
    says: 'a method that the path does not know',
    path: '/v1/lint',
    status: 405,
    answer: { code: 'method-not-allowed' },
    answerHeaders: { allow: 'POST, OPTIONS' },
  },
  {
    says: 'a method that a path of GET does not know',
    method: 'DELETE',
    path: '/v1/packs',
    status: 405,
    answer: { code: 'method-not-allowed' },
    answerHeaders: { allow: 'GET, HEAD, OPTIONS' },
  },
  { says: 'no such address', path: '/v2/lint', status: 404, answer: { code: 'not-found' } },
  {
    says: 'an address with a broken escape',
    path: '/v1/packs/%E0%A4%A',
    status: 404,
    answer: { code: 'unknown-pack' },
  },
]

export const readCases: readonly HttpCase[] = [
  { says: 'the process is alive', path: '/healthz', status: 200, answer: { status: 'ok' } },
  { says: 'it is ready', path: '/readyz', status: 200, answer: { status: 'ready' } },
  { says: 'the packs are listed', path: '/v1/packs', status: 200, answer: {} },
  {
    says: 'a pack is shown',
    path: '/v1/packs/coconala',
    status: 200,
    answer: { id: 'coconala', kind: 'marketplace' },
  },
  { says: 'no such pack', path: '/v1/packs/nothing', status: 404, answer: { code: 'unknown-pack' } },
  { says: 'no such rule', path: '/v1/rules/a/b', status: 404, answer: { code: 'unknown-rule' } },
  { says: 'the OpenAPI document', path: '/openapi.json', status: 200, answer: { openapi: '3.1.0' } },
]

const read = (key: string | null) => ({ path: '/v1/packs', key })

export const accessCases: readonly HttpCase[] = [
  {
    says: 'no key',
    ...read(null),
    status: 401,
    answer: { code: 'no-key' },
    answerHeaders: { 'www-authenticate': 'Bearer realm="sekisho"' },
  },
  {
    says: 'a key that is not known',
    ...read(`${KEYS.everything}x`),
    status: 401,
    answer: { code: 'unknown-key' },
  },
  { says: 'an empty key', ...read(''), status: 401, answer: { code: 'unknown-key' } },
  {
    says: 'another scheme',
    ...read(null),
    headers: { authorization: `Basic ${KEYS.everything}` },
    status: 401,
    answer: { code: 'unknown-key' },
  },
  { says: 'a known key', ...read(KEYS.everything), status: 200, answer: {} },
  {
    ...lint('a fault of the body is not told to strangers', '{', 401, { code: 'no-key' }),
    key: null,
  },
  { says: 'health needs no key', path: '/healthz', key: null, status: 200, answer: {} },
  { says: 'the reference needs no key', path: '/openapi.json', key: null, status: 200, answer: {} },
  {
    ...lint('a marketplace that the key may use', submission({ marketplace: 'lancers' }), 200, {
      verdict: 'allow',
    }),
    key: KEYS.lancersOnly,
  },
  {
    ...lint('a marketplace that the key may not use', submission(), 403, { code: 'forbidden-marketplace' }),
    key: KEYS.lancersOnly,
  },
  {
    says: 'the rate is told',
    ...read(KEYS.twice),
    status: 200,
    answer: {},
    answerHeaders: { 'ratelimit-policy': '"key";q=2;w=60' },
  },
  { says: 'the rate is used up', ...read(KEYS.twice), status: 200, answer: {} },
  {
    says: 'over the rate',
    ...read(KEYS.twice),
    status: 429,
    answer: { code: 'rate-limited', limit: 2, unit: 'requests' },
    answerHeaders: { 'ratelimit-policy': '"key";q=2;w=60', 'retry-after': '60', ratelimit: '"key";r=0;t=60' },
  },
  {
    says: 'a page of a known origin may ask',
    method: 'OPTIONS',
    path: '/v1/lint',
    headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
    key: null,
    status: 204,
    answer: null,
    answerHeaders: { 'access-control-allow-origin': ORIGIN, 'access-control-allow-methods': 'GET,POST' },
  },
  {
    says: 'a trace goes on',
    path: '/healthz',
    headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    status: 200,
    answer: {},
    answerHeaders: {
      traceresponse: expect.stringMatching(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/),
    },
  },
]
