/**
 * One endpoint: its path, what it takes and gives, and its handler, in one value.
 *
 * The router, the validation of bodies and the OpenAPI document are all made from it, so that they cannot differ.
 */
import type { Context } from 'hono'
import type * as z from 'zod'
import type { Verdict } from '../core/contract/report.ts'
import type { ContactDataReader, Linter, TextExplainer } from '../core/lint/linter.ts'
import type { Allowance } from './allowance.ts'
import type { ApiKey } from './api-key.ts'
import type { AppDeps } from './deps.ts'
import type { ProblemCode } from './problem.ts'
import type { TraceContext } from './trace-context.ts'

/** What one request found out about itself, for its log line and the metrics. */
export interface RequestFacts {
  readonly id: string
  readonly trace?: TraceContext
  /** The pattern of the route, never the address as sent: that may hold anything. */
  route: string
  /** The name of the API key. */
  key?: string
  problem?: ProblemCode
  /** The highest of the request's texts. */
  verdict?: Verdict
  /** Rules that fired, each once. */
  readonly rules: Set<string>
  /** How many texts were linted. */
  texts: number
}

export const newFacts = (id: string, trace?: TraceContext): RequestFacts => ({
  id,
  ...(trace === undefined ? {} : { trace }),
  route: 'unmatched',
  rules: new Set(),
  texts: 0,
})

/** JSON that is written already. */
export class JsonText {
  readonly text: string
  readonly headers: Readonly<Record<string, string>>

  constructor(text: string, headers: Readonly<Record<string, string>> = {}) {
    this.text = text
    this.headers = headers
  }
}

export type Answered = Response | JsonText

export interface HttpEnv {
  Variables: { facts: RequestFacts }
}

export interface Call<Body> {
  readonly c: Context<HttpEnv>
  readonly deps: AppDeps
  readonly facts: RequestFacts
  /** `undefined` where anyone may ask. */
  readonly key: ApiKey | undefined
  readonly body: Body
  /** The body as it was sent, before validation. */
  readonly sent: unknown
  /** What the request may still take of its key's rate; handlers that lint more than one text ask it first. */
  readonly allowance: Allowance
  /** The linter in force. @throws {Problem} `not-ready` while there is none. */
  readonly linter: () => Linter & ContactDataReader & TextExplainer
}

export interface Answer {
  readonly description: string
  readonly contentType: string
  /** Missing where the content is no JSON. */
  readonly schema?: z.ZodType
}

export interface Parameter {
  readonly name: string
  readonly description: string
  readonly example: string
}

export interface Example<Body> {
  readonly summary: string
  readonly value: Body
}

export interface Route<Schema extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** As Hono writes it: `/v1/packs/:id`. */
  readonly path: string
  readonly operation: string
  readonly tag: 'Lint' | 'Rules' | 'Service'
  readonly summary: string
  readonly description?: string
  /** Whether an API key is asked for where keys are configured. */
  readonly needsKey: boolean
  readonly parameters?: readonly Parameter[]
  readonly body?: {
    readonly schema: Schema
    readonly examples: Readonly<Record<string, Example<z.input<Schema>>>>
  }
  /** A body that is read as it comes, by the handler itself. */
  readonly stream?: {
    readonly contentType: string
    readonly examples: Readonly<Record<string, Example<string>>>
  }
  readonly answers: Readonly<Record<number, Answer>>
  readonly problems: readonly ProblemCode[]
  handle(call: Call<z.output<Schema>>): Answered | Promise<Answered>
}

/** Keeps the body's type for the handler. */
export const route = <Schema extends z.ZodType = z.ZodNever>(definition: Route<Schema>): Route =>
  definition as unknown as Route

export const json = (schema: z.ZodType, description: string): Answer => ({
  description,
  contentType: 'application/json',
  schema,
})

/** Problems that any route which needs a key can answer with. */
export const KEY_PROBLEMS = [
  'no-keys',
  'misconfigured',
  'no-key',
  'unknown-key',
  'rate-limited',
  'not-ready',
] as const satisfies readonly ProblemCode[]

/** Problems that any route which lints can answer with. */
export const LINT_PROBLEMS = [
  'forbidden-marketplace',
  'unknown-marketplace',
  'text-too-long',
  'too-many',
] as const satisfies readonly ProblemCode[]

/** Problems that any route with a JSON body can answer with. */
export const BODY_PROBLEMS = [
  'unsupported-media-type',
  'no-body',
  'not-utf-8',
  'not-json',
  'too-deep',
  'repeated-key',
  'body-too-large',
  'body-too-slow',
  'invalid-request',
] as const satisfies readonly ProblemCode[]
