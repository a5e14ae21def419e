/** Requests on and off the schema, to every endpoint: the same ones whenever they are asked for. */
import * as fc from 'fast-check'
import { routes } from '../../src/http/routes/index.ts'

export interface FuzzedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Base64: bodies are bytes, not always UTF-8. */
  readonly body?: string
}

const SEED = 18
const COUNT = 400

type Json = unknown

const HOSTILE = [
  'LINE',
  '詳しくはら〇んで話しませんか',
  '090-1234-5678',
  'https://youtu.be/dQw4w9WgXcQ',
  '\0',
  '\ud83d',
  '\udc00あ',
  '😀😀儲かる',
  '\u202eENIL',
  '__proto__',
  'constructor',
  ' ',
  '',
  'あ'.repeat(3000),
]
const KEYS = [
  ...[
    'marketplace',
    'channel',
    'phase',
    'role',
    'text',
    'history',
    'approvals',
    'id',
    'document',
    'thread',
    'kind',
  ],
  ...[
    'profile',
    'bio',
    'services',
    'faq',
    'portfolio',
    'images',
    'links',
    'blog',
    'messages',
    'sentAt',
    'buyer',
  ],
  ...[
    'タイトル',
    '本文',
    '作品',
    'メッセージ',
    'bodyText',
    'portofolio',
    '__proto__',
    'constructor',
    'toString',
    '0',
    '',
  ],
]

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }))
const { anything } = fc.letrec<{ anything: Json }>((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom(null, true, false, 0, -1, 1e300, 0.1),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 8 })), tie('anything')), {
        maxLength: 5,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
}))

/** What the endpoint's own examples become when one thing in them is replaced, added or taken out. */
const spoilt = (example: Json): fc.Arbitrary<Json> =>
  fc
    .tuple(fc.nat(), fc.constantFrom('replace', 'add', 'remove', 'keep'), fc.constantFrom(...KEYS), anything)
    .map(([at, how, key, value]) => {
      if (how === 'keep') return example
      const copy = JSON.parse(JSON.stringify(example))
      const places = objectsIn(copy)
      const place = places[at % places.length]!
      const own = Object.keys(place)
      const named = how === 'add' ? key : (own[at % Math.max(1, own.length)] ?? key)
      if (how === 'remove') delete place[named]
      else
        Object.defineProperty(place, named, { value, enumerable: true, configurable: true, writable: true })
      return copy
    })

const objectsIn = (value: Json): Record<string, Json>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [value as Record<string, Json>, ...Object.values(value).flatMap(objectsIn)]

const bodyOf = (examples: readonly Json[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...examples)
        .chain(spoilt)
        .map((value) => JSON.stringify(value)),
    },
    { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value)) },
    // Cut off, nested too deeply, no JSON at all.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...examples), fc.nat(200))
        .map(([value, end]) => JSON.stringify(value).slice(0, end)),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 60, max: 3000 })
        .map((depth) => `${'{"document":'.repeat(depth)}1${'}'.repeat(depth)}`),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const utf8 = new TextEncoder()

export const bytesOf = ({ body }: FuzzedRequest): Uint8Array<ArrayBuffer> | undefined =>
  body === undefined ? undefined : Uint8Array.from(atob(body), (character) => character.charCodeAt(0))

const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'application/problem+json',
  'application/x-ndjson',
  'text/plain',
  'application/json; charset=shift_jis',
]

const request: fc.Arbitrary<FuzzedRequest> = fc.constantFrom(...routes).chain((route) => {
  const path = fc.constantFrom(
    route.path.replace(/:id(?:\{[^}]*\})?/, 'common-contact/no-messenger-proposal'),
    route.path.replace(/:id(?:\{[^}]*\})?/, 'coconala'),
    route.path.replace(/:id(?:\{[^}]*\})?/, '%E3%81%82%00'),
    `${route.path}/`,
  )
  const method = fc.constantFrom(route.method, route.method, route.method, route.method, 'PUT', 'OPTIONS')
  const examples = Object.values(route.body?.examples ?? {}).map(({ value }) => value as Json)
  const type = fc.oneof(
    { weight: 8, arbitrary: fc.constant(route.stream?.contentType ?? 'application/json') },
    { weight: 1, arbitrary: fc.constantFrom(...contentTypes) },
  )
  const lines = fc
    .array(bodyOf([{ marketplace: 'coconala', text: 'こんにちは' }]), { maxLength: 6 })
    .map((all) => all.join('\n'))
  const body =
    route.method === 'GET'
      ? fc.constant(undefined)
      : fc
          .tuple(
            route.stream === undefined ? bodyOf(examples.length === 0 ? [{}] : examples) : lines,
            fc.nat(9),
            fc.nat(),
          )
          .map(([sent, spoil, at]) => {
            const bytes = utf8.encode(sent)
            // Now and then one byte is another.
            if (spoil === 0 && bytes.length > 0) bytes[at % bytes.length] = 0xff
            return base64(bytes)
          })
  return fc.tuple(path, method, type, body).map(([wanted, asked, contentType, sent]) => ({
    method: asked,
    path: wanted,
    headers: sent === undefined ? {} : { 'content-type': contentType },
    ...(sent === undefined || asked === 'OPTIONS' ? {} : { body: sent }),
  }))
})

export const fuzzedRequests = (): readonly FuzzedRequest[] =>
  fc.sample(request, { seed: SEED, numRuns: COUNT })

/** The part of an answer that has to be the same wherever it is given. */
export const comparable = (status: number, type: string | null, body: string): string =>
  `${status} ${type ?? ''} ${body.replace(/"requestId":"[^"]*"/g, '"requestId":"…"')}`
