/**
 * What a caller is told when something is wrong: problem details (RFC 9457) with a `code` that never changes.
 *
 * Nothing in a problem ever repeats the text of a message: a field is named by its JSON pointer, a place by its number.
 */
import * as z from 'zod'

interface ProblemKind {
  readonly status: number
  readonly title: string
}

/** Every fault that HTTP can answer with. A code stays for ever; the reference page lists them. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is no HTTP that can be handled' },
  'no-body': { status: 400, title: 'The request has no body' },
  'not-utf-8': { status: 400, title: 'The body is not UTF-8' },
  'not-json': { status: 400, title: 'The body is not JSON' },
  'no-key': { status: 401, title: 'An API key is needed' },
  'unknown-key': { status: 401, title: 'The API key is not known' },
  'forbidden-marketplace': { status: 403, title: 'The API key may not use this marketplace' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'unknown-pack': { status: 404, title: 'No pack has this id' },
  'unknown-rule': { status: 404, title: 'No rule has this id' },
  'method-not-allowed': { status: 405, title: 'This address does not know the method' },
  'body-too-slow': { status: 408, title: 'The body did not arrive in time' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'invalid-request': { status: 422, title: 'The body does not have the fields that are expected' },
  'unknown-marketplace': { status: 422, title: 'No pack is loaded for this marketplace' },
  'text-too-long': { status: 422, title: 'A text is too long' },
  'too-deep': { status: 422, title: 'The JSON nests too deeply' },
  'repeated-key': { status: 422, title: 'An object of the JSON has a key twice' },
  'too-many': { status: 422, title: 'A list has too many items' },
  'rate-limited': { status: 429, title: 'Too many texts for this API key' },
  internal: { status: 500, title: 'An internal fault; it was logged under the request id' },
  'not-ready': { status: 503, title: 'The service is starting or stopping' },
  misconfigured: { status: 503, title: 'The settings of this deployment cannot be used' },
  'no-keys': { status: 503, title: 'No API keys are configured, so this deployment does not serve /v1' },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof PROBLEMS

export const FIELD_FAULTS = [
  'missing',
  'wrong-type',
  'unknown-field',
  'unknown-value',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'invalid',
] as const

/** One fault inside the body. */
export const fieldFaultSchema = z.object({
  /** JSON pointer as a URI fragment (RFC 6901 §6): `#/history/0/text`. */
  pointer: z.string(),
  code: z.enum(FIELD_FAULTS),
  detail: z.string(),
})

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  requestId: z.string(),
  errors: z.array(fieldFaultSchema).optional(),
  /** Where the JSON breaks: a UTF-16 code unit of the body, and the same as line and column, both from 1. */
  position: z.object({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
  /** The limit that was passed, in `unit`. */
  limit: z.int().optional(),
  unit: z.enum(['bytes', 'utf-16 code units', 'items', 'seconds', 'requests', 'levels']).optional(),
})

export type FieldFault = z.output<typeof fieldFaultSchema>
export type ProblemDetails = z.output<typeof problemSchema>
export type ProblemExtras = Partial<Pick<ProblemDetails, 'detail' | 'errors' | 'position' | 'limit' | 'unit'>>

/** Thrown by handlers for a fault of the caller, and turned into its answer at the edge. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, extras: ProblemExtras = {}, headers: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.extras = extras
    this.headers = headers
  }
}

/** The details as they are sent. */
export function problemDetails(problem: Problem, requestId: string): ProblemDetails {
  const { status, title } = PROBLEMS[problem.code]
  return { type: `/docs#${problem.code}`, title, status, code: problem.code, ...problem.extras, requestId }
}

/** The answer for a problem. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const details = problemDetails(problem, requestId)
  return new Response(JSON.stringify(details), {
    status: details.status,
    headers: { 'content-type': 'application/problem+json', ...problem.headers },
  })
}
