/** The OpenAPI 3.1 document, made from the same values that route and validate. */
import * as z from 'zod'
import { doubtSchema, findingSchema, reportSchema } from '../core/contract/report.ts'
import { secondOpinionSchema } from '../core/contract/second-opinion.ts'
import { submissionSchema } from '../core/contract/submission.ts'
import { MAX_JSON_DEPTH } from '../core/text/json-depth.ts'
import type { Limits } from './limits.ts'
import { PROBLEMS, type ProblemCode, problemSchema } from './problem.ts'
import { type Answer, KEY_PROBLEMS, type Route } from './route.ts'

type Json = { [key: string]: unknown }

/** Schemas that have a name of their own in the document. */
const named: Readonly<Record<string, z.ZodType>> = {
  Submission: submissionSchema,
  Report: reportSchema,
  Finding: findingSchema,
  Doubt: doubtSchema,
  SecondOpinion: secondOpinionSchema,
  Problem: problemSchema,
}

/** @param version of the service. */
export function openapi(routes: readonly Route[], limits: Limits, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sekisho',
      version,
      summary: 'Message compliance linter for Japanese skill marketplaces',
      description: `${ABOUT}\n\n${limitsText(limits)}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [{ name: 'Lint' }, { name: 'Rules' }, { name: 'Service' }],
    paths,
    // Every code that `Problem.code` may have; a problem's `type` leads to the page that shows them.
    'x-problems': Object.entries(PROBLEMS).map(([code, { status, title }]) => ({ code, status, title })),
    components: {
      schemas: Object.fromEntries(
        Object.entries(named).map(([name, schema]) => [name, jsonSchema(schema, name)]),
      ),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key (`sekisho keys new`).' },
      },
    },
  }
}

const ABOUT =
  'Says whether a message may be saved under the rules of a marketplace, which words are the trouble, why, and what to ' +
  'write instead. Positions are UTF-16 code units of the submitted text, half-open. Every fault is answered with ' +
  'problem details (RFC 9457) and a stable `code`.'

const limitsText = (limits: Limits): string =>
  [
    '| limit | value |',
    '|---|---|',
    `| JSON body | ${limits.bodyBytes} bytes, within ${limits.bodySeconds} s |`,
    `| nesting of JSON | ${MAX_JSON_DEPTH} levels |`,
    `| each text | ${limits.textLength} UTF-16 code units |`,
    `| messages in \`history\` | ${limits.historyLength} |`,
    `| texts of a document or a thread | ${limits.documentTexts} |`,
    `| lines of a batch | ${limits.batchLines}, each within the limit of a JSON body |`,
    `| combinations of a passport | ${limits.passportCells}, fewer for long texts |`,
  ].join('\n')

function operation(route: Route): Json {
  const problems = [
    ...new Set<ProblemCode>([...(route.needsKey ? KEY_PROBLEMS : []), ...route.problems, 'internal']),
  ]
  const answers = Object.entries(route.answers).map(([status, answer]) => [status, answerObject(answer)])
  const statuses = [...new Set(problems.map((code) => PROBLEMS[code].status))].sort()
  const faults = statuses.map((status) => {
    const codes = problems.filter((code) => PROBLEMS[code].status === status)
    const description = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('\n\n')
    return [
      status,
      { description, content: { 'application/problem+json': { schema: reference('Problem') } } },
    ]
  })
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.needsKey ? { security: [{ key: [] }, {}] } : {}),
    ...(route.parameters === undefined
      ? {}
      : {
          parameters: route.parameters.map(({ name, description, example }) => ({
            name,
            in: 'path',
            required: true,
            description,
            example,
            schema: { type: 'string' },
          })),
        }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaOf(route.body.schema, 'input'),
                examples: route.body.examples,
              },
            },
          },
        }),
    ...(route.stream === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              [route.stream.contentType]: { schema: { type: 'string' }, examples: route.stream.examples },
            },
          },
        }),
    responses: Object.fromEntries([...answers, ...faults]),
  }
}

const answerObject = ({ description, contentType, schema }: Answer): Json => ({
  description,
  content: { [contentType]: schema === undefined ? {} : { schema: schemaOf(schema, 'output') } },
})

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = nameOf(schema)
  return name === undefined ? toJsonSchema(schema, io) : reference(name)
}

const jsonSchema = (schema: z.ZodType, name: string): Json =>
  toJsonSchema(schema, name === 'Submission' ? 'input' : 'output')

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema: target }) => {
      if (io === 'input') sayDefault(target as Json)
      const name = nameOf(zodSchema)
      if (name === undefined || name === nameOf(schema)) return
      for (const key of Object.keys(target)) delete (target as Json)[key]
      Object.assign(target, reference(name))
    },
  }) as Json
  return rest
}

/**
 * In words: generators of types take a field with a default for one that is always there, which is right for what is
 * read and wrong for what is sent.
 */
function sayDefault(target: Json): void {
  if (target.default === undefined) return
  const says = `By default ${JSON.stringify(target.default)}.`
  target.description = [target.description, says].filter((part) => part !== undefined).join(' ')
  delete target.default
}

const nameOf = (schema: unknown): string | undefined =>
  Object.keys(named).find((name) => named[name] === schema)
